import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../src/common/actor';
import { Transactions } from '../src/database/transactions';
import { SuppliersService } from '../src/suppliers/suppliers.service';
import type { ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let clerk: ApiClient;
let manager: ApiClient;
let support: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  const institutionId = await world.given.institution();
  const departmentId = await world.given.department(institutionId, '일자리지원과');
  clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  support = await world.loginAs(await world.given.user('support'));
  world.setToday('2016-07-01');
});
afterAll(() => world.end());

/** Names of the rows of a list, as the wire has them. */
function namesOf(items: unknown): string[] {
  return Array.isArray(items) ? items.map((item: { name: string }) => item.name) : [];
}

const DESIGNATION = { type: 'prospective_local', validFrom: '2015-06-08', validUntil: '2018-06-07' };

describe('the register', () => {
  it('takes a supplier with its certificates, and warns of a check digit without refusing it', async () => {
    const made = await manager.post(
      '/suppliers',
      { name: '(주)  노란들판', businessNumber: '000-12-34567', certifications: [DESIGNATION] },
      { expect: 201, idempotencyKey: true },
    );
    expect(made.body).toMatchObject({
      name: '(주) 노란들판',
      businessNumber: '0001234567',
      warnings: ['business_number_checksum'],
      certifications: [{ ...DESIGNATION, state: 'active', verified: true }],
    });
    const again = await manager.get(`/suppliers/${String(made.body['id'])}`, { expect: 200 });
    expect(again.body).toEqual(made.body);
    expect(again.headers['etag']).toBe('"v1"');
  });

  it('answers a repeated request with the first answer and enters one row', async () => {
    const body = { name: '두번회사' };
    const first = await manager.post('/suppliers', body, { expect: 201, idempotencyKey: 'register-1' });
    const second = await manager.post('/suppliers', body, { expect: 201, idempotencyKey: 'register-1' });
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect((await manager.get('/suppliers?q=두번회사')).body['items']).toHaveLength(1);
  });

  it('refuses a number that is taken, and one of nine digits (never padded)', async () => {
    await manager.post('/suppliers', { name: '먼저', businessNumber: '0007777777' }, { expect: 201 });
    const taken = await manager.post('/suppliers', { name: '나중', businessNumber: '000-77-77777' });
    expect([taken.status, taken.body['code']]).toEqual([409, 'BUSINESS_NUMBER_TAKEN']);
    const short = await manager.post('/suppliers', { name: '나중', businessNumber: '123456789' });
    expect([short.status, short.body['code']]).toEqual([422, 'BUSINESS_NUMBER_INVALID']);
  });

  it('is kept by managers, support staff and administrators, and read by everybody', async () => {
    await support.post('/suppliers', { name: '지원단이 넣은 곳' }, { expect: 201 });
    await clerk.post('/suppliers', { name: '서무가 넣은 곳' }, { expect: 403 });
    await clerk.get('/suppliers', { expect: 200 });
    await world.anonymous.post('/suppliers', { name: '아무나 넣은 곳' }, { expect: 401 });
  });

  it('corrects with the version that was read, and not with an older one', async () => {
    const made = await manager.post('/suppliers', { name: '틀린이름' }, { expect: 201 });
    const path = `/suppliers/${String(made.body['id'])}`;
    const changed = await manager.patch(path, { name: '바른이름' }, { version: 1, expect: 200 });
    expect(changed.body).toMatchObject({ name: '바른이름', version: 2 });
    expect((await manager.patch(path, { name: '또' }, { version: 1 })).body['code']).toBe('VERSION_STALE');
    expect((await manager.patch(path, { name: '또' })).body['code']).toBe('IF_MATCH_REQUIRED');
    expect((await manager.get('/suppliers?q=바른')).body['items']).toHaveLength(1);
  });
});

describe('the search', () => {
  it('finds by part of the name whatever the legal form and spaces, and by part of the number', async () => {
    await world.given.supplier('주식회사 함께 일하는 세상');
    const [row] = await world.database.sql<{ business_number: string }>(
      `SELECT business_number FROM suppliers WHERE name = '주식회사 함께 일하는 세상'`,
    );
    const number = row?.business_number ?? '';
    for (const q of [
      '일하는세상',
      '㈜함께 일하는',
      `${number.slice(0, 3)}-${number.slice(3, 5)}-${number.slice(5)}`,
    ]) {
      const found = await clerk.get(`/suppliers?q=${encodeURIComponent(q)}`, { expect: 200 });
      expect(JSON.stringify(found.body['items'])).toContain('함께 일하는 세상');
    }
    const none = await clerk.get(`/suppliers?q=${encodeURIComponent('%')}`, { expect: 200 });
    expect(none.body['items']).toEqual([]);
  });

  it('pages through everybody once', async () => {
    for (let count = 0; count < 5; count++) await world.given.supplier(`쪽 넘김 ${count}`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await clerk.get(
        `/suppliers?q=${encodeURIComponent('쪽넘김')}&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
        { expect: 200 },
      );
      seen.push(...namesOf(page.body['items']));
      cursor = page.body['nextCursor'] === null ? null : String(page.body['nextCursor']);
    } while (cursor !== null);
    expect(seen).toEqual([0, 1, 2, 3, 4].map((count) => `쪽 넘김 ${count}`));
  });
});

describe('the row', () => {
  const FACTS = {
    districtCode: '11305',
    representative: '홍길동',
    address: '서울특별시 강북구 도봉로 1',
    homepage: 'http://www.example.com',
    phone: '02-000-0000',
    email: 'company@supplier.example',
    businessSummary: '현수막, 인쇄물 제작',
    socialPurpose: '일자리제공형',
    serviceField: '문화예술',
    introduction: '함께 만듭니다.\n둘째 줄',
    vulnerableEmploymentBp: 3000,
    vulnerableEmploymentOn: '2016-06-30',
    closedOn: null,
  };

  it('holds what the official list says, and shows the published part to anybody', async () => {
    const made = await manager.post(
      '/suppliers',
      { name: '공개되는 곳', ...FACTS, homepage: 'www.example.com' },
      { expect: 201 },
    );
    expect(made.body).toMatchObject(FACTS);
    const path = `/suppliers/${String(made.body['id'])}`;
    const shown = await world.anonymous.get(path, { expect: 200 });
    expect(shown.body).toEqual({ ...made.body, representative: null });
    const stranger = await world.loginAs(await world.given.user('enterprise'));
    expect((await stranger.get(path)).body['representative']).toBeNull();
    const own = await world.given.user('enterprise', { enterpriseId: String(made.body['id']) });
    expect((await (await world.loginAs(own)).get(path)).body['representative']).toBe('홍길동');
    expect((await clerk.get(path)).body['representative']).toBe('홍길동');
  });

  it('shows the public-sector record with the day that it is of', async () => {
    const id = await world.given.supplier('거래 많은 곳');
    const recordOf = async () => (await world.anonymous.get(`/suppliers/${id}`, { expect: 200 })).body;
    expect(await recordOf()).toMatchObject({ purchaseCount: 0, buyerCount: 0, recordAsOf: null });
    await world.database.sql(
      `UPDATE supplier_search SET purchase_count = 12, buyer_count = 3, record_as_of = '2016-06-30' WHERE supplier_id = $1`,
      [id],
    );
    expect(await recordOf()).toMatchObject({ purchaseCount: 12, buyerCount: 3, recordAsOf: '2016-06-30' });
  });

  it('is not entered without a name', async () => {
    await manager.post('/suppliers', { phone: '02-000-0000' }, { expect: 400 });
    await manager.post('/suppliers', {}, { expect: 400 });
  });

  it('keeps what is not sent, and takes null for none', async () => {
    const made = await manager.post('/suppliers', { name: '반만 바뀐 곳', ...FACTS }, { expect: 201 });
    const path = `/suppliers/${String(made.body['id'])}`;
    const changed = await manager.patch(
      path,
      { phone: null, address: '새 주소' },
      { version: 1, expect: 200 },
    );
    expect(changed.body).toMatchObject({ ...FACTS, phone: null, address: '새 주소', name: '반만 바뀐 곳' });
  });

  it('takes no address that a browser would run, no ratio without its day or of tomorrow', async () => {
    for (const homepage of ['javascript:alert(1)', 'data:text/html,x', 'http://a b.example', 'no dot'])
      expect((await manager.post('/suppliers', { name: '홈페이지', homepage })).status).toBe(400);
    for (const ratio of [
      { vulnerableEmploymentBp: 3000 },
      { vulnerableEmploymentOn: '2016-01-01' },
      { vulnerableEmploymentBp: 3000, vulnerableEmploymentOn: '2016-07-02' },
    ]) {
      const refused = await manager.post('/suppliers', { name: '비율', ...ratio });
      expect([refused.status, refused.body['code']]).toEqual([422, 'VULNERABLE_EMPLOYMENT_INVALID']);
    }
  });

  it('names who has the number or the name already; a namesake is entered when somebody says so', async () => {
    const body = { name: '(주)푸른환경코리아', businessNumber: '0003333333' };
    const first = await manager.post('/suppliers', body, { expect: 201 });
    const id = String(first.body['id']);
    const number = await manager.post('/suppliers', { name: '다른 곳', businessNumber: '000-33-33333' });
    expect([number.status, number.body['code'], number.body['details']]).toEqual([
      409,
      'BUSINESS_NUMBER_TAKEN',
      { supplierId: id, name: '(주)푸른환경코리아' },
    ]);
    const named = await manager.post('/suppliers', { name: '푸른환경코리아' });
    expect([named.status, named.body['code'], named.body['details']]).toEqual([
      409,
      'SUPPLIER_NAME_EXISTS',
      { supplierId: id, name: '(주)푸른환경코리아', count: 1 },
    ]);
    // What nobody sees does not make it another name, a name, or one that is read the other way round.
    for (const name of ['푸른\u200b환경코리아', '푸른환경\u3164코리아', '푸른환경\u00ad코리아'])
      expect((await manager.post('/suppliers', { name })).body['code']).toBe('SUPPLIER_NAME_EXISTS');
    for (const name of ['\u3164', '\u200b\u2800', '푸른\u202e환경'])
      expect((await manager.post('/suppliers', { name })).body['code']).toBe('INVALID_INPUT');
    const second = await manager.post(
      '/suppliers',
      { name: '푸른환경코리아', confirmSameName: true },
      { expect: 201 },
    );
    expect(second.body['warnings']).toEqual(['business_number_missing', 'name_exists']);
    // The same question when a name is corrected, and none when it only loses its legal form.
    const other = await manager.post('/suppliers', { name: '푸른환경' }, { expect: 201 });
    const path = `/suppliers/${String(other.body['id'])}`;
    const renamed = await manager.patch(path, { name: '푸른환경코리아' }, { version: 1 });
    expect(renamed.body['code']).toBe('SUPPLIER_NAME_EXISTS');
    await manager.patch(`/suppliers/${id}`, { name: '푸른환경코리아' }, { version: 1, expect: 200 });
  });

  it('that was merged answers with the one it went into, for the ledger too, and is not changed any more', async () => {
    const stands = await world.given.supplier('남는 곳');
    const merged = await world.given.supplier('합쳐진 곳', null);
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '중복' WHERE id = $1`,
      [merged, stands],
    );
    expect((await world.anonymous.get(`/suppliers/${merged}`, { expect: 200 })).body['id']).toBe(stands);
    const refused = await manager.patch(`/suppliers/${merged}`, { name: '새 이름' }, { version: 1 });
    expect([refused.status, refused.body['code'], refused.body['details']]).toEqual([
      409,
      'SUPPLIER_MERGED',
      { supplierId: stands },
    ]);
    const added = await manager.post(`/suppliers/${merged}/certifications`, DESIGNATION);
    expect(added.body['code']).toBe('SUPPLIER_MERGED');
    const facts = await world.app
      .get(Transactions)
      .run(systemActor('test'), (tx) =>
        world.app.get(SuppliersService).factsForCountingOf(tx, [merged, stands]),
      );
    expect([...facts.keys()].sort()).toEqual([merged, stands].sort());
    expect(facts.get(merged)).toMatchObject({ id: stands, certificates: [{ verified: true }] });
  });
});

describe('certificates', () => {
  it('say their state as of a day, the last day included', async () => {
    const id = await world.given.supplier('세 해 지정', 'prospective_local', '2015-06-08', '2018-06-07');
    const stateOn = async (day: string) =>
      (await clerk.get(`/suppliers/${id}?asOf=${day}`)).body['certifications']?.[0]?.['state'];
    expect(await stateOn('2015-06-07')).toBe('pending');
    expect(await stateOn('2015-06-08')).toBe('active');
    expect(await stateOn('2018-06-07')).toBe('expiring');
    expect(await stateOn('2018-06-08')).toBe('expired');
    expect((await clerk.get(`/suppliers/${id}?asOf=2026-02-30`)).status).toBe(400);
  });

  it('of one supplier are not reached through another', async () => {
    const one = await world.given.supplier('하나');
    const other = await world.given.supplier('다른 하나');
    const foreign = (await clerk.get(`/suppliers/${other}`)).body['certifications']?.[0]?.['id'];
    await manager.patch(
      `/suppliers/${one}/certifications/${String(foreign)}`,
      { issuer: 'x' },
      { version: 1, expect: 404 },
    );
  });

  it('are handed to the ledger as the facts that decide what counts', async () => {
    const id = await world.given.supplier('장부에 넘김', 'prospective_local', '2015-06-08', '2018-06-07');
    const suppliers = world.app.get(SuppliersService);
    const facts = await world.app
      .get(Transactions)
      .run(systemActor('test'), (tx) => suppliers.factsForCounting(tx, id));
    expect(facts).toMatchObject({
      id,
      name: '장부에 넘김',
      closedOn: null,
      certificates: [{ ...DESIGNATION, revokedOn: null, verified: true }],
    });
    const [byName, byId] = await world.app
      .get(Transactions)
      .run(systemActor('test'), async (tx) => [
        await suppliers.registeredAs(tx, [], ['장부에넘김']),
        [...(await suppliers.factsForCountingOf(tx, [id])).values()],
      ]);
    expect(byName).toEqual([facts]);
    expect(byId).toEqual([facts]);
  });
});
