import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Contract, type HttpMethod } from './support/contract';
import { createWorld, type World } from './support/world';

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const ID = '019aa5d0-7c1e-7000-8000-000000000001';
const root = mkdtempSync(join(tmpdir(), 'ieum-web-'));

let world: World;
let contract: Contract;

beforeAll(async () => {
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>이음</title>');
  // With the built web as in production: its catch-all route must not swallow the question.
  world = await createWorld({ environment: { IEUM_WEB_ROOT: root } });
  contract = new Contract(world.app);
});
afterAll(async () => {
  await world.end();
  rmSync(root, { recursive: true });
});

/** Methods of the addresses that this one is, also as a value of another's placeholder (`/suppliers/export`). */
function methodsOf(address: string): Set<string> {
  const isThis = (path: string) =>
    new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address);
  return new Set(contract.operations.filter(({ path }) => isThis(path)).map(({ method }) => method));
}

describe('a wrong method', () => {
  it('of every address of the contract is 405, with the methods that it knows', async () => {
    const addresses = new Set(contract.operations.map(({ path }) => path.replaceAll(/\{\w+\}/g, ID)));
    let asked = 0;
    for (const url of addresses) {
      const known = methodsOf(url);
      for (const method of METHODS.filter((one) => !known.has(one))) {
        const answer = await world.app.inject({ method, url });
        const allowed = String(answer.headers['allow']).split(', ');
        expect([method, url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
          method,
          url,
          405,
          'METHOD_NOT_ALLOWED',
        ]);
        expect(allowed.filter((one) => one !== 'HEAD')).toEqual([...known].sort());
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(300);
  });

  it('of an unknown address is 404, whatever the method', async () => {
    for (const method of METHODS) {
      for (const url of ['/api/v1/nothing', `/api/v1/suppliers/${ID}/nothing`, '/api/v1/suppliers/']) {
        const answer = await world.app.inject({ method, url });
        expect([method, url, answer.statusCode, answer.headers['allow']]).toEqual([
          method,
          url,
          404,
          undefined,
        ]);
      }
    }
  });
});
