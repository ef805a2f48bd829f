import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loggedRequest } from '../src/common/logged-request';
import { createWorld, type World } from './support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.end();
});

type Request = Parameters<World['app']['inject']>[0];

async function problemOf(request: Request): Promise<string> {
  const response = await world.app.inject(request);
  expect(response.headers['content-type']).toContain('application/problem+json');
  return `${response.statusCode} ${response.json<{ code: string }>().code}`;
}

const json = { 'content-type': 'application/json' };
const login = '/api/v1/auth/login';

describe('whatever goes wrong before a controller', () => {
  it.each<[string, Request, string]>([
    [
      'a body that is no JSON',
      { method: 'POST', url: login, headers: json, payload: '{' },
      '400 INVALID_INPUT',
    ],
    [
      'a body nested 20,000 deep',
      { method: 'POST', url: login, headers: json, payload: '['.repeat(20_000) },
      '400 INVALID_INPUT',
    ],
    [
      'a body of another kind',
      { method: 'POST', url: login, headers: { 'content-type': 'text/plain' }, payload: 'x' },
      '415 FILE_TYPE_REFUSED',
    ],
    [
      'a body that is too large',
      { method: 'POST', url: login, headers: json, payload: `"${'x'.repeat(1_100_000)}"` },
      '413 FILE_TOO_LARGE',
    ],
    ['NUL in the address', { method: 'GET', url: '/api/v1/suppliers?q=%00' }, '400 INVALID_INPUT'],
    ['an address that is cut', { method: 'GET', url: '/api/v1/suppliers/%E0%A4%A' }, '400 INVALID_INPUT'],
    ['a route that is not there', { method: 'GET', url: '/api/v1/nothing' }, '404 NOT_FOUND'],
    ['no session', { method: 'GET', url: '/api/v1/institutions' }, '401 SESSION_EXPIRED'],
  ])('is problem details: %s', async (_name, request, expected) => {
    expect(await problemOf(request)).toBe(expected);
  });
});

describe('what is left behind', () => {
  it('in a log line names neither what was searched for nor from where', () => {
    const request = { method: 'GET', url: '/api/v1/users?q=kim%40gangbuk.example', ip: '10.1.2.3' };
    expect(loggedRequest(request)).toEqual({ method: 'GET', path: '/api/v1/users' });
  });

  it('in a browser is no answer that an account was given', async () => {
    const email = await world.given.user('admin');
    const admin = await world.loginAs(email);
    for (const path of ['/users', '/auth/me', '/purchases?limit=1']) {
      expect((await admin.get(path, { expect: 200 })).headers['cache-control']).toBe('no-store');
    }
  });
});
