import type { SessionAnswer } from './session';
import { dropAccessToken, holdAccessToken } from './access-token';

const REFRESH_PATH = '/api/v1/auth/refresh';
let underWay: Promise<SessionAnswer | null> | null = null;

/**
 * Trades the refresh cookie for a new access token. Single flight: however many requests meet a 401 at once,
 * one renewal runs, since the server takes a second use of the same cookie for theft.
 * Answers null when there is no session any more; throws when the server cannot be reached.
 */
export function renewSession(): Promise<SessionAnswer | null> {
  underWay ??= requestRenewal().finally(() => {
    underWay = null;
  });
  return underWay;
}

async function requestRenewal(): Promise<SessionAnswer | null> {
  // Tabs share the cookie; the lock keeps two of them from rotating it at the same moment.
  const response = await withTabLock(() =>
    fetch(REFRESH_PATH, { method: 'POST', credentials: 'same-origin' }),
  );
  if (response.status === 401 || response.status === 403) {
    dropAccessToken();
    return null;
  }
  if (!response.ok) throw new Error(`session renewal answered ${response.status}`);
  const answer: SessionAnswer = await response.json();
  holdAccessToken(answer.accessToken, answer.expiresIn, answer.user.id);
  return answer;
}

function withTabLock(request: () => Promise<Response>): Promise<Response> {
  return 'locks' in navigator ? navigator.locks.request('ieum.session', request) : request();
}
