import { createHmac, timingSafeEqual } from 'node:crypto';

export interface RefreshClaim {
  readonly sessionId: string;
  readonly rotation: number;
}

/**
 * The token of one rotation of one session: derived, not stored. Asking twice gives the same token, so a lost answer
 * (or two tabs) can be answered again.
 */
export function refreshToken(secret: string, claim: RefreshClaim): string {
  return `${claim.sessionId}.${claim.rotation}.${signature(secret, claim)}`;
}

/** @returns the claim of a token that we made, or null */
export function readRefreshToken(secret: string, token: string): RefreshClaim | null {
  const match = /^([0-9a-f-]{36})\.(\d{1,9})\.([\w-]{43})$/.exec(token);
  if (match === null) return null;
  const claim = { sessionId: match[1] ?? '', rotation: Number(match[2]) };
  const expected = Buffer.from(signature(secret, claim));
  const given = Buffer.from(match[3] ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given) ? claim : null;
}

function signature(secret: string, claim: RefreshClaim): string {
  return createHmac('sha256', `refresh:${secret}`)
    .update(`${claim.sessionId}.${claim.rotation}`)
    .digest('base64url');
}
