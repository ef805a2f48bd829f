import { useQuery } from '@tanstack/react-query';
import { LoadFailed } from '../../../components/load-failed';
import { PageSkeleton } from '../../../components/skeleton';
import { useMessages } from '../../../lib/language';
import { useUrlState } from '../../../lib/use-url-state';
import { fairSchedulesQuery } from '../api';
import type { FairTabProps } from '../fair-tabs';
import { fairWords } from '../messages';
import { ComputePanel } from './compute-panel';
import { ScheduleList } from './schedule-list';
import { SchedulePreviewPanel } from './schedule-preview-panel';
import { ScheduleProgress } from './schedule-progress';

const STATE = { schedule: '' } as const;
const ASK_AGAIN_MS = 1500;

/** Computes schedules, shows what one of them would change, and applies it when a person says so. */
export function ScheduleTab({ fair }: FairTabProps) {
  const word = useMessages(fairWords);
  const [state, change] = useUrlState(STATE);
  const { data, error, refetch } = useQuery({
    ...fairSchedulesQuery(fair.id),
    refetchInterval: (query) =>
      query.state.data?.items.some((one) => one.state === 'solving') ? ASK_AGAIN_MS : false,
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={word('loading')} />;
  const { items } = data;
  const latest =
    items.find((one) => one.state === 'solving' || one.state === 'ready') ??
    items.find((one) => one.state === 'applied');
  const shown = items.find(({ id }) => id === state.schedule) ?? latest;
  return (
    <div className="stack">
      <ComputePanel fair={fair} onStarted={(schedule) => change({ schedule })} />
      {shown?.state === 'solving' && <ScheduleProgress schedule={shown} />}
      {(shown?.state === 'ready' || shown?.state === 'applied') && (
        <SchedulePreviewPanel key={shown.id} fair={fair} scheduleId={shown.id} />
      )}
      <ScheduleList
        schedules={items}
        shownId={shown?.id ?? null}
        onShow={(schedule) => change({ schedule })}
      />
    </div>
  );
}
