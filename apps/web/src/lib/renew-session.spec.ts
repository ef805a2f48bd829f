import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { accessToken, dropAccessToken, holdAccessToken } from './access-token';
import { fetchWithSession } from './api';

const read = () => fetchWithSession(new Request('http://localhost/api/v1/purchases'));

/** A server that takes only the token `fresh`; counts renewals. */
function serve(renewalStatus: number) {
  const calls = { renewals: 0 };
  globalThis.fetch = jest.fn(async (input: string | URL | Request) => {
    const address = input instanceof Request ? input.url : String(input);
    if (address.endsWith('/auth/refresh')) {
      calls.renewals += 1;
      return Response.json({ accessToken: 'fresh', expiresIn: 900, user: {} }, { status: renewalStatus });
    }
    const token = input instanceof Request ? input.headers.get('Authorization') : null;
    return new Response(null, { status: token === 'Bearer fresh' ? 200 : 401 });
  });
  return calls;
}

describe('session renewal', () => {
  beforeEach(() => {
    dropAccessToken();
    holdAccessToken('stale', 900);
  });

  it('runs once for many requests that meet a 401 together, and repeats each of them', async () => {
    const calls = serve(200);
    const answers = await Promise.all([read(), read(), read(), read()]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(calls.renewals).toBe(1);
    expect(accessToken()).toBe('fresh');
  });

  it('ends the session when the renewal is refused', async () => {
    serve(401);
    expect((await read()).status).toBe(401);
    expect(accessToken()).toBeNull();
  });

  it('keeps the session when the server is only busy', async () => {
    serve(503);
    await expect(read()).rejects.toThrow('503');
    expect(accessToken()).toBe('stale');
  });

  it('does not renew for wrong credentials', async () => {
    const calls = serve(200);
    await fetchWithSession(new Request('http://localhost/api/v1/auth/login', { method: 'POST' }));
    expect(calls.renewals).toBe(0);
  });
});
