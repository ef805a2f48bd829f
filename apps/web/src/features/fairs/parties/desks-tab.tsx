import { deskChangeRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { LoadFailed } from '../../../components/load-failed';
import { StateBadge } from '../../../components/state-badge';
import type { TableColumn } from '../../../components/table-column';
import { useMessages } from '../../../lib/language';
import { mayUse, useUser } from '../../../lib/session';
import { fairDesksQuery, type FairDesk, type FairDetail } from '../api';
import { isOrganiser, type FairTabProps } from '../fair-tabs';
import { deskName } from '../fair-texts';
import { fairWords } from '../messages';
import { ownDesks } from '../own-desks';
import { partyMessages } from '../party-messages';
import { DeskDialog } from './desk-dialog';
import { WithdrawDeskDialog } from './withdraw-dialogs';

/** Who consults, with how many seats and when; the organiser adds any place, a department its own. */
export function DesksTab({ fair }: FairTabProps) {
  const t = useMessages(partyMessages);
  const user = useUser();
  const { data, error, isPending, refetch } = useQuery(fairDesksQuery(fair.id));
  const [edited, setEdited] = useState<FairDesk | 'new' | null>(null);
  const [withdrawn, setWithdrawn] = useState<FairDesk | null>(null);
  const isOpen = deskChangeRefusal(fair.state) === null;
  const columns = useDeskColumns(fair, isOpen, setEdited, setWithdrawn);
  const runs = isOrganiser(fair);
  const mayAdd = isOpen && (runs || (mayUse(user, 'fair-desk:run') && fair.ownDeskId === null));
  const living = (data?.items ?? []).filter(({ withdrawnReason }) => withdrawnReason === null);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <div className="panel stack stack--tight">
      <DataTable
        name="fair-desks"
        caption={t('desks')}
        columns={columns}
        rows={data?.items ?? []}
        rowKey={(row) => row.id}
        loading={isPending}
        rowTone={(row) => (row.withdrawnReason === null ? undefined : 'muted')}
        empty={<EmptyState icon="building" title={t('desksEmpty')} text={t('desksEmptyText')} />}
        totals={{
          label: t('totalDesks', { count: living.length }),
          cells: { seats: living.reduce((sum, { seats }) => sum + seats, 0) },
        }}
        tools={
          mayAdd && (
            <Button size="small" icon="plus" onClick={() => setEdited('new')}>
              {t(runs ? 'deskAdd' : 'deskAddOwn')}
            </Button>
          )
        }
      />
      {!isOpen && <p className="field__hint">{t('tooLate')}</p>}
      {edited !== null && (
        <DeskDialog
          key={edited === 'new' ? 'new' : edited.id}
          fair={fair}
          desk={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {withdrawn !== null && <WithdrawDeskDialog desk={withdrawn} onClose={() => setWithdrawn(null)} />}
    </div>
  );
}

function useDeskColumns(
  fair: FairDetail,
  isOpen: boolean,
  onEdit: (desk: FairDesk) => void,
  onWithdraw: (desk: FairDesk) => void,
): readonly TableColumn<FairDesk>[] {
  const t = useMessages(partyMessages);
  const word = useMessages(fairWords);
  const user = useUser();
  const mayTouch = (row: FairDesk) => isOpen && ownDesks(fair, [row], user).length > 0;
  return [
    {
      key: 'name',
      label: t('deskName'),
      width: 22,
      value: deskName,
      cell: (row) => (
        <span className="cluster">
          {deskName(row)}
          {row.withdrawnReason !== null && (
            <>
              <StateBadge tone="neutral" label={t('withdrawnBadge')} />
              <span>{t('withdrawnReason', { reason: row.withdrawnReason })}</span>
            </>
          )}
        </span>
      ),
    },
    { key: 'seats', label: t('seats'), kind: 'number', width: 7, value: (row) => row.seats },
    { key: 'looksFor', label: t('looksFor'), width: 24, value: (row) => row.looksFor },
    {
      key: 'absent',
      label: t('absent'),
      width: 9,
      value: (row) => row.absentSlotIds.length,
      cell: (row) =>
        row.absentSlotIds.length === 0
          ? t('absentNone')
          : t('absentCount', { count: row.absentSlotIds.length }),
    },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 16,
      cell: (row) =>
        mayTouch(row) && (
          <span className="cluster">
            <Button variant="text" size="small" onClick={() => onEdit(row)}>
              {word('edit')}
            </Button>
            <Button variant="text" size="small" onClick={() => onWithdraw(row)}>
              {t('deskWithdraw')}
            </Button>
          </span>
        ),
    },
  ];
}
