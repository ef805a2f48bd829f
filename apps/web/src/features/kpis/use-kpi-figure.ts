import type { MoneyUnit } from '@ieum/domain';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, showKrw } from '../../lib/money-format';
import type { Kpi } from './api';
import { kpiMessages } from './messages';

export type ShowFigure = (value: number | null, kpi: Pick<Kpi, 'basis' | 'unit'>) => string;

/** A figure with its unit word: amounts in the unit of the page, counts in the row's own. */
export function useKpiFigure(unit: MoneyUnit): ShowFigure {
  const { language } = useLanguage();
  return (value, kpi) => {
    if (value === null) return '–';
    return kpi.basis === 'amount'
      ? `${showKrw(value, unit)}${moneyMessages[language][unit]}`
      : `${showKrw(value)}${kpi.unit}`;
  };
}

/** How a rate came about, in whole figures: the unit of the page would round them. */
export function useKpiFormula(): (kpi: Kpi, rate: NonNullable<Kpi['rate']>) => string {
  const t = useMessages(kpiMessages);
  const money = useMessages(moneyMessages);
  const figure = useKpiFigure('won');
  return (kpi, { numerator, denominator, percent, policy }) =>
    t('formula', {
      numerator: figure(numerator, kpi),
      denominator: figure(denominator, kpi),
      percent: String(percent),
      rounding: money(policy.rounding === 'half_up' ? 'roundedHalfUp' : 'roundedDown', {
        decimals: policy.decimals,
      }),
    });
}
