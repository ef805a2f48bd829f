import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';

/** What an enterprise asks to have verified: facts of the company, a certificate, or that the register's row is theirs. */
export const VERIFICATION_SUBJECTS = ['facts', 'certification', 'claim'] as const;
export type VerificationSubject = (typeof VERIFICATION_SUBJECTS)[number];

export const VERIFICATION_STATES = ['pending', 'verified', 'refused', 'withdrawn'] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** Facts that an enterprise may not change by itself: until somebody has verified them, the old ones stay public. */
export const VERIFIED_FACTS = [
  'name',
  'businessNumber',
  'representative',
  'address',
  'districtCode',
  'vulnerableEmploymentBp',
  'vulnerableEmploymentOn',
] as const;
export type VerifiedFact = (typeof VERIFIED_FACTS)[number];

/** The enterprise's own words: they change at once. */
export const OWN_WORDS = ['homepage', 'phone', 'email', 'businessSummary', 'introduction'] as const;
export type OwnWord = (typeof OWN_WORDS)[number];

/**
 * May this be decided, or taken back, now?
 * @returns VERIFICATION_STATE when it no longer waits, REASON_REQUIRED when it is refused without a reason, or null
 */
export function verificationRefusal(
  state: VerificationState,
  decision: 'verified' | 'refused' | 'withdrawn',
  reason: string | null,
): Refusal | null {
  if (state !== 'pending') return refusal('VERIFICATION_STATE', { state });
  if (decision === 'refused' && (reason ?? '').trim() === '')
    return refusal('REASON_REQUIRED', { field: 'reason' });
  return null;
}

/** Values of verified facts: of a proposal those that it would change, of a supplier what stands. */
export interface FactValues {
  readonly name?: string;
  readonly businessNumber?: string | null;
  readonly representative?: string | null;
  readonly address?: string | null;
  readonly districtCode?: string | null;
  readonly vulnerableEmploymentBp?: number | null;
  readonly vulnerableEmploymentOn?: Day | null;
}

/** Of what is asked, that which differs from what stands: a proposal holds nothing else. */
export function proposedFacts(standing: FactValues, asked: FactValues): FactValues {
  const changed = VERIFIED_FACTS.filter(
    (fact) => asked[fact] !== undefined && asked[fact] !== (standing[fact] ?? null),
  );
  return pickFacts(asked, changed);
}

/** Facts of a proposal whose standing value is another one by now than when it was proposed. */
export function factsChangedSince(proposed: FactValues, standingThen: FactValues, standingNow: FactValues) {
  return factsIn(proposed).filter((fact) => (standingThen[fact] ?? null) !== (standingNow[fact] ?? null));
}

/** What an enterprise says of a certificate is verified by its evidence. */
export function enterpriseEvidenceRefusal(evidenceFileId: string | null): Refusal | null {
  return evidenceFileId === null ? refusal('EVIDENCE_REQUIRED', { field: 'evidenceFileId' }) : null;
}

/** The values of these facts alone; what has none is null. */
export function pickFacts(values: FactValues, facts: readonly VerifiedFact[]): FactValues {
  return Object.fromEntries(facts.map((fact) => [fact, values[fact] ?? null])) as FactValues;
}

/** The facts that a proposal would change. */
export function factsIn(proposed: FactValues): VerifiedFact[] {
  return VERIFIED_FACTS.filter((fact) => proposed[fact] !== undefined);
}
