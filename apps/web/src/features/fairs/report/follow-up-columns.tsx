import { followUpRefusal, type FollowUpState } from '@ieum/domain';
import { Link } from 'react-router';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { StateBadge, type BadgeTone } from '../../../components/state-badge';
import type { TableColumn } from '../../../components/table-column';
import { showDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
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
  const { language } = useLanguage();
  return [
    {
      key: 'supplier',
      label: t('supplier'),
      width: 12,
      value: (row) => row.supplierName,
      cell: (row) => <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>,
    },
    {
      key: 'day',
      label: t('day'),
      width: withFair ? 17 : 11,
      value: (row) => row.day,
      cell: (row) => (
        <>
          {showDay(row.day, language)} {withFair && <Link to={`/fairs/${row.fairId}`}>{row.fairName}</Link>}
        </>
      ),
    },
    { key: 'desk', label: t('desk'), width: 12, value: (row) => row.deskName },
    {
      key: 'outcome',
      label: t('outcome'),
      width: 11,
      value: (row) => `${word(`interest_${row.interest}`)} · ${word(`next_${row.nextStep}`)}`,
    },
    {
      key: 'expected',
      label: t('expected'),
      kind: 'money',
      width: 11,
      value: (row) => row.expectedValueKrw,
    },
    {
      key: 'note',
      label: t('note'),
      width: 15,
      hiddenAtFirst: withFair,
      value: (row) => row.note,
    },
    {
      key: 'state',
      label: t('followUpState'),
      kind: 'state',
      width: 10,
      value: (row) => t(`state_${row.state}`),
      cell: (row) => (
        <span className="cluster">
          <StateBadge tone={TONES[row.state]} label={t(`state_${row.state}`)} />
          {row.matchStage === null ? row.closeReason : stage(`stage_${row.matchStage}`)}
        </span>
      ),
    },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 15,
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
