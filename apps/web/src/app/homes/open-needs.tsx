import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { needPagesQuery } from '../../features/visits/needs-api';
import { useMessages } from '../../lib/language';
import { supportMessages } from './support-messages';

const SHOWN = 5;

/** The latest needs of the own areas that no match meets yet. */
export function OpenNeeds() {
  const t = useMessages(supportMessages);
  const { data, error, isPending, refetch } = useInfiniteQuery(needPagesQuery({ state: ['open'] }));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      name="open-needs"
      caption={t('needsTitle')}
      loading={isPending}
      rows={data?.pages[0]?.items.slice(0, SHOWN) ?? []}
      rowKey={(row) => row.id}
      empty={<EmptyState icon="list" title={t('needsNone')} />}
      tools={<Link to="/needs">{t('allNeeds')}</Link>}
      columns={[
        {
          key: 'title',
          label: t('need'),
          width: 14,
          value: (row) => row.title,
          cell: (row) => <Link to={`/needs/${row.id}`}>{row.title}</Link>,
        },
        {
          key: 'institution',
          label: t('institution'),
          width: 13,
          value: (row) => [row.institutionName, row.departmentName].filter(Boolean).join(' '),
        },
        { key: 'foundOn', label: t('foundOn'), kind: 'day', value: (row) => row.foundOn },
        {
          key: 'wantedBy',
          label: t('wantedBy'),
          kind: 'day',
          value: (row) => row.wantedBy,
        },
        { key: 'amount', label: t('amount'), kind: 'money', value: (row) => row.estimatedAmountKrw },
      ]}
    />
  );
}
