import { daysBetween, type Day } from '@ieum/domain';
import { showDay, today } from '../lib/date-format';
import { useLanguage, useMessages } from '../lib/language';
import { requestWords } from '../lib/request-messages';

interface DeadlineTextProps {
  /** the last day to answer; null = none was set */
  readonly answerBy: Day | null;
  /** nobody has answered or taken it back yet: how long it still runs matters */
  readonly isOpen: boolean;
}

/** The deadline of a request, and how many days are left while it is open. */
export function DeadlineText({ answerBy, isOpen }: DeadlineTextProps) {
  const t = useMessages(requestWords);
  const { language } = useLanguage();
  if (answerBy === null) return <>{t('noDeadline')}</>;
  const day = showDay(answerBy, language);
  if (!isOpen) return <>{day}</>;
  const days = daysBetween(today(), answerBy);
  const left = days < 0 ? t('passed') : days === 0 ? t('lastDay') : t('daysLeft', { days });
  return (
    <>
      {day} <strong>({left})</strong>
    </>
  );
}
