import { yearOf } from '@ieum/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SheetMenu } from '../../components/sheet-menu';
import { UnitSwitch } from '../../components/unit-switch';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { contractPagesQuery, waitingContractsPath, waitingContractsQuery } from './api';
import { useContractColumns } from './contract-columns';
import { ContractFilterBar } from './contract-filter-bar';
import { exportPath, filterOf, LIST_STATE } from './contract-filters';
import { contractMessages } from './messages';

/** What was signed: by the own department, the own institution, or in the own areas. */
export default function ContractsPage() {
  const t = useMessages(contractMessages);
  const may = useMay();
  const [state, change] = useUrlState(LIST_STATE);
  const filter = useMemo(() => filterOf(state), [state]);
  const unit = moneyUnitFrom(state.unit) ?? 'won';
  const list = useInfiniteQuery(contractPagesQuery(filter));
  const totals = list.data?.pages[0]?.totals;
  const columns = useContractColumns();
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          may('contract:write') && (
            <LinkButton icon="plus" to="/contracts/new">
              {t('create')}
            </LinkButton>
          )
        }
      />
      {may('purchase:write') && <Waiting />}
      <ContractFilterBar state={state} onChange={change} />
      <PagedTable
        pages={list}
        name="contracts"
        caption={t('caption')}
        columns={columns}
        rowKey={(row) => row.id}
        unit={unit}
        totalCount={totals?.contractCount}
        totals={
          totals && {
            label: t('totals', { count: totals.contractCount }),
            cells: { value: totals.valueKrw },
          }
        }
        rowTone={(row) => (row.state === 'cancelled' ? 'muted' : undefined)}
        empty={<EmptyState icon="list" title={t('emptyTitle')} text={t('emptyText')} />}
        tools={
          <>
            <UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />
            <SheetMenu
              name={t('title')}
              label={t('export')}
              busyLabel={t('exporting')}
              formats={{ xlsx: t('export_xlsx'), csv: t('export_csv') }}
              pathOf={(format) => exportPath(filter, format)}
            />
          </>
        }
      />
    </div>
  );
}

/** What a clerk can do here and now. */
function Waiting() {
  const t = useMessages(contractMessages);
  const year = yearOf(today());
  const { data: count = 0 } = useQuery(waitingContractsQuery(year));
  if (count === 0) return null;
  return (
    <Notice
      action={
        <LinkButton variant="secondary" size="small" to={waitingContractsPath(year)}>
          {t('waitingShow')}
        </LinkButton>
      }
    >
      {t('waiting', { count })}
    </Notice>
  );
}
