import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { createContractWorld, type ContractWorld } from './support/contract-world';

let world: ContractWorld;
let visitId: string;
let callId: string;
let needId: string;
let matchId: string;
let contract: Body;
let purchaseId: string;

beforeAll(async () => {
  world = await createContractWorld();
  const { institutionId, jobs, adviser, teamId, database } = world;
  const place = {
    area_id: institutionId,
    institution_id: institutionId,
    department_id: jobs,
    department_name: '일자리지원과',
  };
  const by = { adviser_id: adviser.user.id, team_id: teamId, created_by: adviser.user.id };
  const insert = async (table: string, row: Readonly<Record<string, unknown>>) => {
    const names = Object.keys(row);
    const [inserted] = await database.sql<{ id: string }>(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
      Object.values(row),
    );
    return inserted?.id ?? '';
  };
  visitId = await insert('visits', {
    ...place,
    ...by,
    visited_on: '2017-02-01',
    state: 'done',
    visitee_kind: 'public_agency',
    visitee_key: institutionId,
    purpose: 'sales',
    met_role: '계약 담당자',
    result: '전문위원만 읽는 메모',
  });
  callId = await insert('consultations', {
    ...place,
    ...by,
    consulted_on: '2017-02-10',
    channel: 'phone',
    caller_kind: 'public_body',
    topic: '전문위원만 읽는 주제',
  });
  matchId = await world.selectedMatch('안내 현수막', ['노란들판'], {
    department_id: jobs,
    department_name: '일자리지원과',
  });
  await database.sql(`UPDATE match_candidates SET supplier_id = $2 WHERE match_id = $1`, [
    matchId,
    world.nodeul,
  ]);
  await database.sql(
    `INSERT INTO match_stage_changes (area_id, institution_id, match_id, from_stage, to_stage, note, changed_by, changed_at)
     VALUES ($1, $1, $2, NULL, 'identified', '메모', $3, '2017-03-02T15:30:00Z'),
            ($1, $1, $2, 'identified', 'selected', '메모', $3, '2017-04-02T01:00:00Z')`,
    [institutionId, matchId, adviser.user.id],
  );
  const need = {
    ...place,
    state: 'matched',
    match_id: matchId,
    found_on: '2017-02-01',
    created_by: adviser.user.id,
  };
  needId = await insert('needs', { ...need, title: '현수막이 필요', origin: 'visit', visit_id: visitId });
  await insert('needs', { ...need, title: '설치도', origin: 'consultation', consultation_id: callId });
  await insert('supplier_requests', {
    institution_id: institutionId,
    area_id: institutionId,
    match_id: matchId,
    supplier_id: world.nodeul,
    title: '견적 요청',
    message: '부탁드립니다',
    state: 'answered',
    answer: '가능합니다',
    quoted_amount_krw: 160_000,
    quoted_includes_vat: true,
    answered_at: '2017-03-20T02:00:00Z',
    created_by: adviser.user.id,
  });
  contract = await world.signed({ matchId, parties: undefined, institutionId: undefined });
  const entered = await world.clerk.post(
    `/contracts/${String(contract['id'])}/to-purchase`,
    {},
    { expect: 201 },
  );
  purchaseId = String(entered.body['purchase']?.['id']);
});
afterAll(() => world.end());

async function stepsOf(reader: ApiClient, query: string): Promise<Body[]> {
  return listOf((await reader.get(`/chains?${query}`, { expect: 200 })).body['steps']);
}

describe('a chain', () => {
  it('shows the winners of the match as the parties of its contract', () => {
    expect(contract).toMatchObject({
      matchId,
      matchTitle: '안내 현수막',
      source: 'match',
      departmentName: '일자리지원과',
      parties: [{ supplierId: world.nodeul, supplierName: '노란들판', isLead: true }],
    });
  });

  it('leads back from the purchase to the visit and the call that started it, in order', async () => {
    const steps = await stepsOf(world.clerk, `purchaseId=${purchaseId}`);
    expect(steps.map((step) => step['kind'])).toEqual([
      'visit',
      'consultation',
      'need',
      'need',
      'match',
      'answer',
      'selection',
      'contract',
      'purchase',
    ]);
    const of = (kind: string) => steps.find((step) => String(step['kind']) === kind);
    expect(of('visit')).toMatchObject({
      day: '2017-02-01',
      manner: 'sales',
      metRole: '계약 담당자',
      after: [],
    });
    expect(of('consultation')).toMatchObject({ day: '2017-02-10', manner: 'phone', title: null });
    expect(of('need')).toMatchObject({ title: '현수막이 필요', after: [`visit:${visitId}`] });
    expect(of('match')).toMatchObject({
      state: 'contracted',
      stages: [
        { stage: 'identified', day: '2017-03-03' },
        { stage: 'selected', day: '2017-04-02' },
        { stage: 'contracted', day: '2017-12-01' },
      ],
    });
    expect(of('answer')).toMatchObject({
      day: '2017-03-20',
      amountKrw: 160_000,
      after: [`match:${matchId}`],
    });
    expect(of('selection')).toMatchObject({ day: '2017-04-02', supplierNames: ['노란들판'] });
    expect(of('contract')).toMatchObject({ amountKrw: 160_000, after: [`selection:${matchId}`] });
    expect(of('purchase')).toMatchObject({
      countStatus: 'counted',
      after: [`contract:${String(contract['id'])}`],
      achievement: { fiscalYear: 2017, actualKrw: 160_000, targetKrw: null },
    });
  });

  it('is the same from every one of its steps, for each who may see it', async () => {
    const whole = await stepsOf(world.adviser, `visitId=${visitId}`);
    const anchors = [
      `consultationId=${callId}`,
      `needId=${needId}`,
      `matchId=${matchId}`,
      `contractId=${String(contract['id'])}`,
      `purchaseId=${purchaseId}`,
    ];
    // A visit and a call lead forward to the match, which leads back to both.
    for (const anchor of anchors) expect(await stepsOf(world.adviser, anchor)).toEqual(whole);
    expect(await stepsOf(world.manager, `purchaseId=${purchaseId}`)).toEqual(whole);
    expect(whole).toHaveLength(9);
  });

  it('tells buyers nothing that advisers noted', async () => {
    for (const reader of [world.clerk, world.manager]) {
      const text = JSON.stringify(await stepsOf(reader, `purchaseId=${purchaseId}`));
      expect(text).not.toContain('전문위원만');
      expect(text).not.toContain('메모');
    }
  });

  it('is not there for another department, another area, and enterprises', async () => {
    const query = `/chains?contractId=${String(contract['id'])}`;
    await world.otherClerk.get(query, { expect: 404 });
    await world.otherAdviser.get(query, { expect: 404 });
    await world.anonymous.get(query, { expect: 401 });
    const enterprise = await world.loginAs(await world.given.user('enterprise'));
    await enterprise.get(query, { expect: 403 });
  });

  it('begins for a department with the visit to the whole institution, and with no visit to another one', async () => {
    const { database, clerk, otherClerk } = world;
    const begin = async (departmentId: string | null, name: string | null) => {
      await database.sql('UPDATE visits SET department_id = $2, department_name = $3 WHERE id = $1', [
        visitId,
        departmentId,
        name,
      ]);
      await database.sql('UPDATE needs SET department_id = $2, department_name = $3 WHERE id = $1', [
        needId,
        departmentId,
        name,
      ]);
      const steps = await stepsOf(clerk, `purchaseId=${purchaseId}`);
      return steps.filter(({ id }) => [visitId, needId].includes(String(id))).length;
    };
    expect(await begin(null, null)).toBe(2);
    // Nothing of another department's clerk is in it.
    await otherClerk.get(`/chains?visitId=${visitId}`, { expect: 404 });
    expect(await begin(world.finance, '재무과')).toBe(0);
    expect(await begin(world.jobs, '일자리지원과')).toBe(2);
  });

  it('leaves out what lies outside the reach, and stays one chain', async () => {
    const lieAt = (departmentId: string, name: string) =>
      world.database.sql('UPDATE matches SET department_id = $2, department_name = $3 WHERE id = $1', [
        matchId,
        departmentId,
        name,
      ]);
    await lieAt(world.finance, '재무과');
    const steps = await stepsOf(world.clerk, `purchaseId=${purchaseId}`);
    const kinds = steps.map((step) => step['kind']);
    expect(kinds).not.toContain('match');
    const own = steps.find((step) => String(step['kind']) === 'contract');
    expect(listOf(own?.['after']).length).toBe(2);
    await lieAt(world.jobs, '일자리지원과');
  });

  it('begins somewhere; of several places the latest decides', async () => {
    await world.adviser.get('/chains', { expect: 400 });
    const both = `contractId=${String(contract['id'])}&visitId=${world.institutionId}`;
    expect(await stepsOf(world.adviser, both)).toHaveLength(9);
  });

  it('does not show an adviser what the ledger alone knows', async () => {
    const body = {
      fiscalYear: 2017,
      supplierId: world.nodeul,
      item: '직접 산 것',
      kind: 'goods',
      channel: 'card',
    };
    const plain = await world.clerk.post(
      '/purchases',
      { ...body, contractDate: '2017-06-01', amountKrw: 10_000 },
      { expect: 201 },
    );
    const query = `purchaseId=${String(plain.body['id'])}`;
    expect(await stepsOf(world.clerk, query)).toHaveLength(1);
    await world.adviser.get(`/chains?${query}`, { expect: 404 });
  });
});

describe('the conversion', () => {
  it('counts a contract once that a visit, a call and a match led to, in its row and in the total', async () => {
    for (const groupBy of ['adviser', 'team', 'year']) {
      const answer = await world.adviser.get(`/chains/conversion?year=2017&groupBy=${groupBy}`, {
        expect: 200,
      });
      const figures = {
        visitCount: 1,
        consultationCount: 1,
        needCount: 2,
        matchCount: 1,
        wonMatchCount: 1,
        contractCount: 1,
        contractKrw: 160_000,
        purchaseCount: 1,
        purchaseKrw: 160_000,
      };
      expect(answer.body['total']).toEqual(figures);
      expect(listOf(answer.body['items'])).toHaveLength(1);
      expect(listOf(answer.body['items'])[0]).toMatchObject(figures);
    }
    const list = await world.adviser.get('/contracts?year=2017', { expect: 200 });
    expect(list.body['totals']).toEqual({ contractCount: 1, valueKrw: 160_000 });
    const kept = await world.database.sql(
      `SELECT sum(row_count)::int AS n, sum(amount)::int AS krw FROM activity_totals WHERE measure = 'contract'`,
    );
    expect(kept).toEqual([{ n: 1, krw: 160_000 }]);
  });

  it('is of the own areas only, and no buyer reads it', async () => {
    const other = await world.otherAdviser.get('/chains/conversion?year=2017&groupBy=team', { expect: 200 });
    expect(other.body).toMatchObject({ items: [], total: { contractCount: 0 } });
    const all = await world.admin.get('/chains/conversion?year=2017&groupBy=team', { expect: 200 });
    expect(listOf(all.body['items'])[0]).toMatchObject({ teamId: world.teamId, teamName: '강북 지원단' });
    await world.clerk.get('/chains/conversion?year=2017&groupBy=team', { expect: 403 });
    await world.manager.get('/chains/conversion?year=2017&groupBy=team', { expect: 403 });
  });
});
