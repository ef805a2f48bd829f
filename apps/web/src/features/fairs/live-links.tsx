import { LinkButton } from '../../components/link-button';
import { useMessages } from '../../lib/language';
import { mayUse, useUser } from '../../lib/session';
import type { FairDetail } from './api';
import { dayMessages } from './day/day-messages';
import { myFairMessages } from './enterprise/my-fair-messages';
import { timetableMessages } from './timetable/timetable-messages';

/** From the fair to where it is lived: the timetable, the own desk, the door, the own application. */
export function LiveLinks({ fair }: { readonly fair: FairDetail }) {
  const timetable = useMessages(timetableMessages);
  const day = useMessages(dayMessages);
  const own = useMessages(myFairMessages);
  const user = useUser();
  const runs = fair.stands.includes('organiser');
  const hasSlots = fair.slots.length > 0;
  const isLived = hasSlots && (fair.state === 'open' || fair.state === 'held');
  const links = [
    { to: `/fairs/${fair.id}/timetable`, label: timetable('title'), isShown: hasSlots },
    {
      to: `/fairs/${fair.id}/desk`,
      label: day('deskTitle'),
      isShown: isLived && mayUse(user, 'fair-desk:run') && (runs || fair.stands.includes('desk')),
    },
    { to: `/fairs/${fair.id}/check-in`, label: day('doorTitle'), isShown: isLived && runs },
    { to: `/my-fairs/${fair.id}`, label: own('open'), isShown: mayUse(user, 'fair:exhibit') },
  ];
  return links
    .filter(({ isShown }) => isShown)
    .map(({ to, label }) => (
      <LinkButton key={to} variant="secondary" size="small" to={to}>
        {label}
      </LinkButton>
    ));
}
