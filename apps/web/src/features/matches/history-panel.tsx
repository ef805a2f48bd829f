import { useQuery } from '@tanstack/react-query';
import { LoadFailed } from '../../components/load-failed';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { matchHistoryQuery } from './api';
import { matchMessages } from './messages';

/** Every change of the stage: who, when, and the note. */
export function HistoryPanel({ matchId }: { readonly matchId: string }) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(matchHistoryQuery(matchId));
  return (
    <section className="panel stack stack--tight" aria-labelledby="match-history">
      <h2 id="match-history">{t('history')}</h2>
      {error !== null && <LoadFailed error={error} onRetry={() => void refetch()} />}
      <ol className="match-history">
        {data?.items.map((change) => (
          <li key={change.id}>
            <strong>
              {change.fromStage === null
                ? t('historyBegan')
                : t('historyStep', {
                    from: word(`stage_${change.fromStage}`),
                    to: word(`stage_${change.toStage}`),
                  })}
            </strong>{' '}
            {showInstant(change.changedAt, language)} {change.adviserName}
            {change.lostReason !== null && ` · ${word(`lost_${change.lostReason}`)}`}
            {change.note !== null && <p className="match-history__note">{change.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
