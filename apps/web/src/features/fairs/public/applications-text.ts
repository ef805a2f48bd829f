import { applicationRefusal } from '@ieum/domain';
import { showDay, today } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import type { PublicFair } from '../api';
import { publicFairMessages } from './public-messages';

/** Whether an enterprise may apply today, by the rule that the server asks. */
export const takesApplications = (fair: PublicFair) =>
  applicationRefusal(fair, 'exhibitor', today()) === null;

export function useApplicationsText(): (fair: PublicFair) => string {
  const t = useMessages(publicFairMessages);
  const { language } = useLanguage();
  return (fair) => {
    if (!takesApplications(fair))
      return t(fair.state === 'planned' ? 'applicationsSoon' : 'applicationsClosed');
    return fair.applicationsCloseOn === null
      ? t('applicationsOpen')
      : t('applicationsUntil', { day: showDay(fair.applicationsCloseOn, language) });
  };
}
