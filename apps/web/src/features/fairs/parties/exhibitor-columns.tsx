import { exhibitorChangeRefusal, type ExhibitorState } from '@ieum/domain';
import { Link } from 'react-router';
import { Button } from '../../../components/button';
import { StateBadge, type BadgeTone } from '../../../components/state-badge';
import type { TableColumn } from '../../../components/table-column';
import { useMessages } from '../../../lib/language';
import type { FairDetail, FairExhibitor } from '../api';
import { isOrganiser } from '../fair-tabs';
import { fairWords } from '../messages';
import { partyMessages } from '../party-messages';

const TONES: Readonly<Record<ExhibitorState, BadgeTone>> = {
  applied: 'information',
  confirmed: 'success',
  declined: 'danger',
  withdrawn: 'neutral',
};

export interface ExhibitorActions {
  readonly onDecide: (exhibitor: FairExhibitor) => void;
  readonly onEdit: (exhibitor: FairExhibitor) => void;
  readonly onWithdraw: (exhibitor: FairExhibitor) => void;
}

/** Everybody sees who comes; how many meetings, the code and the actions are the organiser's. */
export function useExhibitorColumns(
  fair: FairDetail,
  actions: ExhibitorActions,
): readonly TableColumn<FairExhibitor>[] {
  const t = useMessages(partyMessages);
  const word = useMessages(fairWords);
  const meetings = ({ floor, ceiling }: FairExhibitor) => {
    if (ceiling !== null) return t('meetingsRange', { floor, ceiling });
    return floor > 0 ? t('meetingsFrom', { floor }) : t('meetingsFree');
  };
  const common: TableColumn<FairExhibitor>[] = [
    {
      key: 'supplier',
      label: t('supplier'),
      width: 13,
      value: (row) => row.supplierName,
      cell: (row) => <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>,
    },
    {
      key: 'state',
      label: t('exhibitorState'),
      kind: 'state',
      width: 12,
      value: (row) => word(`exhibitor_${row.state}`),
      cell: (row) => <StateBadge tone={TONES[row.state]} label={word(`exhibitor_${row.state}`)} />,
    },
    { key: 'booth', label: t('booth'), width: 9, value: (row) => row.booth },
    { key: 'offers', label: t('offers'), width: 12, value: (row) => row.offers },
  ];
  if (!isOrganiser(fair)) return common;
  return [
    ...common,
    { key: 'meetings', label: t('meetings'), width: 11, value: meetings },
    {
      key: 'absent',
      label: t('absent'),
      width: 9,
      hiddenAtFirst: true,
      value: (row) => row.absentSlotIds.length,
      cell: (row) =>
        row.absentSlotIds.length === 0
          ? t('absentNone')
          : t('absentCount', { count: row.absentSlotIds.length }),
    },
    { key: 'code', label: t('checkInCode'), width: 9, value: (row) => row.checkInCode },
    {
      key: 'checkedIn',
      label: t('checkedIn'),
      kind: 'state',
      width: 9,
      value: (row) => (row.isCheckedIn ? t('checkedIn_yes') : null),
      cell: (row) => (row.isCheckedIn ? <StateBadge tone="success" label={t('checkedIn_yes')} /> : '–'),
    },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 17,
      cell: (row) => <RowActions fair={fair} row={row} {...actions} />,
    },
  ];
}

interface RowActionsProps extends ExhibitorActions {
  readonly fair: FairDetail;
  readonly row: FairExhibitor;
}

function RowActions({ fair, row, onDecide, onEdit, onWithdraw }: RowActionsProps) {
  const t = useMessages(partyMessages);
  const word = useMessages(fairWords);
  const isOver = fair.state === 'held' || fair.state === 'followed_up';
  const mayChange = exhibitorChangeRefusal(fair.state, row.state) === null;
  return (
    <span className="cluster">
      {!isOver && (row.state === 'applied' || row.state === 'declined') && (
        <Button variant="secondary" size="small" onClick={() => onDecide(row)}>
          {t('decide')}
        </Button>
      )}
      {mayChange && (
        <>
          <Button variant="text" size="small" onClick={() => onEdit(row)}>
            {word('edit')}
          </Button>
          <Button variant="text" size="small" onClick={() => onWithdraw(row)}>
            {t('exhibitorWithdraw')}
          </Button>
        </>
      )}
    </span>
  );
}
