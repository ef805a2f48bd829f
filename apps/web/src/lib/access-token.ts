/**
 * The access token lives in memory only: never in a storage that a script could read later.
 * After a reload the refresh cookie (HttpOnly) brings a new one.
 */
interface HeldToken {
  readonly token: string;
  /** milliseconds of the clock at which the server stops accepting the token */
  readonly expiresAt: number;
  /** whose it is; null where nobody asks */
  readonly userId: string | null;
}

let held: HeldToken | null = null;
const listeners = new Set<() => void>();

export function holdAccessToken(token: string, expiresInSeconds: number, userId: string | null = null): void {
  held = { token, expiresAt: Date.now() + expiresInSeconds * 1000, userId };
  listeners.forEach((listener) => listener());
}

/** Ends what was held. Two answers of 401 end one session: the second is no news, and the login page is not disturbed. */
export function dropAccessToken(): void {
  if (held === null) return;
  held = null;
  listeners.forEach((listener) => listener());
}

export function accessToken(): string | null {
  return held?.token ?? null;
}

/** Whose session it is by now: another tab may have signed somebody else in. */
export function accessTokenUserId(): string | null {
  return held?.userId ?? null;
}

export function accessTokenExpiresAt(): number | null {
  return held?.expiresAt ?? null;
}

/** Calls back after every change; the answer ends the subscription. */
export function onAccessTokenChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
