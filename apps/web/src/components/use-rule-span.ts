import type { Day } from '@ieum/domain';
import { showDay } from '../lib/date-format';
import { useLanguage, useMessages } from '../lib/language';
import { directAwardHintMessages } from './direct-award-hint-messages';

interface Span {
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** From when to when a rule applies, in words: both days inclusive. */
export function useRuleSpan(): (rule: Span) => string {
  const t = useMessages(directAwardHintMessages);
  const { language } = useLanguage();
  return ({ validFrom, validTo }) => {
    const [from, to] = [showDay(validFrom, language), showDay(validTo, language)];
    if (validFrom === null) return validTo === null ? t('spanAlways') : t('spanTo', { to });
    return validTo === null ? t('spanFrom', { from }) : t('span', { from, to });
  };
}
