import { formatBusinessNumber, type VerifiedFact } from '@ieum/domain';
import { showDay } from '../../lib/date-format';
import type { Language } from '../../lib/define-messages';
import { showBasisPoints } from '../../lib/percent-format';
import { districtName } from '../../lib/seoul-tiles';

/** A fact of a proposal as people read it: numbers with hyphens, ratios in percent, districts by name. */
export function factText(fact: VerifiedFact, value: string | null, language: Language): string {
  if (value === null || value === '') return '–';
  switch (fact) {
    case 'businessNumber':
      return formatBusinessNumber(value);
    case 'districtCode':
      return districtName(value, language) ?? value;
    case 'vulnerableEmploymentBp':
      return `${showBasisPoints(Number(value))}%`;
    case 'vulnerableEmploymentOn':
      return showDay(value, language);
    case 'name':
    case 'representative':
    case 'address':
      return value;
  }
}
