import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useMay, useSession } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { useYears } from '../../lib/years';
import { publicationPagesQuery, type PublicationFilter, type PublicationSummary } from './api';
import { publicationMessages } from './messages';
import { usePublicationNames } from './publication-names';

const STATE = { scope: '', fiscalYear: '', quarter: '' } as const;

/** What has been published, newest first; open to everybody. */
export default function PublicationsPage() {
  const t = useMessages(publicationMessages);
  const may = useMay();
  const { years } = useYears();
  const { user } = useSession();
  const [state, change] = useUrlState(STATE);
  const list = useInfiniteQuery(publicationPagesQuery(filterOf(state)));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const columns = useColumns(rows);
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            {may('publication:manage') && (
              <LinkButton icon="publication" to="/publications/new">
                {t('publish')}
              </LinkButton>
            )}
            {may('district-publication:manage') && (
              <LinkButton icon="publication" to="/publications/new-districts">
                {t('publishDistricts')}
              </LinkButton>
            )}
          </>
        }
      />
      <section className="panel form-grid no-print" aria-label={t('filters')}>
        <SelectField
          label={t('scope')}
          emptyLabel={t('all')}
          value={state.scope}
          onChange={(event) => change({ scope: event.target.value })}
          options={(['departments', 'districts'] as const).map((value) => ({
            value,
            label: t(`scope_${value}`),
          }))}
        />
        <SelectField
          label={t('year')}
          emptyLabel={t('all')}
          value={state.fiscalYear}
          onChange={(event) => change({ fiscalYear: event.target.value })}
          options={years.map((year) => ({
            value: String(year),
            label: t('yearName', { year: String(year) }),
          }))}
        />
        <SelectField
          label={t('quarter')}
          emptyLabel={t('all')}
          value={state.quarter}
          onChange={(event) => change({ quarter: event.target.value })}
          options={[1, 2, 3, 4].map((quarter) => ({
            value: String(quarter),
            label: t('quarterName', { quarter }),
          }))}
        />
      </section>
      <div className="panel">
        <PagedTable
          pages={list}
          name="publications"
          caption={t('listTitle')}
          columns={columns}
          rowKey={(row) => row.id}
          empty={
            <EmptyState
              icon="publication"
              title={t('emptyTitle')}
              text={t('emptyText')}
              {...(user === null
                ? {
                    action: (
                      <LinkButton variant="secondary" to="/login">
                        {t('toLogin')}
                      </LinkButton>
                    ),
                  }
                : {})}
            />
          }
        />
      </div>
    </div>
  );
}

function filterOf(state: { readonly [Key in keyof typeof STATE]: string }): PublicationFilter {
  const scope = (['departments', 'districts'] as const).find((one) => one === state.scope);
  return {
    ...(scope === undefined ? {} : { scope }),
    ...(/^\d{4}$/.test(state.fiscalYear) ? { fiscalYear: Number(state.fiscalYear) } : {}),
    ...(/^[1-4]$/.test(state.quarter) ? { quarter: Number(state.quarter) } : {}),
  };
}

function useColumns(rows: readonly PublicationSummary[]): readonly TableColumn<PublicationSummary>[] {
  const t = useMessages(publicationMessages);
  const { language } = useLanguage();
  const { nameOf, periodOf } = usePublicationNames();
  const newest = new Map<string, number>();
  for (const row of rows) newest.set(slotOf(row), Math.max(newest.get(slotOf(row)) ?? 0, row.version));
  return [
    {
      key: 'name',
      label: t('name'),
      width: 22,
      value: nameOf,
      cell: (row) => <Link to={`/publications/${row.id}`}>{nameOf(row)}</Link>,
    },
    { key: 'quarter', label: t('quarter'), value: periodOf, width: 10 },
    {
      key: 'version',
      label: t('version'),
      kind: 'state',
      width: 14,
      value: (row) => row.version,
      cell: (row) => (
        <span className="cluster">
          {t('versionName', { version: row.version })}
          {newest.get(slotOf(row)) === row.version ? (
            <StateBadge tone="success" label={t('latest')} />
          ) : (
            <StateBadge tone="neutral" label={t('older')} />
          )}
        </span>
      ),
    },
    { key: 'asOf', label: t('asOf'), kind: 'day', width: 11, value: (row) => row.asOf },
    {
      key: 'reason',
      label: t('reason'),
      width: 15,
      value: (row) => row.reason ?? (row.version === 1 ? t('noReason') : null),
    },
    {
      key: 'publishedAt',
      label: t('publishedAt'),
      width: 18,
      value: (row) => row.publishedAt,
      cell: (row) => showInstant(row.publishedAt, language),
    },
  ];
}

function slotOf({ scope, institutionId, fiscalYear, quarter, schemeCode }: PublicationSummary): string {
  return [scope, institutionId, fiscalYear, quarter, schemeCode].join('|');
}
