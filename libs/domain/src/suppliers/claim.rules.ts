import { refusal, type Refusal } from '../refusal';

/** How often one account may ask for an enterprise, so that nobody tries numbers until one fits. */
export const MAX_CLAIMS_IN_30_DAYS = 5;
/** Look-ups of a business number a day, those of a claim included. */
export const MAX_CLAIM_LOOKUPS_A_DAY = 20;
/** Files that an account without an enterprise may keep as evidence of its claims, in all. */
export const MAX_CLAIM_FILES = 10;

export interface ClaimFacts {
  /** the account belongs to an enterprise already */
  readonly isBound: boolean;
  /** a claim of the account waits */
  readonly hasOpenClaim: boolean;
  /** claims of the account in the last 30 days, whatever became of them */
  readonly recentClaims: number;
}

/**
 * May this account claim an enterprise of the register?
 * @returns CLAIM_NOT_POSSIBLE, CLAIM_EXISTS, TOO_MANY_REQUESTS or null
 */
export function claimRefusal({ isBound, hasOpenClaim, recentClaims }: ClaimFacts): Refusal | null {
  if (isBound) return refusal('CLAIM_NOT_POSSIBLE');
  if (hasOpenClaim) return refusal('CLAIM_EXISTS');
  return recentClaims >= MAX_CLAIMS_IN_30_DAYS ? refusal('TOO_MANY_REQUESTS') : null;
}
