import type { Refusal } from '@ieum/domain';
import type { Language } from './define-messages';
import { fillMessage } from './fill-message';
import { REFUSAL_MESSAGES } from './refusal-messages';

/** The sentence for a refusal that a rule gives here, before anything was sent. */
export function refusalSentence(refused: Refusal, language: Language): string {
  const details: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(refused.details ?? {}))
    if (typeof value === 'string' || typeof value === 'number') details[name] = value;
  return fillMessage(REFUSAL_MESSAGES[refused.code][language], details, language);
}
