import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import type { MatchDetail } from './api';
import { matchMessages } from './messages';

/** The needs that the match meets. */
export function NeedsPanel({ match }: { readonly match: MatchDetail }) {
  const t = useMessages(matchMessages);
  const { language } = useLanguage();
  return (
    <section className="panel stack stack--tight" aria-labelledby="match-needs">
      <h2 id="match-needs">{t('needs')}</h2>
      {match.needs.length === 0 ? (
        <p>{t('needsNone')}</p>
      ) : (
        <ul>
          {match.needs.map((need) => (
            <li key={need.id}>
              {need.title} ({showDay(need.foundOn, language)})
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
