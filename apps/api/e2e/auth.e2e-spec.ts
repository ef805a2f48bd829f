import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from './support/world';
import { TEST_PASSWORD } from './support/given';

let world: World;
let institutionId: string;
let email: string;

beforeAll(async () => {
  world = await createWorld();
  institutionId = await world.given.institution();
  const departmentId = await world.given.department(institutionId, '일자리지원과');
  email = await world.given.user('clerk', { institutionId, departmentId });
});
afterAll(() => world.end());

async function login(account: string, password: string, remoteAddress = '127.0.0.1') {
  return world.app.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    remoteAddress,
    payload: { email: account, password },
  });
}

function cookieOf(response: { headers: Record<string, unknown> }): string {
  return String(response.headers['set-cookie']).split(';')[0] ?? '';
}

describe('login', () => {
  it('opens a session and says who one is and what one may do', async () => {
    const clerk = await world.loginAs(email);
    const me = await clerk.get('/auth/me', { expect: 200 });
    expect(me.body).toMatchObject({ email, role: 'clerk', departmentName: '일자리지원과', institutionId });
    expect(me.body['permissions']).toContain('purchase:write');
    expect(me.body['permissions']).not.toContain('period:close');
  });

  it('answers an unknown account and a wrong password alike', async () => {
    const wrong = await login(email, 'not the password', '10.0.0.1');
    const unknown = await login('nobody@test.example', 'not the password', '10.0.0.2');
    const { requestId: a, ...first } = wrong.json<Record<string, unknown>>();
    const { requestId: b, ...second } = unknown.json<Record<string, unknown>>();
    expect(first).toEqual(second);
    expect(a).not.toBe(b);
    expect(wrong.statusCode).toBe(401);
  });

  it('locks the pair of account and source after five failures, and not the account elsewhere', async () => {
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect((await login(email, 'wrong', '10.0.0.9')).statusCode).toBe(401);
    }
    const locked = await login(email, TEST_PASSWORD, '10.0.0.9');
    expect(locked.statusCode).toBe(429);
    expect(locked.json<{ code: string }>().code).toBe('LOGIN_LOCKED');
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    expect((await login(email, TEST_PASSWORD, '10.0.0.10')).statusCode).toBe(200);
  });

  it('lets no more than five of twenty simultaneous guesses through to the password', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => login(email, 'guess', '10.0.0.77')));
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(15);
  });
});

describe('refresh', () => {
  const refresh = (cookie: string) =>
    world.app.inject({ method: 'POST', url: '/api/v1/auth/refresh', headers: { cookie } });

  it('rotates; a repeat within the grace gets the same token; an older one ends the session', async () => {
    const first = cookieOf(await login(email, TEST_PASSWORD, '10.0.1.1'));
    const second = await refresh(first);
    expect(second.statusCode).toBe(200);
    const again = await refresh(first);
    expect(cookieOf(again)).toBe(cookieOf(second));
    const third = await refresh(cookieOf(second));
    expect(third.statusCode).toBe(200);
    expect((await refresh(first)).statusCode).toBe(401);
    expect((await refresh(cookieOf(third))).statusCode).toBe(401);
  });

  it('refuses a token that we did not sign', async () => {
    const cookie = cookieOf(await login(email, TEST_PASSWORD, '10.0.1.2'));
    const forged = cookie.replace(/\.0\./, '.1.');
    expect(forged).not.toBe(cookie);
    expect((await refresh(forged)).statusCode).toBe(401);
    expect((await refresh(cookie)).statusCode).toBe(200);
  });

  it('ends at logout, for the access token as well', async () => {
    const opened = await login(email, TEST_PASSWORD, '10.0.1.3');
    const authorization = `Bearer ${opened.json<{ accessToken: string }>().accessToken}`;
    await world.app.inject({
      method: 'POST',
      url: '/api/v1/auth/logout',
      headers: { cookie: cookieOf(opened) },
    });
    const me = await world.app.inject({ method: 'GET', url: '/api/v1/auth/me', headers: { authorization } });
    expect(me.statusCode).toBe(401);
  });
});

describe('an account without the demo flag', () => {
  it('is not listed, and a demo account cannot log in', async () => {
    const demo = await world.given.user('clerk', {
      institutionId,
      departmentId: await world.given.department(institutionId, '재무과'),
    });
    await world.database.sql('UPDATE users SET is_demo = true WHERE email = $1', [demo]);
    expect((await world.anonymous.get('/auth/demo-accounts', { expect: 200 })).body).toEqual({ items: [] });
    expect((await login(demo, TEST_PASSWORD, '10.0.2.1')).statusCode).toBe(401);
  });
});

describe('changing the own password', () => {
  const NEXT = 'a password that is new and long';

  async function newcomer(name: string) {
    const departmentId = await world.given.department(institutionId, name);
    const account = await world.given.user('clerk', { institutionId, departmentId });
    return { account, here: await world.loginAs(account) };
  }

  it('ends every other session of the account, with its refresh cookie, and keeps this one', async () => {
    const { account, here } = await newcomer('총무과');
    const elsewhere = await login(account, TEST_PASSWORD, '10.0.3.1');
    const authorization = `Bearer ${elsewhere.json<{ accessToken: string }>().accessToken}`;
    const body = { currentPassword: TEST_PASSWORD, newPassword: NEXT };
    await here.post('/auth/password', body, { expect: 204 });
    const me = await world.app.inject({ method: 'GET', url: '/api/v1/auth/me', headers: { authorization } });
    expect(me.statusCode).toBe(401);
    const refreshed = await world.app.inject({
      method: 'POST',
      url: '/api/v1/auth/refresh',
      headers: { cookie: cookieOf(elsewhere) },
    });
    expect(refreshed.statusCode).toBe(401);
    await here.get('/auth/me', { expect: 200 });
  });

  it('lets a stolen access token guess the current password five times, and not find it then', async () => {
    const { here } = await newcomer('홍보과');
    const guess = (currentPassword: string) =>
      here.post('/auth/password', { currentPassword, newPassword: NEXT });
    for (let attempt = 1; attempt <= 5; attempt++)
      expect((await guess(`guess ${attempt}`)).body['code']).toBe('CURRENT_PASSWORD_WRONG');
    expect((await guess(TEST_PASSWORD)).body['code']).toBe('LOGIN_LOCKED');
  });
});
