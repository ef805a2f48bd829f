import { FormulaTip } from '../../../components/formula-tip';
import { StatCard } from '../../../components/stat-card';
import { useMessages } from '../../../lib/language';
import type { SchedulePreview } from '../api';
import '../fairs.css';
import { countsOf } from './schedule-counts';
import { scheduleMessages } from './schedule-messages';

const SENTENCES = {
  optimal_by_prices: 'worthPrices',
  optimal_by_search: 'worthSearch',
  bounded: 'worthBounded',
} as const;

const number = (value: number) => value.toLocaleString('ko-KR');

/** The proof in one plain sentence, and how many bookings it touches. */
export function ScheduleWorth({ preview }: { readonly preview: SchedulePreview }) {
  const t = useMessages(scheduleMessages);
  const { preference, bound, proof, solveMs, seed } = preview;
  const counts = countsOf(preview);
  if (preference === null || bound === null || proof === null) return null;
  return (
    <>
      <p>
        {t(SENTENCES[proof], {
          preference: number(preference),
          bound: number(bound),
          gap: number(bound - preference),
        })}
        <FormulaTip
          label={t('worth')}
          formula={t('worthFormula', {
            preference: number(preference),
            bound: number(bound),
            percent: bound === 0 ? 100 : Math.floor((preference / bound) * 1000) / 10,
          })}
        />
      </p>
      <div className="fair-figures">
        {(['added', 'moved', 'removed', 'kept'] as const).map((name) => (
          <StatCard key={name} label={t(name)} value={number(counts[name])} unit={t('pieces')} />
        ))}
      </div>
      {solveMs !== null && (
        <p className="field__hint">
          {t('solveTime', { seconds: (solveMs / 1000).toFixed(solveMs < 1000 ? 2 : 1), seed })}
        </p>
      )}
    </>
  );
}
