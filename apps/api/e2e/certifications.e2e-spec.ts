import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FIND_PURCHASES_TO_RECOUNT } from '@ieum/domain';
import { Clock } from '../src/common/clock';
import type { ApiClient } from './support/api-client';
import {
  addressOf,
  certificatesOf,
  DESIGNATION,
  entriesOf,
  PDF,
  publicStatesOf,
  recountsAskedFor,
} from './support/certificates';
import { uploaded } from './support/upload';
import { createWorld, type World } from './support/world';

let world: World;
let manager: ApiClient;
let clerk: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  const institutionId = await world.given.institution('강북구', '11305');
  const departmentId = await world.given.department(institutionId, '일자리지원과');
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
});
afterAll(() => world.end());
beforeEach(() => world.setToday('2016-07-01'));

const publicStates = (id: string, day: string) => publicStatesOf(world, id, day);
const recountsOf = (id: string) => recountsAskedFor(world, id);

describe('a certificate as of a day', () => {
  it('changes at 00:00 Korean time, whatever the zone of the server, with nobody doing anything', async () => {
    const id = await world.given.supplier(
      '자정에 끝나는 곳',
      'prospective_local',
      '2015-06-08',
      '2018-06-07',
    );
    const stateAt = async (instant: string) => {
      world.app.get(Clock).now = () => new Date(instant);
      const { body } = await world.anonymous.get(`/suppliers/${id}`, { expect: 200 });
      return [body['asOf'], certificatesOf(body)[0]?.['state']];
    };
    expect(await stateAt('2018-06-06T23:59:59.999+09:00')).toEqual(['2018-06-06', 'expiring']);
    expect(await stateAt('2018-06-07T00:00:00.000+09:00')).toEqual(['2018-06-07', 'expiring']);
    expect(await stateAt('2018-06-07T23:59:59.999+09:00')).toEqual(['2018-06-07', 'expiring']);
    expect(await stateAt('2018-06-08T00:00:00.000+09:00')).toEqual(['2018-06-08', 'expired']);
    expect(await stateAt('2015-06-07T23:59:59.999+09:00')).toEqual(['2015-06-07', 'pending']);
    expect(await stateAt('2015-06-08T00:00:00.000+09:00')).toEqual(['2015-06-08', 'active']);
  });

  it('stands beside others: several at once, and a renewal keeps the period before', async () => {
    const id = await world.given.supplier('두루 가진 곳', 'prospective_local', '2015-06-08', '2018-06-07');
    await world.given.certificate(id, 'women_owned', { valid_from: '2016-01-01' });
    await manager.post(
      `/suppliers/${id}/certifications`,
      { type: 'certified_social_enterprise', validFrom: '2018-06-08', issueRound: '2018-2차' },
      { expect: 201 },
    );
    expect(await publicStates(id, '2016-07-01')).toEqual(['active', 'active', 'pending']);
    expect(await publicStates(id, '2018-06-08')).toEqual(['expired', 'active', 'active']);
  });
});

describe('whoever keeps the register', () => {
  it('enters and corrects verified certificates, with the evidence and the version that was read', async () => {
    const id = await world.given.supplier('담당자가 넣는 곳', null);
    const evidenceFileId = await uploaded(world.app, manager, '지정서.pdf', PDF);
    const added = await manager.post(
      `/suppliers/${id}/certifications`,
      { ...DESIGNATION, number: '제1호', issuedOn: '2015-06-01', evidenceFileId },
      { expect: 201, idempotencyKey: true },
    );
    const [certificate] = certificatesOf(added.body);
    expect(certificate).toMatchObject({ verified: true, state: 'active', issuedOn: '2015-06-01' });
    const path = addressOf(id, certificate?.['id']);
    const changed = await manager.patch(path, { issuer: '서울특별시' }, { version: 2, expect: 200 });
    expect(certificatesOf(changed.body)[0]).toMatchObject({ issuer: '서울특별시', number: '제1호' });
    expect((await manager.patch(path, { issuer: 'x' }, { version: 2 })).body['code']).toBe('VERSION_STALE');
    const turned = await manager.patch(path, { validUntil: '2015-06-07' }, { version: 3 });
    expect([turned.status, turned.body['code']]).toEqual([422, 'CERTIFICATE_VALIDITY_INVALID']);
    expect(await entriesOf(manager, id)).toMatchObject([
      { entryState: 'verified', hasEvidence: true, evidenceName: '지정서.pdf' },
    ]);
    const file = await manager.get(`${path}/evidence`, { expect: 200 });
    expect(file.headers['content-disposition']).toContain('attachment');
    await clerk.get(`${path}/evidence`, { expect: 403 });
  });

  it('revokes with a reason, once, and takes it back', async () => {
    const id = await world.given.supplier('취소되는 곳', 'prospective_local', '2015-06-08', '2018-06-07');
    const [entry] = await entriesOf(manager, id);
    const path = addressOf(id, entry?.['id']);
    const revocation = { revokedOn: '2016-03-01', reason: '지정 취소' };
    await manager.post(`${path}/revoke`, { ...revocation, reason: ' ' }, { version: 1, expect: 400 });
    await manager.post(`${path}/revoke`, revocation, { expect: 428 });
    const early = await manager.post(
      `${path}/revoke`,
      { ...revocation, revokedOn: '2015-06-07' },
      { version: 1 },
    );
    expect(early.body['code']).toBe('CERTIFICATE_VALIDITY_INVALID');
    const revoked = await manager.post(`${path}/revoke`, revocation, { version: 1, expect: 200 });
    expect(revoked.headers['etag']).toBe('"v2"');
    expect(certificatesOf(revoked.body)[0]).toMatchObject({
      state: 'revoked',
      revocationReason: '지정 취소',
    });
    expect(await publicStates(id, '2016-02-29')).toEqual(['active']);
    expect(await publicStates(id, '2016-03-01')).toEqual(['revoked']);
    const again = await manager.post(`${path}/revoke`, revocation, { version: 2 });
    expect([again.status, again.body['code']]).toEqual([409, 'CERTIFICATE_STATE']);
    const back = await manager.post(`${path}/reinstate`, undefined, { version: 2, expect: 200 });
    expect(certificatesOf(back.body)[0]).toMatchObject({ state: 'active', revocationReason: null });
    expect((await manager.post(`${path}/reinstate`, undefined, { version: 3 })).body['code']).toBe(
      'CERTIFICATE_STATE',
    );
    const support = await world.loginAs(await world.given.user('support'));
    await support.post(`${path}/revoke`, revocation, { version: 3, expect: 403 });
  });

  it('keeps the certificates of a duplicate through the row that it was merged into', async () => {
    const stands = await world.given.supplier('남은 곳', null);
    const merged = await world.given.supplier('겹친 곳', 'prospective_local', '2015-06-08', '2018-06-07');
    const [entry] = await entriesOf(manager, merged);
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '중복' WHERE id = $1`,
      [merged, stands],
    );
    expect(await entriesOf(manager, stands)).toMatchObject([{ id: entry?.['id'], state: 'active' }]);
    const revocation = { revokedOn: '2016-03-01', reason: '지정 취소' };
    const path = addressOf(stands, entry?.['id']);
    const revoked = await manager.post(`${path}/revoke`, revocation, { version: 1, expect: 200 });
    expect(certificatesOf(revoked.body)).toMatchObject([{ state: 'revoked' }]);
    expect(await recountsOf(stands)).toHaveLength(1);
    const signpost = await manager.post(`${addressOf(merged, entry?.['id'])}/revoke`, revocation, {
      version: 2,
    });
    expect([signpost.status, signpost.body['code']]).toEqual([409, 'SUPPLIER_MERGED']);
  });

  it('of one supplier is not reached through another', async () => {
    const one = await world.given.supplier('하나');
    const other = await world.given.supplier('다른 하나');
    const [foreign] = await entriesOf(manager, other);
    const path = addressOf(one, foreign?.['id']);
    await manager.patch(path, { issuer: 'x' }, { version: 1, expect: 404 });
    await manager.post(
      `${path}/revoke`,
      { revokedOn: '2016-03-01', reason: '취소' },
      { version: 1, expect: 404 },
    );
  });
});

describe('the ledger is asked to recount', () => {
  const expected = (supplierId: string, certificationId: unknown) => ({
    kind: FIND_PURCHASES_TO_RECOUNT,
    payload: { supplierId, certificationId },
    institution_id: manager.user.institutionId,
  });

  it('in the transaction of a revocation that reaches counted days, and of taking it back', async () => {
    const id = await world.given.supplier('소급 취소', 'prospective_local', '2015-06-08', '2018-06-07');
    const [entry] = await entriesOf(manager, id);
    const path = addressOf(id, entry?.['id']);
    await manager.post(
      `${path}/revoke`,
      { revokedOn: '2016-07-02', reason: '취소' },
      { version: 1, expect: 200 },
    );
    expect(await recountsOf(id)).toEqual([]);
    await manager.post(`${path}/reinstate`, undefined, { version: 2, expect: 200 });
    expect(await recountsOf(id)).toEqual([]);
    await manager.post(
      `${path}/revoke`,
      { revokedOn: '2016-06-30', reason: '취소' },
      { version: 3, expect: 200 },
    );
    expect(await recountsOf(id)).toEqual([expected(id, entry?.['id'])]);
    await manager.post(`${path}/reinstate`, undefined, { version: 4, expect: 200 });
    expect(await recountsOf(id)).toHaveLength(2);
    // What is refused asks for nothing.
    await manager.post(
      `${path}/revoke`,
      { revokedOn: '2016-01-01', reason: '취소' },
      { version: 1, expect: 412 },
    );
    expect(await recountsOf(id)).toHaveLength(2);
  });

  it('by a certificate that comes late and by corrected days, not by number, issuer or days to come', async () => {
    const id = await world.given.supplier('늦게 온 인증', null);
    const added = await manager.post(`/suppliers/${id}/certifications`, DESIGNATION, { expect: 201 });
    const certificationId = certificatesOf(added.body)[0]?.['id'];
    expect(await recountsOf(id)).toEqual([expected(id, certificationId)]);
    const path = addressOf(id, certificationId);
    await manager.patch(path, { number: '제2호', issuer: '서울특별시' }, { version: 2, expect: 200 });
    await manager.patch(path, { validUntil: '2017-06-07' }, { version: 3, expect: 200 });
    expect(await recountsOf(id)).toHaveLength(1);
    await manager.patch(path, { validFrom: '2016-01-01' }, { version: 4, expect: 200 });
    expect(await recountsOf(id)).toHaveLength(2);
    await manager.post(
      `/suppliers/${id}/certifications`,
      { type: 'women_owned', validFrom: '2016-07-02' },
      { expect: 201 },
    );
    expect(await recountsOf(id)).toHaveLength(2);
  });

  it('by a merge for the row that stays, and by its separation for both; not when neither has a certificate', async () => {
    const twin = await world.given.supplier('합칠 기업', null);
    const stands = await world.given.supplier('남을 기업', 'prospective_local', '2015-06-08', '2018-06-07');
    const [entry] = await entriesOf(manager, stands);
    const merge = (id: string, intoId: string) =>
      manager.post(`/suppliers/${id}/merge`, { intoId, reason: '같은 기업' }, { expect: 200 });
    await merge(twin, stands);
    expect(await recountsOf(stands)).toEqual([expected(stands, entry?.['id'])]);
    expect(await recountsOf(twin)).toEqual([]);
    await manager.post(`/suppliers/${twin}/unmerge`, { reason: '다른 기업' }, { expect: 200 });
    expect(await recountsOf(stands)).toHaveLength(2);
    expect(await recountsOf(twin)).toEqual([expected(twin, entry?.['id'])]);
    const [one, other] = [await world.given.supplier('하나', null), await world.given.supplier('둘', null)];
    await merge(one, other);
    expect(await recountsOf(other)).toEqual([]);
  });
});

describe('the default validity of a type', () => {
  it('is dated data that everybody with an account reads and an administrator edits', async () => {
    const rules = await clerk.get('/certification-validity-rules', { expect: 200 });
    expect(rules.body['items']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'prospective_local', validMonths: 36 }),
        expect.objectContaining({ type: 'prospective_village', validMonths: 24 }),
        expect.objectContaining({ type: 'certified_social_enterprise', validMonths: null }),
      ]),
    );
    const admin = await world.loginAs(await world.given.user('admin'));
    const rule = {
      type: 'prospective_local',
      effectiveFrom: '2017-01-01',
      validMonths: 24,
      legalBasis: '2017년 지정 지침',
    };
    await manager.post('/certification-validity-rules', rule, { expect: 403 });
    const made = await admin.post('/certification-validity-rules', rule, {
      expect: 201,
      idempotencyKey: true,
    });
    const twice = await admin.post('/certification-validity-rules', rule);
    expect([twice.status, twice.body['code']]).toEqual([409, 'RULE_OVERLAP']);
    const path = `/certification-validity-rules/${String(made.body['id'])}`;
    const changed = await admin.patch(path, { validMonths: null }, { version: 1, expect: 200 });
    expect(changed.body).toMatchObject({ ...rule, validMonths: null, version: 2 });
    await admin.patch(path, { validMonths: 12 }, { version: 1, expect: 412 });
  });
});
