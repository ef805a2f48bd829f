import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld, type World } from './support/world';

const root = mkdtempSync(join(tmpdir(), 'ieum-web-'));
let world: World;

beforeAll(async () => {
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>이음</title>');
  world = await createWorld({ environment: { IEUM_WEB_ROOT: root } });
});
afterAll(async () => {
  await world.end();
  rmSync(root, { recursive: true });
});

describe('the built web', () => {
  it('answers every address of the product with the page, and says that a file of another build is gone', async () => {
    const page = await world.app.inject({ method: 'GET', url: '/suppliers/compare?id=1' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const url of ['/assets/index-Old.js', '/fonts/gone.woff2', '/api/v1/nothing']) {
      const gone = await world.app.inject({ method: 'GET', url });
      expect([url, gone.statusCode, gone.headers['content-type']]).toEqual([
        url,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });
});
