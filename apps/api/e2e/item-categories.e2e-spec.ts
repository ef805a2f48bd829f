import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnerSql } from '../src/database/owner-sql';
import { loadItemCategories } from '../src/suppliers/catalogue/category-load';
import { listOf } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

describe('the item classification', () => {
  it('is read from the top, step by step, without an account', async () => {
    const top = await world.anonymous.get('/item-categories', { expect: 200 });
    expect(listOf(top.body['items']).every((one) => String(one['level']) === 'segment')).toBe(true);
    const below = await world.anonymous.get('/item-categories?parent=801015', { expect: 200 });
    const [first] = listOf(below.body['items']).filter((one) => String(one['code']) === '80101507');
    expect(first).toMatchObject({ level: 'commodity', hasChildren: true, isOfficial: false });
    const detail = await world.anonymous.get('/item-categories?parent=80101507', { expect: 200 });
    expect(detail.body['items']).toMatchObject([
      { code: '8010150701', name: '정보전략계획수립', isOfficial: true, hasChildren: false },
    ]);
  });

  it('is found by a part of a name or the beginning of a code, with the way to it', async () => {
    const found = await world.anonymous.get(`/item-categories?q=${encodeURIComponent('현 수막')}`, {
      expect: 200,
    });
    const banner = listOf(found.body['items']).find((one) => String(one['code']) === '55121706');
    expect(listOf(banner?.['path']).map((one) => String(one['name']))).toEqual([
      '인쇄·출판물',
      '표지·현수막',
      '표지·현수막',
      '현수막',
    ]);
    const initials = await world.anonymous.get(`/item-categories?q=${encodeURIComponent('ㅎㅅㅁ')}`, {
      expect: 200,
    });
    expect(listOf(initials.body['items']).map((one) => String(one['name']))).toContain('현수막');
    const byCode = await world.anonymous.get('/item-categories?q=8212', { expect: 200 });
    expect(listOf(byCode.body['items']).length).toBeGreaterThan(5);
    expect(listOf(byCode.body['items']).every((one) => String(one['code']).startsWith('8212'))).toBe(true);
  });

  it('is paged, and takes no percent sign for everything', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await world.anonymous.get(`/item-categories?limit=10${cursor}`, { expect: 200 });
      seen.push(...listOf(page.body['items']).map((one) => String(one['code'])));
      cursor = page.body['nextCursor'] === null ? '' : `&cursor=${String(page.body['nextCursor'])}`;
    } while (cursor !== '');
    expect(seen).toEqual([...new Set(seen)].sort());
    const odd = await world.anonymous.get('/item-categories?q=%25', { expect: 200 });
    expect(odd.body['items']).toEqual([]);
  });
});

describe('loading the official list', () => {
  const LIST = [
    '물품분류번호,품명,영문품명',
    '55,출판·인쇄물,Published Products',
    '55121706,현수막,',
    '5512170601,"현수막(실외용, 대형)",Outdoor banner',
    '99999999,부모 없는 것,',
  ].join('\n');

  it('adds and renames, changes nothing the second time, and leaves what is not in it alone', async () => {
    const before = await world.database.sql<{ code: string }>('SELECT code FROM item_categories');
    const sql: OwnerSql = { query: (text, values) => world.database.sql(text, values) as Promise<never[]> };
    const first = await loadItemCategories(sql, Buffer.from(LIST));
    expect(first?.added.map(({ code }) => code)).toEqual(['5512170601']);
    expect(first?.changed.map(({ code }) => code)).toEqual(['55', '55121706']);
    expect(first?.refused).toEqual([{ line: 5, fault: 'parent' }]);
    const second = await loadItemCategories(sql, Buffer.from(LIST));
    expect(second).toMatchObject({ added: [], changed: [], unchangedCount: 3 });
    const after = await world.database.sql<{ code: string }>('SELECT code FROM item_categories');
    expect(after).toHaveLength(before.length + 1);
    const found = await world.anonymous.get('/item-categories?q=5512170601', { expect: 200 });
    expect(found.body['items']).toMatchObject([{ name: '현수막(실외용, 대형)', isOfficial: true }]);
  });

  it('takes a list without a column for the code for none', async () => {
    const sql: OwnerSql = { query: () => Promise.reject(new Error('asked the database')) };
    expect(await loadItemCategories(sql, Buffer.from('이름,값\n현수막,1\n'))).toBeNull();
  });
});
