import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { ReasonDialog } from '../../components/reason-dialog';
import type { TableColumn } from '../../components/table-column';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { MERGES_KEY, mergesQuery, unmergeSupplier, type Merge } from './api';
import { reviewMessages } from './messages';

/** What was merged here, and the way back. */
export function MergeHistory({ id }: { readonly id: string }) {
  const t = useMessages(reviewMessages);
  const { language } = useLanguage();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const [asking, setAsking] = useState<Merge | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { data, error, isPending, refetch } = useQuery(mergesQuery(id));

  const unmerge = async (reason: string) => {
    if (asking === null) return;
    setFailure(null);
    try {
      await unmergeSupplier(asking.supplierId, reason, key.headersFor([asking.id, reason]));
    } catch (problem) {
      setFailure(problem);
    }
    setAsking(null);
    await client.invalidateQueries({ queryKey: MERGES_KEY });
    await client.invalidateQueries({ queryKey: ['suppliers'] });
  };

  const columns: readonly TableColumn<Merge>[] = [
    { key: 'supplierName', label: t('mergedSupplier'), width: 20, value: (row) => row.supplierName },
    {
      key: 'intoName',
      label: t('mergedInto'),
      width: 20,
      value: (row) => row.intoName,
      cell: (row) => <Link to={`/suppliers/${row.intoId}`}>{row.intoName}</Link>,
    },
    { key: 'reason', label: t('note'), width: 26, value: (row) => row.reason },
    { key: 'mergedBy', label: t('mergedBy'), width: 11, value: (row) => row.mergedByName },
    {
      key: 'mergedAt',
      label: t('mergedAt'),
      width: 18,
      value: (row) => row.mergedAt,
      cell: (row) => showInstant(row.mergedAt, language),
    },
    {
      key: 'unmerge',
      label: t('unmergedAt'),
      width: 18,
      value: (row) => row.unmergedAt,
      cell: (row) =>
        row.unmergedAt === null ? (
          <Button size="small" variant="secondary" onClick={() => setAsking(row)}>
            {t('unmerge')}
          </Button>
        ) : (
          showInstant(row.unmergedAt, language)
        ),
    },
  ];
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(failure)}
        </Notice>
      )}
      <DataTable
        name="supplier-merges"
        caption={t('mergesTitle')}
        columns={columns}
        rows={data?.items ?? []}
        rowKey={(row) => row.id}
        loading={isPending}
        empty={<EmptyState title={t('mergesEmpty')} />}
      />
      <ReasonDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        onConfirm={(reason) => void unmerge(reason)}
        title={t('unmergeTitle', { name: asking?.supplierName ?? '' })}
        text={t('unmergeText')}
        label={t('unmergeReason')}
        missingText={t('noteMissing')}
        confirmLabel={t('unmerge')}
        danger
      />
    </>
  );
}
