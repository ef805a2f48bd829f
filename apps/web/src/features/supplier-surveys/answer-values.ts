import { supplierSurveyAnswerRefusal } from '@ieum/domain';
import type { SurveyAnswer } from './api';

/** What the enterprise's form holds. */
export interface AnswerValues {
  /** 'yes' | 'no' | '' while nothing is chosen */
  readonly canSell: string;
  readonly offers: string;
  readonly capacity: string;
  readonly obstacles: string;
}

export const EMPTY_ANSWER: AnswerValues = { canSell: '', offers: '', capacity: '', obstacles: '' };

export function isAnswerValues(value: unknown): value is AnswerValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return ['canSell', 'offers', 'capacity', 'obstacles'].every((name) => typeof record[name] === 'string');
}

function facts(values: AnswerValues) {
  const canSell = values.canSell === 'yes';
  const textOf = (text: string) => (text.trim() === '' ? null : text.trim().normalize('NFC'));
  return {
    canSell,
    // What is on offer is asked of who can sell, and of nobody else.
    offers: canSell ? textOf(values.offers) : null,
    capacity: canSell ? textOf(values.capacity) : null,
    obstacles: textOf(values.obstacles),
  };
}

export function answerOf(values: AnswerValues): SurveyAnswer {
  return facts(values);
}

/** Does somebody who can sell still not say what? By the rule that the server calls too. */
export function lacksOffers(values: AnswerValues): boolean {
  return supplierSurveyAnswerRefusal('sent', facts(values)) !== null;
}
