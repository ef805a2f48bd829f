import { computeScheduleRefusal } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Disclosure } from '../../../components/disclosure';
import { MoneyField } from '../../../components/money-field';
import { Notice } from '../../../components/notice';
import { useMessages } from '../../../lib/language';
import { useProblemSentence } from '../../../lib/problem-sentences';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import type { FairDetail } from '../api';
import { computeSchedule } from '../fair-changes';
import { useFairRefresh } from '../use-fair-refresh';
import { scheduleMessages } from './schedule-messages';

interface ComputePanelProps {
  readonly fair: FairDetail;
  readonly onStarted: (scheduleId: string) => void;
}

const DEFAULT_SEED = 1;
const MAX_SEED = 2_147_483_647;

export function ComputePanel({ fair, onStarted }: ComputePanelProps) {
  const t = useMessages(scheduleMessages);
  const sentence = useProblemSentence();
  const refresh = useFairRefresh();
  const key = useIdempotencyKey();
  const [seed, setSeed] = useState<number | null>(DEFAULT_SEED);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isWrong = seed === null || seed < 1 || seed > MAX_SEED;
  const compute = async () => {
    if (seed === null || isWrong) return;
    setBusy(true);
    setFailure(null);
    try {
      const started = await computeSchedule(fair.id, seed, key.headersFor(seed));
      key.renew();
      await refresh();
      onStarted(started.schedule.id);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <section className="panel stack stack--tight no-print" aria-label={t('compute')}>
      <p>{t('computeLead')}</p>
      {failure !== null && (
        <Notice tone="danger" live>
          {sentence(failure)}
        </Notice>
      )}
      {computeScheduleRefusal(fair.state) !== null ? (
        <p className="field__hint">{t('computeWhen')}</p>
      ) : (
        <>
          <div>
            <Button icon="chart" busy={busy} onClick={() => void compute()}>
              {t('compute')}
            </Button>
          </div>
          <Disclosure title={t('options')} open={isWrong}>
            <MoneyField
              label={t('seed')}
              hint={t('seedHint')}
              countWord={t('seedWord')}
              value={seed}
              onChange={setSeed}
              error={isWrong ? t('seedWrong') : undefined}
            />
          </Disclosure>
        </>
      )}
    </section>
  );
}
