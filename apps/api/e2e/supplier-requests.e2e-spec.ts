import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '../src/database/data-source';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import { asApplication } from './support/as-application';
import { createWorld, type World } from './support/world';

let world: World;
let owner: DataSource;
let institutionId: string;
let departmentId: string;
let clerk: ApiClient;
let neighbour: ApiClient;
let manager: ApiClient;
let stranger: ApiClient;
let admin: ApiClient;
let press: string;
let banner: string;
let pressCompany: ApiClient;
let bannerCompany: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-06-15');
  owner = await ownerDataSource(world.database.url).initialize();
  const { given } = world;
  institutionId = await given.institution('강북구');
  departmentId = await given.department(institutionId, '일자리지원과');
  const other = await given.department(institutionId, '재무과');
  const away = await given.institution('노원구');
  const awayDepartment = await given.department(away, '총무과');
  clerk = await world.loginAs(await given.user('clerk', { institutionId, departmentId }));
  neighbour = await world.loginAs(await given.user('clerk', { institutionId, departmentId: other }));
  manager = await world.loginAs(await given.user('manager', { institutionId }));
  stranger = await world.loginAs(
    await given.user('clerk', { institutionId: away, departmentId: awayDepartment }),
  );
  admin = await world.loginAs(await given.user('admin'));
  press = await given.supplier('노란들판');
  banner = await given.supplier('도우누리');
  pressCompany = await world.loginAs(await given.user('enterprise', { enterpriseId: press }));
  bannerCompany = await world.loginAs(await given.user('enterprise', { enterpriseId: banner }));
});
afterAll(async () => {
  await owner.destroy();
  await world.end();
});

const asked = (more: object = {}) => ({
  supplierId: press,
  title: '행사 현수막 견적 요청',
  message: '5m × 0.9m 3장 견적을 부탁드립니다.',
  ...more,
});
async function ask(more: object = {}, by = clerk): Promise<string> {
  const made = await by.post('/supplier-requests', asked(more), { expect: 201, idempotencyKey: true });
  return String(made.body['id']);
}
const offer = { answer: '가능합니다.', quotedAmountKrw: 240_000, quotedIncludesVat: true };
const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
const noticesOf = async (client: ApiClient) =>
  listOf((await client.get('/notices', { expect: 200 })).body['items']);

async function item(supplierId: string, state: 'draft' | 'published'): Promise<string> {
  const [row] = await world.database.sql<{ id: string }>(
    `INSERT INTO catalogue_items (supplier_id, name, kind, state, confirmed_on, published_at, created_by)
     VALUES ($1, '현수막', 'goods', $2, '2016-06-01', now(), $3) RETURNING id`,
    [supplierId, state, pressCompany.user.id],
  );
  return row?.id ?? '';
}

describe('asking', () => {
  it('tells the enterprise which department asks, and no name of a person', async () => {
    const itemId = await item(press, 'published');
    const id = await ask({ catalogueItemId: itemId, quantity: 3, neededOn: '2016-07-01' });
    const seen = await pressCompany.get(`/supplier-requests/${id}`, { expect: 200 });
    expect(seen.body).toMatchObject({
      institutionName: '강북구',
      departmentName: '일자리지원과',
      supplierName: '노란들판',
      itemName: '현수막',
      quantity: 3,
      neededOn: '2016-07-01',
      state: 'sent',
      quotedAmountKrw: null,
    });
    expect(seen.headers['etag']).toBe('"v1"');
    expect(JSON.stringify(seen.body)).not.toMatch(/시험|createdBy/);
    expect((await noticesOf(pressCompany))[0]).toMatchObject({
      kind: 'supplier_request_received',
      params: { institutionName: '강북구', title: '행사 현수막 견적 요청' },
      link: `/supplier-requests/${id}`,
    });
    expect(await noticesOf(bannerCompany)).toEqual([]);
  });

  it('is refused for a day gone by, a closed or merged enterprise, and an item that it does not offer', async () => {
    const code = async (more: object) => codeOf(await clerk.post('/supplier-requests', asked(more)));
    expect(await code({ neededOn: '2016-06-14' })).toBe('422 REQUEST_INVALID');
    const closed = await world.given.supplier('문닫은기업');
    const merged = await world.given.supplier('노란들판인쇄');
    await world.database.sql(`UPDATE suppliers SET closed_on = '2016-06-15' WHERE id = $1`, [closed]);
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 기업' WHERE id = $1`,
      [merged, press],
    );
    expect(await code({ supplierId: closed })).toBe('422 REQUEST_INVALID');
    expect(await code({ supplierId: merged })).toBe('409 SUPPLIER_MERGED');
    expect(await code({ catalogueItemId: await item(banner, 'published') })).toBe('422 REQUEST_INVALID');
    // A draft of an enterprise is not there for a clerk.
    expect(await code({ catalogueItemId: await item(press, 'draft') })).toBe('404 NOT_FOUND');
  });

  it('is for the own department, for a manager in any of the institution, for nobody else', async () => {
    const elsewhere = asked({ departmentId: neighbour.user.departmentId });
    await clerk.post('/supplier-requests', elsewhere, { expect: 404 });
    const made = await manager.post('/supplier-requests', elsewhere, { expect: 201 });
    expect(made.body['departmentName']).toBe('재무과');
    await manager.post('/supplier-requests', asked(), { expect: 404 });
    await manager.post('/supplier-requests', asked({ departmentId: stranger.user.departmentId }), {
      expect: 404,
    });
    await pressCompany.post('/supplier-requests', asked(), { expect: 403 });
    await admin.post('/supplier-requests', asked(), { expect: 403 });
  });

  it('sends one for a key, however often it is pressed', async () => {
    const body = asked({ title: '두 번 눌린 요청' });
    const twins = await Promise.all(
      [1, 2, 3].map(() => clerk.post('/supplier-requests', body, { expect: 201, idempotencyKey: 'twin' })),
    );
    expect(new Set(twins.map((twin) => twin.body['id'])).size).toBe(1);
  });
});

describe('answering', () => {
  it('tells the department that asked, with the offer', async () => {
    const id = await ask({ title: '견적' });
    const answered = await pressCompany.post(`/supplier-requests/${id}/answer`, offer, { expect: 200 });
    expect(answered.body).toMatchObject({ state: 'answered', ...offer, version: 2 });
    expect((await noticesOf(clerk))[0]).toMatchObject({
      kind: 'supplier_request_answered',
      params: { supplierName: '노란들판', title: '견적', decision: 'answered' },
      link: `/supplier-requests/${id}`,
    });
    expect(await noticesOf(neighbour)).toEqual([]);
    expect(codeOf(await clerk.post(`/supplier-requests/${id}/withdraw`, {}))).toBe('409 REQUEST_STATE');
  });

  it('declines with a reason, and offers no amount without saying whether VAT is in it', async () => {
    const id = await ask();
    const path = `/supplier-requests/${id}`;
    expect(codeOf(await pressCompany.post(`${path}/decline`, { reason: '  ' }))).toBe('400 INVALID_INPUT');
    const unclear = { answer: '가능', quotedAmountKrw: 1 };
    expect(codeOf(await pressCompany.post(`${path}/answer`, unclear))).toBe('422 REQUEST_INVALID');
    const reason = '그 날은 일정이 차 있습니다.';
    const declined = await pressCompany.post(`${path}/decline`, { reason }, { expect: 200 });
    expect(declined.body).toMatchObject({ state: 'declined', declineReason: reason, answer: null });
  });

  it('is the enterprise’s part; taking back is the department’s', async () => {
    const path = `/supplier-requests/${await ask()}`;
    await clerk.post(`${path}/answer`, offer, { expect: 403 });
    await pressCompany.post(`${path}/withdraw`, {}, { expect: 403 });
    const back = await clerk.post(`${path}/withdraw`, {}, { expect: 200 });
    expect(back.body).toMatchObject({ state: 'withdrawn', answeredAt: null });
    expect(codeOf(await pressCompany.post(`${path}/answer`, offer))).toBe('409 REQUEST_STATE');
  });

  it('happens once when two of the enterprise answer at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const path = `/supplier-requests/${await ask()}`;
      const answers = await Promise.all([
        pressCompany.post(`${path}/answer`, { ...offer, answer: '첫째' }),
        pressCompany.post(`${path}/answer`, { ...offer, answer: '둘째' }),
        pressCompany.post(`${path}/decline`, { reason: '셋째' }),
      ]);
      expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409]);
      const winner = answers.find((one) => one.status === 200)?.body;
      expect((await clerk.get(path, { expect: 200 })).body).toEqual(winner);
    }
  });

  it('is not also taken back: of withdraw and answer one wins, and one notice says so', async () => {
    for (let round = 0; round < 10; round++) {
      const title = `경합 ${round}`;
      const path = `/supplier-requests/${await ask({ title })}`;
      const [back, answered] = await Promise.all([
        clerk.post(`${path}/withdraw`, {}),
        pressCompany.post(`${path}/answer`, offer),
      ]);
      expect([back.status, answered.status].sort()).toEqual([200, 409]);
      const state = String((await clerk.get(path, { expect: 200 })).body['state']);
      expect(state).toBe(back.status === 200 ? 'withdrawn' : 'answered');
      const told = (await noticesOf(clerk)).filter(({ params }) => String(params?.['title']) === title);
      expect(told).toHaveLength(state === 'answered' ? 1 : 0);
    }
  });
});

describe('what others see', () => {
  it('is nothing: not the request, not in lists, not in counts', async () => {
    const title = '다른 기업은 모르는 요청';
    const path = `/supplier-requests/${await ask({ title })}`;
    for (const other of [bannerCompany, neighbour, stranger]) {
      await other.get(path, { expect: 404 });
      const list = await other.get('/supplier-requests?limit=200', { expect: 200 });
      expect(JSON.stringify(list.body)).not.toContain(title);
    }
    await bannerCompany.post(`${path}/answer`, offer, { expect: 404 });
    await bannerCompany.post(`${path}/decline`, { reason: '안 됩니다' }, { expect: 404 });
    await neighbour.post(`${path}/withdraw`, {}, { expect: 404 });
    const found = await bannerCompany.get(`/supplier-requests?supplierId=${press}`, { expect: 200 });
    expect(found.body).toMatchObject({
      items: [],
      counts: { sent: 0, answered: 0, declined: 0, withdrawn: 0 },
    });
    const unbound = await world.loginAs(await world.given.user('enterprise'));
    expect((await unbound.get('/supplier-requests', { expect: 200 })).body['items']).toEqual([]);
    // The control: the two sides of it, the manager and the administrator do see it.
    for (const one of [clerk, pressCompany, manager, admin]) {
      const list = await one.get(`/supplier-requests?limit=200&q=${encodeURIComponent('모르는')}`);
      expect(listOf(list.body['items'])).toHaveLength(1);
      expect(list.body['counts']).toMatchObject({ sent: 1 });
    }
  });

  it('is filtered by state and paged without a gap', async () => {
    const all = await clerk.get('/supplier-requests?limit=200', { expect: 200 });
    const ids = listOf(all.body['items']).map((row) => row['id']);
    const paged: unknown[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const page: Answer = await clerk.get(
        `/supplier-requests?limit=7${cursor === '' ? '' : `&cursor=${String(cursor)}`}`,
        { expect: 200 },
      );
      paged.push(...listOf(page.body['items']).map((row) => row['id']));
      cursor = page.body['nextCursor'];
    }
    expect(paged).toEqual(ids);
    const declined = await clerk.get('/supplier-requests?limit=200&state=declined', { expect: 200 });
    expect(new Set(listOf(declined.body['items']).map((row) => row['state']))).toEqual(new Set(['declined']));
    expect(declined.body['counts']).toEqual(all.body['counts']);
  });
});

describe('the database itself', () => {
  const count = 'SELECT count(*)::int AS count FROM supplier_requests WHERE supplier_id = $1';
  const asCompany = (enterpriseId: string) => ({ actorId: pressCompany.user.id, enterpriseId }) as const;

  it('shows an enterprise its own requests, whatever is asked', async () => {
    const seen = (enterpriseId: string, before: readonly string[] = []) =>
      asApplication(owner, asCompany(enterpriseId), (tx) => tx.query<unknown[]>(count, [press]), before);
    expect(await seen(banner)).toEqual([{ count: 0 }]);
    expect(await seen(press)).not.toEqual([{ count: 0 }]);
    // The control: without the policy the other enterprise would see them.
    const open = ['ALTER TABLE supplier_requests DISABLE ROW LEVEL SECURITY'];
    expect(await seen(banner, open)).toEqual(await seen(press));
  });

  it('lets neither side do the other’s part, and nobody rewrite what was asked', async () => {
    const id = await ask();
    const withdraw = `UPDATE supplier_requests SET state = 'withdrawn', withdrawn_at = now() WHERE id = $1 RETURNING state`;
    const answer = `UPDATE supplier_requests SET state = 'answered', answer = '가능', answered_at = now() WHERE id = $1 RETURNING state`;
    const company = asCompany(press);
    const department = { actorId: clerk.user.id, institutions: [institutionId], register: 'staff' } as const;
    const tried = (by: Parameters<typeof asApplication>[1], statement: string) =>
      asApplication(owner, by, (tx) => tx.query<unknown>(statement, [id]));
    await expect(tried(company, withdraw)).rejects.toThrow('row-level security');
    await expect(tried(department, answer)).rejects.toThrow('row-level security');
    await expect(
      tried(company, `UPDATE supplier_requests SET message = '다른 말' WHERE id = $1`),
    ).rejects.toThrow('permission denied');
    expect(JSON.stringify(await tried(company, answer))).toContain('answered');
    expect(JSON.stringify(await tried(department, withdraw))).toContain('withdrawn');
  });
});
