import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { systemActor } from '../src/common/actor';
import { ownerDataSource } from '../src/database/data-source';
import { Transactions } from '../src/database/transactions';
import { SuppliersService } from '../src/suppliers/suppliers.service';
import type { ApiClient } from './support/api-client';
import { asApplication } from './support/as-application';
import {
  addressOf,
  certificatesOf,
  DESIGNATION,
  enterpriseOf,
  entriesOf,
  publicStatesOf,
  recountsAskedFor,
} from './support/certificates';
import { createWorld, type World } from './support/world';

let world: World;
let owner: DataSource;
let manager: ApiClient;
let clerk: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  owner = await ownerDataSource(world.database.url).initialize();
  const institutionId = await world.given.institution('강북구', '11305');
  const departmentId = await world.given.department(institutionId, '일자리지원과');
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
});
afterAll(async () => {
  await owner.destroy();
  await world.end();
});
beforeEach(() => world.setToday('2016-07-01'));

const enterprise = (name: string, type: 'prospective_local' | null = null) => enterpriseOf(world, name, type);
const publicStates = (id: string, day: string) => publicStatesOf(world, id, day);
const recountsOf = (id: string) => recountsAskedFor(world, id);

async function waitsForALock(): Promise<void> {
  for (;;) {
    const waiting = await world.database.sql(
      `SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'ieum-api' AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}

describe('an enterprise', () => {
  it('enters certificates that wait, with evidence, and withdraws them while they do', async () => {
    const own = await enterprise('기다리는 곳');
    const bare = await own.client.post(`/suppliers/${own.id}/certifications`, DESIGNATION);
    expect([bare.status, bare.body['code']]).toEqual([422, 'EVIDENCE_REQUIRED']);
    const body = { ...DESIGNATION, evidenceFileId: own.evidenceFileId };
    const added = await own.client.post(`/suppliers/${own.id}/certifications`, body, { expect: 201 });
    expect(certificatesOf(added.body)).toMatchObject([{ verified: false, state: 'pending' }]);
    expect(await publicStates(own.id, '2016-07-01')).toEqual([]);
    expect(await recountsOf(own.id)).toEqual([]);
    const [entry] = await entriesOf(own.client, own.id);
    expect(entry).toMatchObject({ entryState: 'waiting', hasEvidence: true });
    const queued = `/supplier-verifications/${String(entry?.['verificationId'])}`;
    // What waits is corrected in place; whoever had it open has an older version.
    const path = addressOf(own.id, entry?.['id']);
    await own.client.patch(path, { number: '제3호' }, { version: 2, expect: 200 });
    await manager.post(`${queued}/verify`, {}, { version: 1, expect: 412 });
    await own.client.post(`${queued}/withdraw`, undefined, { version: 2, expect: 200 });
    expect(await entriesOf(own.client, own.id)).toMatchObject([
      { entryState: 'withdrawn', verificationId: null },
    ]);
    const ended = await own.client.patch(path, { number: '제4호' }, { version: 4 });
    expect([ended.status, ended.body['code']]).toEqual([409, 'CERTIFICATE_STATE']);
  });

  it('and a manager who decide at the same moment do not wait for each other until both are told to try again', async () => {
    const own = await enterprise('동시에 하는 곳');
    const decider = new Client({ connectionString: world.database.url });
    await decider.connect();
    try {
      const body = { ...DESIGNATION, evidenceFileId: own.evidenceFileId };
      await own.client.post(`/suppliers/${own.id}/certifications`, body, { expect: 201 });
      const [entry] = await entriesOf(own.client, own.id);
      const request = String(entry?.['verificationId']);
      // Whoever decides holds the enterprise, and takes the request next.
      await decider.query('BEGIN');
      await decider.query('SELECT FROM suppliers WHERE id = $1 FOR UPDATE', [own.id]);
      const withdrawn = own.client.post(`/supplier-verifications/${request}/withdraw`, undefined, {
        version: 1,
      });
      await waitsForALock();
      await decider.query('SELECT FROM supplier_verifications WHERE id = $1 FOR UPDATE NOWAIT', [request]);
      await decider.query('ROLLBACK');
      expect((await withdrawn).status).toBe(200);
    } finally {
      await decider.end();
    }
  });

  it('changes a verified one by a row that waits; the verified one stays public, and counts, until then', async () => {
    const own = await enterprise('바꾸는 곳', 'prospective_local');
    const [before] = await entriesOf(own.client, own.id);
    const path = addressOf(own.id, before?.['id']);
    const change = { validUntil: '2019-06-07', evidenceFileId: own.evidenceFileId };
    expect((await own.client.patch(path, { validUntil: '2019-06-07' }, { version: 1 })).body['code']).toBe(
      'EVIDENCE_REQUIRED',
    );
    await own.client.patch(path, change, { version: 1, expect: 200 });
    const shown = await world.anonymous.get(`/suppliers/${own.id}`);
    expect(certificatesOf(shown.body)).toMatchObject([{ id: before?.['id'], validUntil: '2018-06-07' }]);
    const second = await own.client.patch(path, change, { version: 2 });
    expect([second.status, second.body['code']]).toEqual([409, 'CERTIFICATE_STATE']);
    const waiting = (await entriesOf(own.client, own.id)).find(
      (one) => String(one['entryState']) === 'waiting',
    );
    expect(waiting).toMatchObject({ replacesId: before?.['id'], type: 'prospective_local' });
    const queued = `/supplier-verifications/${String(waiting?.['verificationId'])}`;
    await manager.post(`${queued}/verify`, {}, { version: 1, expect: 200 });
    const after = await world.anonymous.get(`/suppliers/${own.id}`);
    expect(certificatesOf(after.body)).toMatchObject([{ id: waiting?.['id'], validUntil: '2019-06-07' }]);
    // The history keeps both; only the one that stands counts.
    expect((await entriesOf(manager, own.id)).map((one) => one['entryState']).sort()).toEqual([
      'replaced',
      'verified',
    ]);
    const facts = await world.app
      .get(Transactions)
      .run(systemActor('test'), (tx) => world.app.get(SuppliersService).factsForCounting(tx, own.id));
    expect(facts.certificates).toEqual([
      expect.objectContaining({ validUntil: '2019-06-07', verified: true }),
    ]);
    // Only days to come differ.
    expect(await recountsOf(own.id)).toEqual([]);
  });

  it('does not bring a certificate back to life that was revoked while the change waited', async () => {
    const own = await enterprise('그사이 취소', 'prospective_local');
    const [before] = await entriesOf(own.client, own.id);
    const path = addressOf(own.id, before?.['id']);
    const body = { validUntil: '2019-06-07', evidenceFileId: own.evidenceFileId };
    await own.client.patch(path, body, { version: 1, expect: 200 });
    await manager.post(
      `${path}/revoke`,
      { revokedOn: '2016-06-01', reason: '취소' },
      { version: 2, expect: 200 },
    );
    const waiting = (await entriesOf(manager, own.id)).find((one) => String(one['entryState']) === 'waiting');
    const queued = `/supplier-verifications/${String(waiting?.['verificationId'])}`;
    const decided = await manager.post(`${queued}/verify`, {}, { version: 1 });
    expect([decided.status, decided.body['code']]).toEqual([409, 'CERTIFICATE_STATE']);
    await manager.post(`${queued}/refuse`, { reason: '취소된 인증' }, { version: 1, expect: 200 });
    expect(await publicStates(own.id, '2016-07-01')).toEqual(['revoked']);
  });

  it("neither sees nor touches another's certificates and evidence", async () => {
    const own = await enterprise('내 것');
    const rival = await enterprise('남의 것', 'prospective_local');
    const body = { ...DESIGNATION, number: '제9호', evidenceFileId: own.evidenceFileId };
    const added = await own.client.post(`/suppliers/${own.id}/certifications`, body, { expect: 201 });
    const path = addressOf(own.id, certificatesOf(added.body)[0]?.['id']);
    await rival.client.get(`/suppliers/${own.id}/certifications`, { expect: 404 });
    await rival.client.get(`${path}/evidence`, { expect: 404 });
    await rival.client.patch(path, { number: 'x' }, { version: 2, expect: 404 });
    const taken = { ...DESIGNATION, evidenceFileId: rival.evidenceFileId };
    await rival.client.post(`/suppliers/${own.id}/certifications`, taken, { expect: 404 });
    // With somebody else's file as evidence nothing is entered for oneself either.
    await rival.client.post(`/suppliers/${rival.id}/certifications`, body, { expect: 404 });
    await rival.client.post(
      `${path}/revoke`,
      { revokedOn: '2016-01-01', reason: 'x' },
      { version: 1, expect: 403 },
    );
    expect(certificatesOf((await rival.client.get(`/suppliers/${own.id}`)).body)).toEqual([]);
    expect(certificatesOf((await clerk.get(`/suppliers/${own.id}`)).body)).toMatchObject([
      { state: 'pending', number: null },
    ]);
    await own.client.get(`${path}/evidence`, { expect: 200 });
    await manager.get(`${path}/evidence`, { expect: 200 });
  });

  it('is held to that by the database itself', async () => {
    const own = await enterprise('줄 보안');
    const rival = await enterprise('줄 보안 밖');
    const body = { ...DESIGNATION, evidenceFileId: own.evidenceFileId };
    await own.client.post(`/suppliers/${own.id}/certifications`, body, { expect: 201 });
    const seen = (settings: Parameters<typeof asApplication>[1], before: readonly string[] = []) =>
      asApplication(
        owner,
        settings,
        (tx) =>
          tx.query<{ certificates: number; files: number; requests: number }[]>(
            `SELECT (SELECT count(*)::int FROM supplier_certifications WHERE supplier_id = $1) AS certificates,
                    (SELECT count(*)::int FROM files WHERE supplier_id = $1) AS files,
                    (SELECT count(*)::int FROM supplier_verifications WHERE supplier_id = $1) AS requests`,
            [own.id],
          ),
        before,
      );
    const actorId = rival.client.user.id;
    expect(await seen({ actorId, enterpriseId: rival.id })).toEqual([
      { certificates: 0, files: 0, requests: 0 },
    ]);
    expect(await seen({ actorId: own.client.user.id, enterpriseId: own.id })).toEqual([
      { certificates: 1, files: 1, requests: 1 },
    ]);
    expect(await seen({ actorId: manager.user.id, register: 'keeper' })).toEqual([
      { certificates: 1, files: 0, requests: 1 },
    ]);
    // The control: without row security the rival would see all of it.
    const tables = ['supplier_certifications', 'files', 'supplier_verifications'];
    const open = tables.map((table) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    expect(await seen({ actorId, enterpriseId: rival.id }, open)).toEqual([
      { certificates: 1, files: 1, requests: 1 },
    ]);
    const verify = 'UPDATE supplier_certifications SET verified_at = now() WHERE supplier_id = $1';
    await expect(
      asApplication(owner, { actorId: own.client.user.id, enterpriseId: own.id }, (tx) =>
        tx.query<unknown>(verify, [own.id]),
      ),
    ).rejects.toThrow('row-level security');
  });
});
