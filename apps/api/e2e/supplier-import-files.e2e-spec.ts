import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import type { ApiClient } from './support/api-client';
import { encodeCp949 } from './support/cp949';
import { asCsv } from './support/finance-sheet';
import { asSheet, officialList } from './support/official-list';
import { listOf } from './support/purchase-imports';
import { checkedList, countsOf, rowsOf, SOURCE } from './support/supplier-imports';
import { upload, uploaded } from './support/upload';
import { createWorld, type World } from './support/world';

const MEGABYTE = 1024 * 1024;

let world: World;
let keeper: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-06-15');
  const institutionId = await world.given.institution();
  keeper = await world.loginAs(await world.given.user('manager', { institutionId }));
});
afterAll(() => world.end());

/** A zip of these entries, as their content is: nothing in it lies. */
function zip(entries: readonly { name: string; content: Buffer; isStored?: boolean }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, isStored = false } of entries) {
    const packed = isStored ? content : deflateRawSync(content);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(isStored ? 0 : 8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isStored ? 0 : 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    locals.push(local, packed);
    directory.push(entry);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const PARTS = ['[Content_Types].xml', 'xl/workbook.xml'].map((name) => ({
  name,
  content: Buffer.from('<x/>'),
}));

describe('a file that is no list', () => {
  it('a bomb of 1 MB that would unpack to 200 MB is refused at once, and memory stays flat', async () => {
    const bomb = zip([
      ...PARTS,
      { name: 'xl/media/filler.bin', content: Buffer.alloc(0.8 * MEGABYTE, 7), isStored: true },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(200 * MEGABYTE) },
    ]);
    expect(bomb.length).toBeGreaterThan(MEGABYTE * 0.95);
    const before = process.memoryUsage().rss;
    let highest = before;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
    }, 5);
    const began = performance.now();
    const answer = await upload(world.app, keeper, '목록.xlsx', bomb);
    const took = performance.now() - began;
    clearInterval(watch);
    expect(answer).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    expect(highest - before).toBeLessThan(60 * MEGABYTE);
    expect(took).toBeLessThan(2_000);
  });

  it('is refused by what it is, whatever it is called', async () => {
    expect(await upload(world.app, keeper, '목록.csv', '<html><body>a,b</body></html>')).toMatchObject({
      status: 415,
      code: 'FILE_TYPE_REFUSED',
    });
    const fileId = await uploaded(world.app, keeper, '목록.xlsx', '%PDF-1.7\n1 0 obj\n');
    const refused = await keeper.post(
      '/supplier-imports',
      { fileId, asOf: '2016-06-01', sourceName: SOURCE },
      { expect: 415 },
    );
    expect(refused.body['code']).toBe('FILE_TYPE_REFUSED');
  });

  it('lacks headings, which are told by name, or rows', async () => {
    const found = await checkedList(
      world,
      keeper,
      '이름만.csv',
      '지역,기관명,대표자,소재지\n서울,노란들판,홍,서울\n',
    );
    expect(found).toMatchObject({
      state: 'failed',
      failure: {
        code: 'IMPORT_MAPPING_INCOMPLETE',
        details: { headings: '인증번호, 사업자등록번호, 인증일자' },
      },
    });
    await keeper.post(`/supplier-imports/${String(found['id'])}/apply`, {}, { expect: 409 });
    const empty = await checkedList(world, keeper, '빈.csv', asCsv(asSheet([])));
    expect(empty).toMatchObject({ state: 'failed', failure: { code: 'IMPORT_NO_ROWS' } });
  });

  it('of the future is no list yet', async () => {
    const fileId = await uploaded(world.app, keeper, '목록.csv', asCsv(asSheet(officialList(2))));
    const body = { fileId, asOf: '2016-06-16', sourceName: SOURCE };
    expect((await keeper.post('/supplier-imports', body, { expect: 400 })).body['code']).toBe(
      'INVALID_INPUT',
    );
  });
});

describe('a list as offices keep it', () => {
  it('in cp949 says row by row what is wrong, and writes nothing', async () => {
    const list = officialList(8);
    const change = (index: number, values: Record<string, string | null>) => {
      list[index] = { ...(list[index] ?? list[0]), ...values } as (typeof list)[number];
    };
    change(1, { businessNumber: '12345678' });
    change(2, { certifiedOn: '2016-02-30' });
    change(3, { name: null });
    change(4, { businessNumber: list[0]?.businessNumber ?? null });
    change(5, { businessNumber: '000-00-00001', homepage: 'javascript:alert(1)' });
    const found = await checkedList(world, keeper, '목록.csv', encodeCp949(asCsv(asSheet(list))));
    expect(countsOf(found, 'counts')).toEqual({ new: 4, invalid: 4 });
    const rows = await rowsOf(keeper, found['id'], '&verdict=invalid');
    expect(
      rows.map((row) => [
        row['rowNumber'],
        ...listOf(row['problems']).map((one) => `${String(one['field'])} ${String(one['code'])}`),
      ]),
    ).toEqual([
      [5, 'businessNumber number_incomplete'],
      [6, 'certifiedOn unreadable'],
      [7, 'name missing'],
      [8, 'businessNumber number_of_another_row'],
    ]);
    const [noted] = (await rowsOf(keeper, found['id'], '&verdict=new')).filter(
      (row) => Number(row['rowNumber']) === 9,
    );
    expect(listOf(noted?.['notes']).map((one) => one['code'])).toEqual([
      'number_checksum',
      'homepage_unusable',
    ]);
    const [count] = await world.database.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM suppliers',
    );
    expect(count?.count).toBe(0);
  });

  it('is seen by everybody who keeps the register, and by nobody else', async () => {
    const support = await world.loginAs(await world.given.user('support'));
    const page = await support.get('/supplier-imports', { expect: 200 });
    expect(listOf(page.body['items']).length).toBeGreaterThan(0);
    const institutionId = await world.given.institution('노원구');
    const departmentId = await world.given.department(institutionId, '재무과');
    const clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
    await clerk.get('/supplier-imports', { expect: 403 });
    await clerk.get('/supplier-reviews', { expect: 403 });
  });
});
