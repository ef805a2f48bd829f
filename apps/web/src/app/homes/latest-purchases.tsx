import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { latestPurchasesQuery } from './home-queries';
import { homeMessages } from './messages';

export function LatestPurchases({ fiscalYear }: { readonly fiscalYear: number }) {
  const t = useMessages(homeMessages);
  const words = useMessages(purchaseWords);
  const { data, error, isPending, refetch } = useQuery(latestPurchasesQuery(fiscalYear));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      name="latest-purchases"
      caption={t('lastPurchases')}
      loading={isPending}
      rows={data?.items ?? []}
      rowKey={(row) => row.id}
      empty={<EmptyState icon="list" title={t('noPurchases')} />}
      tools={<Link to={`/purchases?fiscalYear=${fiscalYear}`}>{t('allPurchases')}</Link>}
      columns={[
        {
          key: 'item',
          label: t('item'),
          value: (row) => row.item,
          cell: (row) => <Link to={`/purchases/${row.id}`}>{row.item}</Link>,
          width: 20,
        },
        { key: 'supplier', label: t('supplier'), value: (row) => row.supplierName, width: 14 },
        { key: 'day', label: t('day'), kind: 'day', value: (row) => row.recognitionDate },
        { key: 'amount', label: t('amount'), kind: 'money', value: (row) => row.amountKrw },
        { key: 'state', label: t('state'), kind: 'state', value: (row) => words(`state_${row.state}`) },
        {
          key: 'counted',
          label: t('counted'),
          kind: 'state',
          value: (row) => words(`count_${row.countStatus}`),
        },
      ]}
    />
  );
}
