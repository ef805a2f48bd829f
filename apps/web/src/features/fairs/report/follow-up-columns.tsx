import { followUpRefusal, type FollowUpState } from '@ieum/domain';
import { Link } from 'react-router';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { StateBadge, type BadgeTone } from '../../../components/state-badge';
import type { TableColumn } from '../../../components/table-column';
import { useMessages } from '../../../lib/language';
import { matchWords } from '../../../lib/match-messages';
import { useMay } from '../../../lib/session';
import type { FollowUp } from '../api';
import { fairWords } from '../messages';
import { reportMessages } from './report-messages';

const TONES: Readonly<Record<FollowUpState, BadgeTone>> = {
  none: 'neutral',
  open: 'information',
  matched: 'success',
  closed: 'neutral',
};

/** @param withFair the list is of several fairs */
export function useFollowUpColumns(
  withFair: boolean,
  onAct: (dialog: 'begin' | 'close', followUp: FollowUp) => void,
): readonly TableColumn<FollowUp>[] {
  const t = useMessages(reportMessages);
  const word = useMessages(fairWords);
  const stage = useMessages(matchWords);
  const fair: TableColumn<FollowUp> = {
    key: 'fair',
    label: t('fair'),
    width: 18,
    value: (row) => row.fairName,
    cell: (row) => <Link to={`/fairs/${row.fairId}`}>{row.fairName}</Link>,
  };
  return [
    {
      key: 'supplier',
      label: t('supplier'),
      width: 16,
      value: (row) => row.supplierName,
      cell: (row) => <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>,
    },
    ...(withFair ? [fair] : []),
    { key: 'day', label: t('day'), kind: 'day', width: 10, value: (row) => row.day },
    { key: 'desk', label: t('desk'), width: 18, value: (row) => row.deskName },
    { key: 'interest', label: t('interest'), width: 9, value: (row) => word(`interest_${row.interest}`) },
    { key: 'nextStep', label: t('nextStep'), width: 9, value: (row) => word(`next_${row.nextStep}`) },
    {
      key: 'expected',
      label: t('expected'),
      kind: 'money',
      width: 11,
      value: (row) => row.expectedValueKrw,
    },
    { key: 'note', label: t('note'), width: 20, value: (row) => row.note },
    {
      key: 'state',
      label: t('followUpState'),
      kind: 'state',
      width: 11,
      value: (row) => t(`state_${row.state}`),
      cell: (row) => (
        <span className="cluster">
          <StateBadge tone={TONES[row.state]} label={t(`state_${row.state}`)} />
          {row.closeReason}
        </span>
      ),
    },
    {
      key: 'stage',
      label: t('matchStage'),
      width: 9,
      value: (row) => (row.matchStage === null ? null : stage(`stage_${row.matchStage}`)),
    },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 18,
      cell: (row) => <RowActions row={row} onAct={onAct} />,
    },
  ];
}

interface RowActionsProps {
  readonly row: FollowUp;
  readonly onAct: (dialog: 'begin' | 'close', followUp: FollowUp) => void;
}

function RowActions({ row, onAct }: RowActionsProps) {
  const t = useMessages(reportMessages);
  const may = useMay();
  if (row.matchId !== null && may('match:read'))
    return (
      <LinkButton variant="secondary" size="small" to={`/matches/${row.matchId}`}>
        {t('openMatch')}
      </LinkButton>
    );
  if (followUpRefusal(row.state) !== null) return null;
  return (
    <span className="cluster">
      {may('match:write') && (
        <Button variant="secondary" size="small" onClick={() => onAct('begin', row)}>
          {t('begin')}
        </Button>
      )}
      <Button variant="text" size="small" onClick={() => onAct('close', row)}>
        {t('close')}
      </Button>
    </span>
  );
}
