import type { MoneyUnit } from '@ieum/domain';
import { FactList } from '../../components/fact-list';
import { UnitSwitch } from '../../components/unit-switch';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, showKrw } from '../../lib/money-format';
import type { MatchTotals } from './api';
import { matchMessages } from './messages';

interface MatchTotalsPanelProps {
  readonly totals: MatchTotals;
  readonly unit: MoneyUnit;
  readonly onUnit: (unit: MoneyUnit) => void;
}

/** Of everything that the filter finds, whatever is on the screen. */
export function MatchTotalsPanel({ totals, unit, onUnit }: MatchTotalsPanelProps) {
  const t = useMessages(matchMessages);
  const { language } = useLanguage();
  const money = (krw: number) => `${showKrw(krw, unit)} ${moneyMessages[language][unit]}`;
  const number = (count: number) => t('columnCount', { count: count.toLocaleString('ko-KR') });
  return (
    <section className="panel stack stack--tight" aria-label={t('totals')}>
      <div className="cluster cluster--spread">
        <h2>{t('totals')}</h2>
        <UnitSwitch unit={unit} onChange={onUnit} />
      </div>
      <FactList
        facts={[
          { label: t('count'), value: number(totals.count) },
          { label: t('won'), value: number(totals.wonCount) },
          { label: t('contracted'), value: number(totals.contractedCount) },
          { label: t('estimated'), value: money(totals.estimatedValueKrw) },
          { label: t('contractValue'), value: money(totals.contractKrw) },
        ]}
      />
      <p className="field__hint">{t('onceNote')}</p>
    </section>
  );
}
