import { useMutation, useQueryClient } from '@tanstack/react-query';
import { HAMKKE_NURI_MALL, SOCIAL_ECONOMY, surveyActionRefusal, type MoneyUnit } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { PrintButton } from '../../components/print-button';
import { ProgressBar } from '../../components/progress-bar';
import { StatCard } from '../../components/stat-card';
import { useToast } from '../../components/toast';
import { UnitSwitch } from '../../components/unit-switch';
import { CYCLES_KEY, stepCycle, type Cycle } from '../../lib/cycle-queries';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, moneyUnitFrom, showKrw } from '../../lib/money-format';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { acceptSurvey, type SurveyList } from './api';
import { surveyMessages } from './messages';
import { SurveyTable } from './survey-table';

const STATE = { state: 'all', unit: 'thousand_won' } as const;

interface SurveyMonitorProps {
  readonly cycle: Cycle;
  readonly list: SurveyList;
}

/** Who has answered and who has not, and what it comes to beside the institution's target. */
export function SurveyMonitor({ cycle, list }: SurveyMonitorProps) {
  const t = useMessages(surveyMessages);
  const { language } = useLanguage();
  const sentence = useProblemSentence();
  const may = useMay();
  const say = useToast();
  const client = useQueryClient();
  const [view, change] = useUrlState(STATE);
  const [asking, setAsking] = useState<'close-survey' | 'open-survey' | null>(null);
  const unit = moneyUnitFrom(view.unit) ?? 'thousand_won';
  const { sums } = list;
  const due = cycle.surveyDueOn;
  const acceptable = list.items.filter((row) => surveyActionRefusal(row, 'accept') === null);
  const step = useMutation({
    mutationFn: (wanted: 'close-survey' | 'open-survey') => stepCycle(cycle.id, wanted),
    onSuccess: (_, wanted) => say(t(wanted === 'close-survey' ? 'closed' : 'reopened')),
    onSettled: async () => {
      setAsking(null);
      await client.invalidateQueries({ queryKey: CYCLES_KEY });
    },
  });
  const acceptAll = useMutation({
    mutationFn: async () => {
      // One after another: what was accepted before a failure stays accepted and is shown so.
      for (const row of acceptable) await acceptSurvey(row.id);
      return acceptable.length;
    },
    onSuccess: (count) => say(t('acceptedAll', { count })),
    onSettled: () => client.invalidateQueries({ queryKey: CYCLES_KEY }),
  });
  const failure = step.error ?? acceptAll.error;
  const manages = may('cycle:manage');
  return (
    <>
      <section className="panel stack stack--tight">
        <div className="cluster cluster--spread">
          <p>
            {due === null ? t('dueNone') : t('due', { day: showDay(due, language) })}{' '}
            {due !== null && today() > due && cycle.state === 'survey_open' && (
              <strong>{t('overdue')}</strong>
            )}
          </p>
          <div className="cluster no-print">
            {may('survey:review') && acceptable.length > 0 && (
              <Button size="small" busy={acceptAll.isPending} onClick={() => acceptAll.mutate()}>
                {t('acceptAll', { count: acceptable.length })}
              </Button>
            )}
            {manages && cycle.state === 'survey_open' && (
              <Button variant="secondary" size="small" onClick={() => setAsking('close-survey')}>
                {t('closeSurvey')}
              </Button>
            )}
            {manages && cycle.state === 'survey_closed' && (
              <Button variant="secondary" size="small" onClick={() => setAsking('open-survey')}>
                {t('reopenSurvey')}
              </Button>
            )}
            <PrintButton />
          </div>
        </div>
        <ProgressBar label={t('progress')} done={sums.answered} total={sums.departments} />
        {failure && (
          <Notice tone="danger" live>
            {sentence(failure)}
          </Notice>
        )}
      </section>
      <div className="card-grid">
        <StatCard
          label={t('waiting')}
          value={String(sums.waiting)}
          unit={t('departments')}
          note={t('ofDepartments', { count: sums.departments })}
        />
        <StatCard
          label={t('planned')}
          value={showKrw(sums.plannedKrw, unit)}
          unit={moneyMessages[language][unit]}
          formula={t('sumFormula')}
          note={t('sumsOf', { count: sums.answered })}
        />
        <WishedCard cycle={cycle} unit={unit} scheme={SOCIAL_ECONOMY} sumKrw={sums.wishedTargetKrw} />
        <WishedCard cycle={cycle} unit={unit} scheme={HAMKKE_NURI_MALL} sumKrw={sums.wishedMallTargetKrw} />
      </div>
      <SurveyTable
        rows={list.items}
        unit={unit}
        state={view.state}
        onState={(state) => change({ state })}
        tools={<UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />}
      />
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        busy={step.isPending}
        title={t(asking === 'open-survey' ? 'reopenSurvey' : 'closeSurvey')}
        confirmLabel={t(asking === 'open-survey' ? 'reopenSurvey' : 'closeSurvey')}
        onConfirm={() => asking !== null && step.mutate(asking)}
      >
        <p>{t(asking === 'open-survey' ? 'reopenText' : 'closeText')}</p>
        {asking === 'close-survey' && sums.waiting > 0 && (
          <Notice tone="warning">{t('closeWaiting', { count: sums.waiting })}</Notice>
        )}
      </ConfirmDialog>
    </>
  );
}

interface WishedCardProps {
  readonly cycle: Cycle;
  readonly unit: MoneyUnit;
  readonly scheme: string;
  readonly sumKrw: number;
}

function WishedCard({ cycle, unit, scheme, sumKrw }: WishedCardProps) {
  const t = useMessages(surveyMessages);
  const { language } = useLanguage();
  const target = cycle.institutionTargets.find((one) => one.schemeCode === scheme)?.targetKrw ?? null;
  const difference = sumKrw - (target ?? 0);
  const shown = {
    target: showKrw(target, unit),
    difference: `${difference > 0 ? '+' : ''}${showKrw(difference, unit)}`,
    unit: moneyMessages[language][unit],
  };
  return (
    <StatCard
      label={t(scheme === SOCIAL_ECONOMY ? 'wished' : 'wishedMall')}
      value={showKrw(sumKrw, unit)}
      unit={moneyMessages[language][unit]}
      formula={t('sumFormula')}
      note={target === null ? t('againstNone') : t('againstTarget', shown)}
    />
  );
}
