import { applyScheduleRefusal, discardScheduleRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedButton } from '../../../components/confirmed-button';
import { LoadFailed } from '../../../components/load-failed';
import { Notice } from '../../../components/notice';
import { PageSkeleton } from '../../../components/skeleton';
import { useToast } from '../../../components/toast';
import { showInstant } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { useProblemSentence } from '../../../lib/problem-sentences';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { fairScheduleQuery, type FairDetail, type SchedulePreview } from '../api';
import { applySchedule, discardSchedule } from '../fair-changes';
import { fairWords } from '../messages';
import { useFairRefresh } from '../use-fair-refresh';
import { ChangesTable } from './changes-table';
import { FloorConflicts } from './floor-conflicts';
import { GainsTable } from './gains-table';
import { countsOf } from './schedule-counts';
import { scheduleMessages } from './schedule-messages';
import { ScheduleWorth } from './schedule-worth';
import { SharedPeople } from './shared-people';
import { UnmetTable } from './unmet-table';

interface SchedulePreviewPanelProps {
  readonly fair: FairDetail;
  readonly scheduleId: string;
}

/** All that somebody wants to know before a schedule becomes bookings. */
export function SchedulePreviewPanel({ fair, scheduleId }: SchedulePreviewPanelProps) {
  const word = useMessages(fairWords);
  const { data: preview, error, refetch } = useQuery(fairScheduleQuery(fair.id, scheduleId));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (preview === undefined) return <PageSkeleton label={word('loading')} />;
  return (
    <div className="stack">
      <Decision fair={fair} preview={preview} />
      <FloorConflicts conflicts={preview.floorConflicts} />
      <SharedPeople slots={fair.slots} people={preview.people} />
      <UnmetTable unmet={preview.unmet} />
      <GainsTable gains={preview.gains} />
      <ChangesTable slots={fair.slots} changes={preview.changes} />
    </div>
  );
}

interface DecisionProps {
  readonly fair: FairDetail;
  readonly preview: SchedulePreview;
}

/** What it is worth, what it does, and the two buttons. */
function Decision({ fair, preview }: DecisionProps) {
  const t = useMessages(scheduleMessages);
  const { language } = useLanguage();
  const say = useToast();
  const sentence = useProblemSentence();
  const refresh = useFairRefresh();
  const key = useIdempotencyKey();
  const [busy, setBusy] = useState<'apply' | 'discard' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const counts = countsOf(preview);
  const facts = { fairState: fair.state, scheduleState: preview.state, isOutdated: preview.isOutdated };
  const step = async (name: 'apply' | 'discard', take: () => Promise<string>) => {
    setBusy(name);
    setFailure(null);
    try {
      say(await take());
    } catch (error) {
      setFailure(error);
    }
    await refresh();
    setBusy(null);
  };
  const apply = async () => {
    const done = await applySchedule(fair.id, preview.id, key.headersFor(preview.id));
    const { added, moved, removed } = done;
    return t('applied', { added, moved, removed });
  };
  const discard = async () => {
    await discardSchedule(fair.id, preview.id);
    return t('discarded');
  };
  return (
    <section className="panel stack stack--tight" aria-labelledby="schedule-preview">
      <h2 id="schedule-preview">{t(preview.state === 'applied' ? 'previewApplied' : 'preview')}</h2>
      {preview.appliedAt !== null && (
        <p>{t('appliedAt', { time: showInstant(preview.appliedAt, language) })}</p>
      )}
      {preview.isOutdated && (
        <Notice tone="warning" title={t('outdatedTitle')}>
          {t('outdated')}
        </Notice>
      )}
      {failure !== null && (
        <Notice tone="danger" live>
          {sentence(failure)}
        </Notice>
      )}
      <ScheduleWorth preview={preview} />
      <div className="cluster no-print">
        {applyScheduleRefusal(facts) === null && (
          <ConfirmedButton
            label={t('apply')}
            busy={busy === 'apply'}
            title={t('applyTitle')}
            onConfirm={() => void step('apply', apply)}
          >
            <p>{t('applyText', counts)}</p>
          </ConfirmedButton>
        )}
        {discardScheduleRefusal(preview.state) === null && (
          <ConfirmedButton
            label={t('discard')}
            variant="secondary"
            busy={busy === 'discard'}
            title={t('discardTitle')}
            onConfirm={() => void step('discard', discard)}
          >
            <p>{t('discardText')}</p>
          </ConfirmedButton>
        )}
      </div>
    </section>
  );
}
