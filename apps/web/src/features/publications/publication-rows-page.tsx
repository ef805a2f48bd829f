import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { CheckboxField } from '../../components/checkbox-field';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import type { TableColumn } from '../../components/table-column';
import { UnitSwitch } from '../../components/unit-switch';
import { useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useUrlState } from '../../lib/use-url-state';
import { publicationQuery, publishedPurchasesQuery, type PublishedPurchase } from './api';
import { publicationMessages } from './messages';
import { usePublicationNames } from './publication-names';

const STATE = { departmentId: '', changed: '', unit: 'won' } as const;

/** The purchases that a published figure was computed from, with the amounts of that day. */
export default function PublicationRowsPage() {
  const t = useMessages(publicationMessages);
  const { id = '' } = useParams();
  const { nameOf } = usePublicationNames();
  const [state, change] = useUrlState(STATE);
  const unit = moneyUnitFrom(state.unit) ?? 'won';
  const publication = useQuery(publicationQuery(id));
  const list = useInfiniteQuery(
    publishedPurchasesQuery(id, {
      ...(/^[0-9a-f-]{36}$/i.test(state.departmentId) ? { departmentId: state.departmentId } : {}),
      ...(state.changed === 'true' ? { changed: true } : {}),
    }),
  );
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: readonly TableColumn<PublishedPurchase>[] = [
    {
      key: 'item',
      label: t('item'),
      width: 22,
      value: (row) => row.item,
      cell: (row) => <Link to={`/purchases/${row.purchaseId}`}>{row.item}</Link>,
    },
    { key: 'department', label: t('department'), value: (row) => row.departmentName },
    { key: 'supplier', label: t('supplier'), value: (row) => row.supplierName },
    { key: 'day', label: t('day'), kind: 'day', value: (row) => row.recognitionDate },
    { key: 'amount', label: t('amount'), kind: 'money', value: (row) => row.amountKrw },
    { key: 'previous', label: t('previousAmount'), kind: 'money', value: (row) => row.previousAmountKrw },
    {
      key: 'adjusts',
      label: t('adjusts'),
      kind: 'state',
      width: 8,
      value: (row) => (row.adjustsId === null ? null : t('adjusts')),
    },
  ];
  const sum = (amountOf: (row: PublishedPurchase) => number | null) =>
    rows.reduce((total, row) => total + (amountOf(row) ?? 0), 0);
  const departments = publication.data?.scope === 'departments' ? publication.data.rows : [];
  return (
    <div className="stack">
      <PageHeader
        title={t('rowsTitle')}
        description={t('rowsHint')}
        crumbs={[
          { label: t('title'), to: '/publications' },
          ...(publication.data ? [{ label: nameOf(publication.data), to: `/publications/${id}` }] : []),
        ]}
        actions={<UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />}
      />
      <section className="panel form-grid no-print" aria-label={t('filters')}>
        {departments.length > 0 && (
          <SelectField
            label={t('department')}
            emptyLabel={t('all')}
            value={state.departmentId}
            onChange={(event) => change({ departmentId: event.target.value })}
            options={departments.map((row) => ({ value: row.subjectId, label: row.name }))}
          />
        )}
        <CheckboxField
          label={t('rowsChangedOnly')}
          checked={state.changed === 'true'}
          onChange={(event) => change({ changed: event.target.checked ? 'true' : '' })}
        />
      </section>
      <div className="panel">
        <PagedTable
          pages={list}
          name="publication-rows"
          caption={t('rowsTitle')}
          columns={columns}
          rowKey={(row) => row.purchaseId}
          unit={unit}
          totals={{
            label: t('rowsTotal', { count: rows.length }),
            cells: {
              amount: sum((row) => row.amountKrw),
              previous: sum((row) => row.previousAmountKrw),
            },
          }}
        />
      </div>
    </div>
  );
}
