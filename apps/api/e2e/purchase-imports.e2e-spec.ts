import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, Body } from './support/api-client';
import { encodeCp949 } from './support/cp949';
import { asCsv, asXlsx, financeSheet, type FinanceSheet, type SheetSupplier } from './support/finance-sheet';
import { finishedJob } from './support/jobs';
import { checked, listOf, rowsByClass, step } from './support/purchase-imports';
import { uploaded } from './support/upload';
import { createWorld, type World } from './support/world';

const DEPARTMENTS = ['일자리지원과', '번1동'];

let world: World;
let institutionId: string;
let manager: ApiClient;
let clerk: ApiClient;
let neighbour: ApiClient;
let suppliers: SheetSupplier[];

beforeAll(async () => {
  world = await createWorld();
  institutionId = await world.given.institution();
  const ids = [];
  for (const name of DEPARTMENTS) ids.push(await world.given.department(institutionId, name));
  await world.given.year(institutionId);
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId: ids[0] }));
  neighbour = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId: ids[1] }));
  const certified = await world.given.supplier('노란들판');
  await world.given.supplier('(주)새싹', 'prospective_local', '2015-06-08', '2018-06-07');
  await world.given.supplier('지난날', 'village_enterprise', '2010-01-01', '2012-12-31');
  const [{ business_number: number } = { business_number: '' }] = await world.database.sql<{
    business_number: string;
  }>('SELECT business_number FROM suppliers WHERE id = $1', [certified]);
  suppliers = [
    { name: '노란들판 협동조합', number, schemes: ['certified_only', 'social_economy'] },
    { name: '주식회사 새싹', number: null, schemes: ['social_economy'] },
    { name: '지난날', number: null, schemes: [] },
    { name: '동네문구', number: null, schemes: [] },
    { name: '모르는 가게', number: '123-45-67890', schemes: [] },
  ];
});
afterAll(() => world.end());

async function totals(): Promise<Map<string, number>> {
  const rows = await world.database.sql<{ key: string; krw: number; n: number }>(
    `SELECT scheme_code || '|' || d.name || '|' || month AS key, actual_krw AS krw, purchase_count AS n
     FROM achievement_totals t JOIN departments d ON d.id = t.department_id
     WHERE t.institution_id = $1 AND (actual_krw <> 0 OR purchase_count <> 0)`,
    [institutionId],
  );
  return new Map(rows.map((row) => [row.key, Number(row.krw)]));
}

function expectClasses(found: Body, sheet: FinanceSheet, except: readonly string[] = []): void {
  const named = rowsByClass(found);
  for (const [rowClass, numbers] of sheet.expected) {
    if (except.includes(rowClass)) continue;
    const shown = named.get(rowClass) ?? [];
    const headings = rowClass === 'heading' ? [1, 3, ...numbers] : numbers;
    const all = rowClass === 'blank' ? [2, ...numbers] : headings;
    expect({ rowClass, shown }).toEqual({ rowClass, shown: all.slice(0, shown.length) });
    const one = listOf(found['summary']).find((entry) => entry['class'] === (rowClass as never));
    expect({ rowClass, count: one?.['count'] }).toEqual({ rowClass, count: all.length });
    expect(shown.length + Number(one?.['moreRows'])).toBe(all.length);
  }
}

describe('a sheet of 5,000 rows', () => {
  it.each(['cp949 csv', 'utf-8 csv', 'xlsx'])(
    '%s: dry run, application, undoing',
    async (kind) => {
      const sheet = financeSheet({
        count: 5_000,
        departments: DEPARTMENTS,
        suppliers,
        typed: kind === 'xlsx',
      });
      const content =
        kind === 'xlsx'
          ? await asXlsx(sheet.rows)
          : kind === 'utf-8 csv'
            ? `\uFEFF${asCsv(sheet.rows)}`
            : encodeCp949(asCsv(sheet.rows));
      const before = await totals();
      const found = await checked(world, manager, kind === 'xlsx' ? '지출.xlsx' : '지출.csv', content);
      expect(found).toMatchObject({ state: 'checked', headerRow: 3, failure: null });
      expectClasses(found, sheet, kind === 'xlsx' ? ['blank'] : []);
      expect(found['importableRows']).toBe(sheet.expected.get('purchase')?.length);
      expect(await totals()).toEqual(before);

      const applied = await step(manager, found['id'], 'apply');
      expect(applied).toMatchObject({ state: 'applied' });
      expect(await totals()).toEqual(sheet.totals);

      const again = await checked(world, manager, '다시.csv', asCsv(sheet.rows));
      expect(again).toMatchObject({ state: 'checked', importableRows: 0 });
      expect(rowsByClass(again).get('purchase')).toBeUndefined();
      expect(rowsByClass(again).get('duplicate_in_ledger')?.length).toBeGreaterThan(0);
      await manager.post(`/purchase-imports/${String(again['id'])}/apply`, {}, { expect: 409 });

      await manager.post(`/purchase-imports/${String(found['id'])}/apply`, {}, { expect: 409 });
      const undone = await step(manager, found['id'], 'undo');
      expect(undone).toMatchObject({ state: 'undone' });
      expect(await totals()).toEqual(before);
    },
    120_000,
  );

  it('counts every row in its progress and writes each purchase as an import that was handed in', async () => {
    const sheet = financeSheet({ count: 1_200, departments: DEPARTMENTS, suppliers });
    const found = await checked(world, manager, '진행.csv', asCsv(sheet.rows));
    const check = (await manager.get(`/jobs/${String(found['job']?.['id'])}`)).body;
    expect(check).toMatchObject({
      kind: 'purchase-import.check',
      done: sheet.rows.length,
      total: sheet.rows.length,
      resultUrl: `/purchase-imports/${String(found['id'])}`,
    });
    await step(manager, found['id'], 'apply');
    const kinds = await world.database.sql(
      `SELECT DISTINCT source, state, created_by::text FROM purchases WHERE import_id = $1`,
      [found['id']],
    );
    expect(kinds).toEqual([{ source: 'import', state: 'submitted', created_by: manager.user.id }]);
    await step(manager, found['id'], 'undo');
  });
});

const HEAD = '계약번호,계약일자,거래처명,적요,합계금액\n';

describe('choices and refusals', () => {
  it('writes a probable duplicate only when a person says so', async () => {
    const line = ',2016-05-10,노란들판,현수막,160000\n';
    const found = await checked(world, clerk, 'a.csv', HEAD + line + line);
    expect(found).toMatchObject({ importableRows: 1, importableKrw: 160_000 });
    const id = String(found['id']);
    const rows = (await clerk.get(`/purchase-imports/${id}/rows?class=probable_duplicate`, { expect: 200 }))
      .body;
    expect(rows['items']?.[0 as never]).toMatchObject({ rowNumber: 3, included: false, duplicateOf: 2 });
    const version = Number(found['version']);
    await clerk.patch(`/purchase-imports/${id}`, { include: [1] }, { version, expect: 400 });
    await clerk.patch(`/purchase-imports/${id}`, { include: [3] }, { version: version + 7, expect: 412 });
    const chosen = await clerk.patch(
      `/purchase-imports/${id}`,
      { include: [3], exclude: [2] },
      { version, expect: 200 },
    );
    expect(chosen.body).toMatchObject({ importableRows: 1 });
    await step(clerk, id, 'apply');
    const written = await world.database.sql(
      'SELECT confirmed_warnings FROM purchases WHERE import_id = $1',
      [id],
    );
    expect(written).toEqual([{ confirmed_warnings: ['probable_duplicate'] }]);
    await step(clerk, id, 'undo');
  });

  it('remembers a mapping for sheets of the same headings', async () => {
    const text = '가,나,다,라\n2016-05-10,노란들판,현수막,160000\n';
    const lost = await checked(world, clerk, 'b.csv', text, { headerRow: 1 });
    expect(lost).toMatchObject({
      state: 'failed',
      headings: ['가', '나', '다', '라'],
      failure: { code: 'IMPORT_MAPPING_INCOMPLETE' },
    });
    const mapping = ['contractDate', 'supplierName', 'item', 'amountKrw'].map((field, column) => ({
      field,
      column,
    }));
    const version = Number(lost['version']);
    const changed = await clerk.patch(
      `/purchase-imports/${String(lost['id'])}`,
      { mapping },
      { version, expect: 200 },
    );
    await finishedJob(clerk, String(changed.body['job']?.['id']));
    const mapped = (await clerk.get(`/purchase-imports/${String(lost['id'])}`)).body;
    expect(mapped).toMatchObject({ state: 'checked', importableRows: 1, mapping });
    expect(await checked(world, clerk, 'c.csv', text, { headerRow: 1 })).toMatchObject({
      state: 'checked',
      mapping,
    });
  });

  it('refuses rows of a closed quarter, also one that closes between check and application', async () => {
    const found = await checked(
      world,
      clerk,
      'd.csv',
      `${HEAD}Q-1,2016-02-10,노란들판,현수막,1000\nQ-2,2016-05-10,노란들판,배너,2000\n`,
    );
    expect(found).toMatchObject({ importableRows: 2 });
    await closeFirstQuarter('closed');
    const applied = await step(clerk, found['id'], 'apply');
    expect(rowsByClass(applied).get('invalid')).toEqual([2]);
    expect(await written(found['id'])).toEqual([{ contract_number: 'Q-2' }]);
    const later = await checked(world, clerk, 'e.csv', `${HEAD}Q-3,2016-02-10,노란들판,현수막,1000\n`);
    const rows = (await clerk.get(`/purchase-imports/${String(later['id'])}/rows`)).body['items'];
    expect(rows?.[1 as never]).toMatchObject({
      class: 'invalid',
      problems: [{ field: 'contractDate', code: 'period_closed' }],
    });
    await closeFirstQuarter('open');
    await step(clerk, found['id'], 'undo');
  });

  it('is all or nothing: a contract number that appears meanwhile is left out, a defect leaves no row', async () => {
    const found = await checked(
      world,
      clerk,
      'f.csv',
      `${HEAD}N-1,2016-05-10,노란들판,현수막,1000\nN-2,2016-05-10,노란들판,배너,2000\n`,
    );
    await world.database.sql(
      `UPDATE purchase_import_rows SET entry = jsonb_set(entry, '{channel}', 'null') WHERE import_id = $1 AND row_number = 3`,
      [found['id']],
    );
    const started = await clerk.post(`/purchase-imports/${String(found['id'])}/apply`, {}, { expect: 202 });
    expect(await finishedJob(clerk, String(started.body['job']?.['id']))).toMatchObject({ state: 'failed' });
    expect(await written(found['id'])).toEqual([]);
    expect((await clerk.get(`/purchase-imports/${String(found['id'])}`)).body['state']).toBe('checked');
  });

  it('is not taken back from under changes, adjustments and closed quarters', async () => {
    const found = await checked(world, clerk, 'g.csv', `${HEAD}U-1,2016-02-10,노란들판,현수막,1000\n`);
    await step(clerk, found['id'], 'apply');
    const undo = () => clerk.post(`/purchase-imports/${String(found['id'])}/undo`, {});
    await closeFirstQuarter('closed');
    expect((await undo()).body).toMatchObject({
      code: 'IMPORT_UNDO_BLOCKED',
      details: { inClosedPeriod: 1 },
    });
    await closeFirstQuarter('open');
    await world.database.sql('UPDATE purchases SET version = 2 WHERE import_id = $1', [found['id']]);
    expect((await undo()).body).toMatchObject({ code: 'IMPORT_UNDO_BLOCKED', details: { changed: 1 } });
    await world.database.sql('UPDATE purchases SET version = 1 WHERE import_id = $1', [found['id']]);
    await step(clerk, found['id'], 'undo');
    expect((await undo()).body).toMatchObject({ code: 'IMPORT_STATE' });
  });

  it('lets a clerk import for the own department only', async () => {
    const found = await checked(
      world,
      clerk,
      'h.csv',
      `부서명,${HEAD}번1동,D-1,2016-05-10,노란들판,현수막,1000\n일자리지원과,D-2,2016-05-10,노란들판,배너,1000\n`,
    );
    expect(rowsByClass(found).get('invalid')).toEqual([2]);
    expect(found).toMatchObject({ importableRows: 1, departmentId: clerk.user.departmentId });
    const id = String(found['id']);
    await neighbour.get(`/purchase-imports/${id}`, { expect: 404 });
    await neighbour.post(`/purchase-imports/${id}/apply`, {}, { expect: 404 });
    expect((await neighbour.get('/purchase-imports', { expect: 200 })).body['items']).toHaveLength(0);
    const fileId = await uploaded(world.app, clerk, 'i.csv', `${HEAD}D-3,2016-05-10,노란들판,현수막,1000\n`);
    const departmentId = neighbour.user.departmentId;
    await clerk.post('/purchase-imports', { fileId, fiscalYear: 2016, departmentId }, { expect: 404 });
    await clerk.post('/purchase-imports', { fileId, fiscalYear: 2031 }, { expect: 409 });
    await neighbour.post('/purchase-imports', { fileId, fiscalYear: 2016 }, { expect: 404 });
  });

  it('keeps the first answer under an idempotency key', async () => {
    const fileId = await uploaded(world.app, clerk, 'j.csv', `${HEAD}K-1,2016-05-10,노란들판,현수막,1000\n`);
    const body = { fileId, fiscalYear: 2016 };
    const first = await clerk.post('/purchase-imports', body, { idempotencyKey: 'import-1', expect: 202 });
    const second = await clerk.post('/purchase-imports', body, { idempotencyKey: 'import-1', expect: 202 });
    expect(second.body['id']).toBe(first.body['id']);
    await finishedJob(clerk, String(first.body['job']?.['id']));
  });
});

describe('hostile sheets', () => {
  it.each([
    ['only headings', HEAD, 'IMPORT_NO_ROWS'],
    ['no headings', '가,나\n1,2\n', 'IMPORT_MAPPING_INCOMPLETE'],
    ['300 columns', `${HEAD.trim()}${',x'.repeat(300)}\n`, 'FILE_UNREADABLE'],
  ])('%s: the check fails with a reason', async (_, text, code) => {
    const found = await checked(world, clerk, 'x.csv', text);
    expect(found).toMatchObject({ state: 'failed', failure: { code }, importableRows: 0 });
  });

  it('judges formulas, impossible days and endless cells row by row', async () => {
    const lines = [
      `=cmd|' /C calc'!A0,2016-05-10,=HYPERLINK("x"),=1+1,1000`,
      'H-2,2016-02-30,노란들판,현수막,1000',
      `H-3,2016-05-10,노란들판,${'가'.repeat(32_767)},1000`,
      'H-4,2016-05-10,노란들판,현수막,1e300',
      'H-5,2016-05-10,노란들판,현수막,9223372036854775808',
      'H-6,2016-05-10,노란들판,현수막,0.5',
      'H-7,2016-05-10,노란들판,현\u202e수막,1000',
      'H-8,,노란들판,현수막,1000',
    ];
    const found = await checked(world, clerk, 'y.csv', HEAD + lines.join('\n'));
    expect(rowsByClass(found).get('invalid')).toEqual([3, 4, 5, 6, 7, 8, 9]);
    await step(clerk, found['id'], 'apply');
    const [row] = await world.database.sql(
      'SELECT contract_number, item FROM purchases WHERE import_id = $1',
      [found['id']],
    );
    expect(row).toEqual({ contract_number: `=cmd|' /C calc'!A0`, item: '=1+1' });
    await step(clerk, found['id'], 'undo');
  });

  it('refuses NUL in a workbook cell as hazardous and stores none', async () => {
    const content = await asXlsx([
      HEAD.trim().split(','),
      ['Z-1', '2016-05-10', '노란들판', '현_x0000_수막', 1000],
    ]);
    const found = await checked(world, clerk, 'z.xlsx', content);
    expect(rowsByClass(found).get('invalid')).toEqual([2]);
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'picture.png'],
    ['a document', Buffer.from('%PDF-1.7\n'), 'document.pdf'],
  ])('does not take %s for a sheet', async (_, content, name) => {
    const fileId = await uploaded(world.app, clerk, name, content);
    const answer = await clerk.post('/purchase-imports', { fileId, fiscalYear: 2016 }, { expect: 415 });
    expect(answer.body['code']).toBe('FILE_TYPE_REFUSED');
  });
});

async function closeFirstQuarter(state: 'open' | 'closed'): Promise<void> {
  await world.database.sql(
    'UPDATE purchase_periods SET state = $2 WHERE institution_id = $1 AND fiscal_year = 2016 AND quarter = 1',
    [institutionId, state],
  );
}

function written(importId: unknown): Promise<object[]> {
  return world.database.sql(
    `SELECT contract_number FROM purchases WHERE import_id = $1 AND state <> 'voided'`,
    [importId],
  );
}
