import { Notice } from '../../../components/notice';
import { useMessages } from '../../../lib/language';
import type { SchedulePreview } from '../api';
import { scheduleMessages } from './schedule-messages';

interface FloorConflictsProps {
  readonly conflicts: SchedulePreview['floorConflicts'];
}

const names = (parties: readonly { readonly name: string }[]) => parties.map(({ name }) => name).join(', ');

/** Who cannot have the least number of meetings, by name, and what is in the way. */
export function FloorConflicts({ conflicts }: FloorConflictsProps) {
  const t = useMessages(scheduleMessages);
  if (conflicts.length === 0) return null;
  return (
    <section className="panel stack stack--tight" aria-labelledby="floor-conflicts">
      <h2 id="floor-conflicts">{t('conflicts')}</h2>
      {conflicts.map((conflict) => (
        <Notice key={conflict.exhibitorIds.join(' ')} tone="warning" title={names(conflict.exhibitors)}>
          <p>
            {t('conflictNeeds', {
              names: names(conflict.exhibitors),
              needed: conflict.needed,
              possible: conflict.possible,
            })}
          </p>
          <p>{t(`conflict_${conflict.cause}`)}</p>
          <p>
            {conflict.desks.length > 0
              ? t('conflictDesks', { names: names(conflict.desks) })
              : t('conflictNoDesks')}
          </p>
          <p>{t(conflict.isProven ? 'conflictProven' : 'conflictUnproven')}</p>
        </Notice>
      ))}
    </section>
  );
}
