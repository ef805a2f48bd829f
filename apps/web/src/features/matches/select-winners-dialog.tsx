import { MATCH_AWARDS, needsNote, winnersRefusal, type MatchAward } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CheckList } from '../../components/check-list';
import { ConfirmDialog, Dialog } from '../../components/dialog';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { RadioGroup } from '../../components/radio-group';
import { SelectField } from '../../components/select-field';
import { PageSkeleton } from '../../components/skeleton';
import { TextArea } from '../../components/text-area';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { matchQuery, type MatchDetail } from './api';
import { matchMessages } from './messages';
import type { OpenMove, useStageMove } from './use-stage-move';

interface SelectWinnersProps {
  readonly move: OpenMove;
  readonly moves: ReturnType<typeof useStageMove>;
}

/** Who was selected, how they share it, and who leads. */
export function SelectWinnersDialog({ move, moves }: SelectWinnersProps) {
  const t = useMessages(matchMessages);
  const { data: match, error, refetch } = useQuery(matchQuery(move.match.id));
  if (match !== undefined && match.candidates.some((one) => one.outcome !== 'withdrawn'))
    return <WinnersForm match={match} move={move} moves={moves} />;
  return (
    <Dialog
      open
      onClose={moves.cancel}
      title={t('selectTitle')}
      actions={<LinkButton to={`/matches/${move.match.id}`}>{t('openMatch')}</LinkButton>}
    >
      {error !== null && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {error === null && match === undefined && <PageSkeleton label={t('loading')} />}
      {match !== undefined && <p>{t('selectNone')}</p>}
    </Dialog>
  );
}

function WinnersForm({ match, move, moves }: SelectWinnersProps & { readonly match: MatchDetail }) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const eligible = match.candidates.filter((one) => one.outcome !== 'withdrawn');
  const [winnerIds, setWinnerIds] = useState<string[]>(() =>
    eligible.length === 1 ? eligible.map((one) => one.id) : [],
  );
  const [award, setAward] = useState<MatchAward>('several');
  const [leadId, setLeadId] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const isShared = winnerIds.length > 1;
  const choice = {
    winnerIds,
    award: isShared ? award : null,
    leadId: isShared && winnerIds.includes(leadId) ? leadId : null,
  };
  const refused = winnersRefusal(choice, eligible);
  const field = refused?.details?.['field'];
  const noteNeeded = needsNote(move.match.stage, move.to);
  const lacksNote = noteNeeded && note.trim() === '';
  const confirm = () => {
    setTried(true);
    if (refused !== null || lacksNote) return;
    moves.finish({ ...choice, note: note.trim() === '' ? null : note.trim() });
  };
  return (
    <ConfirmDialog
      open
      onClose={moves.cancel}
      onConfirm={confirm}
      title={t('selectTitle')}
      confirmLabel={t('move')}
      busy={moves.busy}
    >
      <div className="stack stack--tight">
        <p>{t('selectText')}</p>
        <CheckList
          label={t('selectWinners')}
          value={winnerIds}
          onChange={setWinnerIds}
          error={tried && winnerIds.length === 0 ? t('choose') : undefined}
          options={eligible.map((one) => ({ value: one.id, label: one.supplierName }))}
        />
        {isShared && (
          <>
            <RadioGroup
              label={t('selectAward')}
              required
              inline
              name="award"
              value={award}
              onChange={(value) => setAward(MATCH_AWARDS.find((one) => one === value) ?? 'several')}
              options={(['several', 'consortium'] as const).map((value) => ({
                value,
                label: word(`award_${value}`),
              }))}
            />
            <SelectField
              label={t('selectLead')}
              required
              value={leadId}
              onChange={(event) => setLeadId(event.target.value)}
              error={tried && field === 'leadId' ? t('choose') : undefined}
              options={eligible
                .filter((one) => winnerIds.includes(one.id))
                .map((one) => ({ value: one.id, label: one.supplierName }))}
            />
          </>
        )}
        <TextArea
          label={t(noteNeeded ? 'reason' : 'noteOptional')}
          required={noteNeeded}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={tried && lacksNote ? t('reasonMissing') : undefined}
        />
      </div>
    </ConfirmDialog>
  );
}
