import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../components/link-button';
import { StateBadge } from '../../../components/state-badge';
import { showDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { fairExhibitorQuery, type Fair, type FairDetail } from '../api';
import { FairStateBadge } from '../fair-state-badge';
import { fairDays, slotText } from '../fair-texts';
import { ExhibitorBadge } from './exhibitor-badge';
import { myFairMessages } from './my-fair-messages';
import { offersOf, ownAtFair, useOwnFair } from './own-fair-data';

interface MyFairCardProps {
  readonly fair: Fair;
  /** with the own stand; undefined until it is read */
  readonly detail: FairDetail | undefined;
  readonly mayApply: boolean;
}

const SHOWN_MEETINGS = 3;

export function MyFairCard({ fair, detail, mayApply }: MyFairCardProps) {
  const t = useMessages(myFairMessages);
  const { language } = useLanguage();
  const isNew = detail !== undefined && detail.ownExhibitorId === null;
  return (
    <li className="fair-card">
      <FairStateBadge state={fair.state} />
      <h3>{fair.name}</h3>
      <p>{fairDays(fair, language)}</p>
      <p className="fair-card__note">{[fair.hostName, fair.venue].filter(Boolean).join(' · ')}</p>
      {isNew && <p className="fair-card__note">{applicationsText(fair, mayApply)}</p>}
      {detail !== undefined && detail.ownExhibitorId !== null && (
        <Own fair={detail} exhibitorId={detail.ownExhibitorId} />
      )}
      <LinkButton
        variant={isNew && mayApply ? 'primary' : 'secondary'}
        size="small"
        to={`/my-fairs/${fair.id}`}
        aria-label={t(isNew && mayApply ? 'applyNamed' : 'openNamed', { name: fair.name })}
      >
        {t(isNew && mayApply ? 'applyNow' : 'open')}
      </LinkButton>
    </li>
  );

  function applicationsText({ state, applicationsCloseOn }: Fair, isOpen: boolean): string {
    if (!isOpen) return t(state === 'planned' ? 'applySoon' : 'applyClosed');
    return applicationsCloseOn === null
      ? t('applyOpen')
      : t('applyUntil', { day: showDay(applicationsCloseOn, language) });
  }
}

/** How the application stands, what waits for an answer, and the next meetings. */
function Own({ fair, exhibitorId }: { readonly fair: FairDetail; readonly exhibitorId: string }) {
  const t = useMessages(myFairMessages);
  const { language } = useLanguage();
  const exhibitor = useQuery(fairExhibitorQuery(fair.id, exhibitorId));
  const { timetable, waiting } = useOwnFair(fair);
  const own = timetable.data === undefined ? null : ownAtFair(timetable.data, exhibitorId);
  const offers = offersOf(waiting.data?.items).length;
  const toAnswer = own?.toAnswer.length ?? 0;
  const slots = new Map(fair.slots.map((slot) => [slot.id, slot]));
  return (
    <div className="stack stack--tight">
      <p className="cluster">
        {t('own')}
        {exhibitor.data !== undefined && <ExhibitorBadge state={exhibitor.data.state} />}
      </p>
      {(toAnswer > 0 || offers > 0) && (
        <p className="cluster">
          {toAnswer > 0 && <StateBadge tone="warning" label={t('toAnswer', { count: toAnswer })} />}
          {offers > 0 && <StateBadge tone="warning" label={t('offers', { count: offers })} />}
        </p>
      )}
      {own !== null && own.next.length > 0 && (
        <ul>
          {own.next.slice(0, SHOWN_MEETINGS).map((one) => {
            const slot = slots.get(one.slotId);
            return (
              <li key={one.id}>
                {[slot && slotText(slot, language), one.deskName].filter(Boolean).join(' ')}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
