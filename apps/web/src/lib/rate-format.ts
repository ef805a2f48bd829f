import type { Rate } from '@ieum/domain';
import { formatKrw } from '@ieum/domain';
import type { Language } from './define-messages';
import { fillMessage } from './fill-message';
import { moneyMessages } from './money-format';

/** What a rate needs to be shown; the API's rate object and the domain's both fit. */
export interface ShownRate {
  readonly numeratorKrw: number;
  readonly denominatorKrw: number | null;
  readonly percent: number | null;
  readonly display: string | null;
  readonly policy?: Pick<Rate['policy'], 'rounding' | 'decimals'>;
}

/** "125.7%", or the words for "no target": never 0 % and never infinite. */
export function showRate(rate: ShownRate, language: Language): string {
  return rate.display === null ? moneyMessages[language].noTarget : `${rate.display}%`;
}

/** How the rate came about, for hover and focus: of won, or of things counted. Null when there is no target to divide by. */
export function rateFormula(
  rate: ShownRate,
  language: Language,
  of: 'won' | 'counts' = 'won',
): string | null {
  if (rate.percent === null || rate.denominatorKrw === null) return null;
  const texts = moneyMessages[language];
  const formula = fillMessage(
    of === 'won' ? texts.formula : texts.formulaOfCounts,
    {
      numerator: formatKrw(rate.numeratorKrw),
      denominator: formatKrw(rate.denominatorKrw),
      percent: String(rate.percent),
    },
    language,
  );
  if (rate.policy === undefined) return formula;
  const rounding = rate.policy.rounding === 'half_up' ? texts.roundedHalfUp : texts.roundedDown;
  return `${formula} (${fillMessage(rounding, { decimals: rate.policy.decimals }, language)})`;
}
