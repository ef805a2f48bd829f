import { meetingRefusal } from '@ieum/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import type { MatchDetail } from './api';
import { AttachNeedsDialog } from './attach-needs-dialog';
import { matchMessages } from './messages';

interface NeedsPanelProps {
  readonly match: MatchDetail;
  readonly mayWrite: boolean;
}

/** The needs that the match meets. */
export function NeedsPanel({ match, mayWrite }: NeedsPanelProps) {
  const t = useMessages(matchMessages);
  const { language } = useLanguage();
  const mayOpen = useMay()('support-work:read');
  const [attaching, setAttaching] = useState(false);
  return (
    <section className="panel stack stack--tight" aria-labelledby="match-needs">
      <div className="cluster cluster--spread">
        <h2 id="match-needs">{t('needs')}</h2>
        {mayWrite && meetingRefusal(match.stage) === null && (
          <Button variant="secondary" size="small" icon="plus" onClick={() => setAttaching(true)}>
            {t('attachNeeds')}
          </Button>
        )}
      </div>
      {match.needs.length === 0 ? (
        <p>{t('needsNone')}</p>
      ) : (
        <ul>
          {match.needs.map((need) => (
            <li key={need.id}>
              {mayOpen ? <Link to={`/needs/${need.id}`}>{need.title}</Link> : need.title} (
              {showDay(need.foundOn, language)})
            </li>
          ))}
        </ul>
      )}
      {attaching && <AttachNeedsDialog match={match} onClose={() => setAttaching(false)} />}
    </section>
  );
}
