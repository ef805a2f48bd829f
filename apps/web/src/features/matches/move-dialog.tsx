import { isEndedStage, LOST_REASONS, needsNote } from '@ieum/domain';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/dialog';
import { RadioGroup } from '../../components/radio-group';
import { ReasonDialog } from '../../components/reason-dialog';
import { TextArea } from '../../components/text-area';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { matchMessages } from './messages';
import { SelectWinnersDialog } from './select-winners-dialog';
import type { OpenMove, useStageMove } from './use-stage-move';

interface MoveDialogProps {
  readonly moves: ReturnType<typeof useStageMove>;
}

/** What a move needs said before it is made. */
export function MoveDialog({ moves }: MoveDialogProps) {
  const { open } = moves;
  if (open === null) return null;
  const key = `${open.match.id}:${open.match.version}:${open.to}`;
  if (open.to === 'selected') return <SelectWinnersDialog key={key} move={open} moves={moves} />;
  if (isEndedStage(open.to)) return <EndDialog key={key} move={open} moves={moves} />;
  return <BackDialog key={key} move={open} moves={moves} />;
}

interface OneMoveProps extends MoveDialogProps {
  readonly move: OpenMove;
}

function BackDialog({ move, moves }: OneMoveProps) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const stage = word(`stage_${move.to}`);
  return (
    <ReasonDialog
      open
      onClose={moves.cancel}
      onConfirm={(note) => moves.finish({ note })}
      title={t(isEndedStage(move.match.stage) ? 'againTitle' : 'backTitle', { stage })}
      text={t('reasonText')}
      label={t('reason')}
      confirmLabel={t('move')}
      missingText={t('reasonMissing')}
      required={needsNote(move.match.stage, move.to)}
      busy={moves.busy}
    />
  );
}

/** Lost, with a reason, or ended without a result. */
function EndDialog({ move, moves }: OneMoveProps) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const isLost = move.to === 'lost';
  const [lostReason, setLostReason] = useState<string>('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const reason = LOST_REASONS.find((one) => one === lostReason) ?? null;
  const confirm = () => {
    setTried(true);
    if (isLost && reason === null) return;
    moves.finish({ lostReason: isLost ? reason : null, note: note.trim() === '' ? null : note.trim() });
  };
  return (
    <ConfirmDialog
      open
      onClose={moves.cancel}
      onConfirm={confirm}
      title={t(isLost ? 'lostTitle' : 'endTitle')}
      confirmLabel={t('move')}
      busy={moves.busy}
    >
      <div className="stack stack--tight">
        <p>{t(isLost ? 'lostText' : 'endText')}</p>
        {isLost && (
          <RadioGroup
            label={t('lostReason')}
            required
            name="lostReason"
            value={lostReason}
            onChange={setLostReason}
            error={tried && reason === null ? t('lostMissing') : undefined}
            options={LOST_REASONS.map((value) => ({ value, label: word(`lost_${value}`) }))}
          />
        )}
        <TextArea
          label={t('noteOptional')}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
