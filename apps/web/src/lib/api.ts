import { createClient } from '@ieum/api-client';
import { accessToken, accessTokenUserId } from './access-token';
import { rememberedLanguage } from './language';
import { renewSession } from './renew-session';

/** Paths on which a 401 speaks of the credentials themselves, so that a renewal would not help. */
const CREDENTIAL_PATHS = ['/api/v1/auth/login', '/api/v1/auth/refresh', '/api/v1/auth/logout'];

/** The typed API: `api.GET('/api/v1/…')`; pass the answer through `unwrap`. */
export const api = createClient({ baseUrl: window.location.origin, fetch: fetchWithSession });

/**
 * Sends a request in the name of the session; for answers that are not JSON (exports, evidence files) too.
 * A 401 renews the session once and sends the same request again, with the same idempotency key.
 */
export async function fetchWithSession(request: Request): Promise<Response> {
  const spare = request.clone();
  const answer = await fetch(prepared(request));
  if (answer.status !== 401 || CREDENTIAL_PATHS.includes(new URL(request.url).pathname)) return answer;
  const renewed = await renewSession();
  return renewed === null ? answer : fetch(prepared(spare));
}

/**
 * The same for one account and nobody else: what somebody did is never sent in the name of who signed in after them.
 * Answers 401 when the session is over or somebody else's.
 */
export async function fetchAs(userId: string, request: Request): Promise<Response> {
  const spare = request.clone();
  const holder = accessTokenUserId();
  if (holder !== null && holder !== userId) return new Response(null, { status: 401 });
  if (holder !== null) {
    const answer = await fetch(prepared(request));
    if (answer.status !== 401) return answer;
  }
  const renewed = await renewSession();
  return renewed?.user.id === userId ? fetch(prepared(spare)) : new Response(null, { status: 401 });
}

function prepared(request: Request): Request {
  const token = accessToken();
  if (token !== null) request.headers.set('Authorization', `Bearer ${token}`);
  request.headers.set('Accept-Language', rememberedLanguage());
  return request;
}
