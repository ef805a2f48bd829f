import { SCHEDULE_STEPS, type ScheduleStep } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { ProgressBar } from '../../../components/progress-bar';
import { useMessages } from '../../../lib/language';
import { fairJobQuery, type FairSchedule } from '../api';
import { scheduleMessages } from './schedule-messages';

const ASK_AGAIN_MS = 500;

/** How far the computing is; closing the page stops nothing. */
export function ScheduleProgress({ schedule }: { readonly schedule: FairSchedule }) {
  const t = useMessages(scheduleMessages);
  const { data: job } = useQuery({ ...fairJobQuery(schedule.jobId), refetchInterval: ASK_AGAIN_MS });
  const step: ScheduleStep | 'queued' = SCHEDULE_STEPS.find((one) => one === job?.message) ?? 'queued';
  return (
    <div className="panel" role="status">
      <ProgressBar
        label={t('computing', { step: t(`step_${step}`) })}
        done={job?.done ?? 0}
        total={job?.total ?? null}
      />
    </div>
  );
}
