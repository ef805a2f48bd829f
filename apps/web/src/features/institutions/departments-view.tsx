import { DEPARTMENT_GROUPS, isDepartmentValidOn } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { PageSkeleton } from '../../components/skeleton';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { showDay, today } from '../../lib/date-format';
import { departmentsQuery } from '../../lib/institution-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import type { Department } from './api';
import { AddDepartmentDialog, RenameDepartmentDialog, SucceedDepartmentDialog } from './department-dialogs';
import { institutionMessages } from './messages';

interface DepartmentsViewProps {
  readonly institutionId: string;
  readonly showEnded: boolean;
  readonly onShowEnded: (shown: boolean) => void;
}

type Asked = { readonly what: 'rename' | 'succeed'; readonly department: Department };

/** The departments of an institution, group by group, with what may be done to each. */
export function DepartmentsView({ institutionId, showEnded, onShowEnded }: DepartmentsViewProps) {
  const t = useMessages(institutionMessages);
  const words = useMessages(organisationWords);
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const departments = useQuery(departmentsQuery(institutionId));
  if (departments.isPending) return <PageSkeleton label={t('title')} />;
  if (departments.isError) {
    return <LoadFailed error={departments.error} onRetry={() => void departments.refetch()} />;
  }
  const all = departments.data.items;
  const isEnded = (one: Department) => one.validTo !== null && one.validTo < today();
  const shown = all.filter((one) => showEnded || !isEnded(one));
  return (
    <>
      <div className="cluster cluster--spread">
        <div className="cluster">
          <span>
            {t('count', {
              living: all.filter((one) => !isEnded(one)).length,
              ended: all.filter(isEnded).length,
            })}
          </span>
          <CheckboxField
            label={t('showEnded')}
            checked={showEnded}
            onChange={(event) => onShowEnded(event.target.checked)}
          />
        </div>
        <Button icon="plus" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </div>
      {shown.length === 0 && (
        <div className="panel">
          <EmptyState icon="building" title={t('noDepartments')} />
        </div>
      )}
      {DEPARTMENT_GROUPS.map((group) => {
        const rows = shown.filter((one) => one.group === group);
        return rows.length === 0 ? null : (
          <div className="panel" key={group}>
            <GroupTable
              group={group}
              caption={t('departmentsTitle', { group: words(`group_${group}`) })}
              rows={rows}
              all={all}
              onAsk={setAsked}
            />
          </div>
        );
      })}
      <History all={all} />
      {adding && <AddDepartmentDialog institutionId={institutionId} onClose={() => setAdding(false)} />}
      {asked?.what === 'rename' && (
        <RenameDepartmentDialog department={asked.department} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'succeed' && (
        <SucceedDepartmentDialog department={asked.department} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

interface GroupTableProps {
  readonly group: string;
  readonly caption: string;
  readonly rows: readonly Department[];
  readonly all: readonly Department[];
  readonly onAsk: (asked: Asked) => void;
}

function GroupTable({ group, caption, rows, all, onAsk }: GroupTableProps) {
  const t = useMessages(institutionMessages);
  const nameOf = (id: string | null) => all.find((one) => one.id === id)?.name ?? null;
  const columns: readonly TableColumn<Department>[] = [
    { key: 'name', label: t('department'), width: 18, value: (row) => row.name },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => (isDepartmentValidOn(row, today()) ? 0 : 1),
      cell: (row) => <DepartmentState department={row} />,
    },
    { key: 'validFrom', label: t('validFrom'), kind: 'day', value: (row) => row.validFrom },
    { key: 'validTo', label: t('validTo'), kind: 'day', value: (row) => row.validTo },
    { key: 'successor', label: t('successor'), width: 14, value: (row) => nameOf(row.successorId) },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 21,
      cell: (row) => (
        <span className="cluster">
          <Button variant="secondary" size="small" onClick={() => onAsk({ what: 'rename', department: row })}>
            {t('rename')}
            <span className="visually-hidden">{row.name}</span>
          </Button>
          {row.validTo === null && (
            <Button
              variant="secondary"
              size="small"
              onClick={() => onAsk({ what: 'succeed', department: row })}
            >
              {t('succeed')}
              <span className="visually-hidden">{row.name}</span>
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      name={`departments-${group}`}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowTone={(row) => (isDepartmentValidOn(row, today()) ? undefined : 'muted')}
    />
  );
}

function DepartmentState({ department }: { readonly department: Department }) {
  const t = useMessages(institutionMessages);
  if (isDepartmentValidOn(department, today())) return <StateBadge tone="success" label={t('living')} />;
  const future = department.validFrom > today();
  return <StateBadge tone={future ? 'information' : 'neutral'} label={t(future ? 'future' : 'ended')} />;
}

/** What became of which department, the latest first. */
function History({ all }: { readonly all: readonly Department[] }) {
  const t = useMessages(institutionMessages);
  const { language } = useLanguage();
  const changed = all
    .filter((one) => one.validTo !== null)
    .sort((a, b) => (b.validTo ?? '').localeCompare(a.validTo ?? ''));
  return (
    <section className="panel stack stack--tight">
      <h2>{t('historyTitle')}</h2>
      {changed.length === 0 ? (
        <p>{t('historyNone')}</p>
      ) : (
        <ol className="stack stack--tight">
          {changed.map((one) => {
            const next = all.find(({ id }) => id === one.successorId);
            return (
              <li key={one.id}>
                {next === undefined ? one.name : t('historyLine', { from: one.name, to: next.name })}
                {' · '}
                {next === undefined ? t('validTo') : t('historyDay')}{' '}
                {showDay(next?.validFrom ?? one.validTo, language)}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
