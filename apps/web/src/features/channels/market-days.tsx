import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { PagedTable } from '../../components/paged-table';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import { marketDayPages, type MarketDay } from './api';
import { MarketDayDialog } from './market-day-dialog';
import { channelMessages } from './messages';
import { ParticipantsDialog } from './participants-dialog';

export function MarketDays({ year }: { readonly year: number | null }) {
  const t = useMessages(channelMessages);
  const list = useInfiniteQuery(marketDayPages(year));
  const [edited, setEdited] = useState<MarketDay | 'new' | null>(null);
  const [listed, setListed] = useState<MarketDay | null>(null);
  const totals = list.data?.pages[0]?.totals;
  const columns: readonly TableColumn<MarketDay>[] = [
    { key: 'name', label: t('marketName'), value: (row) => row.name },
    { key: 'heldOn', label: t('heldOn'), kind: 'day', value: (row) => row.heldOn },
    { key: 'place', label: t('place'), value: (row) => row.place },
    {
      key: 'participants',
      label: t('participants'),
      kind: 'number',
      value: (row) => row.participants.length,
    },
    { key: 'official', label: t('official'), kind: 'money', value: (row) => row.officialSalesKrw },
    { key: 'sum', label: t('participantsSum'), kind: 'money', value: (row) => row.participantsSalesKrw },
    { key: 'difference', label: t('difference'), kind: 'money', value: (row) => row.differenceKrw },
    { key: 'salesKrw', label: t('counted'), kind: 'money', value: (row) => row.salesKrw },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 16,
      sortable: false,
      cell: (row) => (
        <>
          <Button variant="text" onClick={() => setListed(row)}>
            {t('editParticipants')}
          </Button>
          <Button variant="text" onClick={() => setEdited(row)}>
            {t('edit')}
          </Button>
        </>
      ),
    },
  ];
  return (
    <div className="panel stack">
      <div className="no-print">
        <Button onClick={() => setEdited('new')}>{t('add')}</Button>
      </div>
      <PagedTable
        pages={list}
        name="market-days"
        caption={t('tab_markets')}
        columns={columns}
        rowKey={(row) => row.id}
        rowTone={(row) =>
          row.voidedReason !== null ? 'muted' : row.differenceKrw === null ? undefined : 'warning'
        }
        empty={<EmptyState icon="period" title={t('emptyMarkets')} />}
        totals={
          totals && { label: t('total', { count: totals.count }), cells: { salesKrw: totals.amountKrw } }
        }
      />
      {edited !== null && (
        <MarketDayDialog day={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {listed !== null && <ParticipantsDialog day={listed} onClose={() => setListed(null)} />}
    </div>
  );
}
