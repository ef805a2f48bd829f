import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findActivityDifferences } from '../src/visits/recompute-activity';
import { listOf, type Answer } from './support/api-client';
import { createContractWorld, type ContractWorld } from './support/contract-world';

let world: ContractWorld;
beforeAll(async () => {
  world = await createContractWorld();
});
afterAll(() => world.end());

type Start = () => Promise<Answer>;
const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();
const codesOf = (answers: readonly Answer[]) =>
  answers.map(({ status, body }) => `${status} ${String(body['code'] ?? '')}`.trim()).sort();
const idOf = (answer: Answer) => String(answer.body['id']);
const pause = () => new Promise((resolve) => setTimeout(resolve, 500));

/** Everything that takes what the statement locks waits for it, and goes on together. */
async function heldBack(lock: string, values: readonly unknown[], start: () => Promise<Answer[]>) {
  await world.database.sql('BEGIN');
  await world.database.sql(lock, values);
  const answers = start();
  await pause();
  await world.database.sql('ROLLBACK');
  return answers;
}

async function newMatch(title: string): Promise<string> {
  const body = { institutionId: world.institutionId, title };
  return idOf(await world.adviser.post('/matches', body, { expect: 201 }));
}

async function versionOf(path: string): Promise<number> {
  return Number((await world.adviser.get(path, { expect: 200 })).body['version']);
}

describe('the contracts of one match', () => {
  const signed = (matchId: string, signedOn = '2017-05-02') =>
    world.adviser.post('/contracts', world.banner({ matchId, signedOn }), { expect: 201 });
  const cancel = (contract: Answer) =>
    world.adviser.post(`/contracts/${idOf(contract)}/cancel`, { reason: '잘못 적음' }, { version: 1 });
  const stageOf = async (matchId: string) =>
    (await world.adviser.get(`/matches/${matchId}`, { expect: 200 })).body['stage'];
  /** Of different years: otherwise the counters let one after the other. */
  const together = (...starts: readonly Start[]) =>
    heldBack(`SELECT FROM activity_totals WHERE measure = 'contract' FOR UPDATE`, [], () =>
      Promise.all(starts.map((start) => start())),
    );

  it('leave it where they found it when the last two are cancelled at the same moment', async () => {
    const matchId = await world.selectedMatch('동시에 취소', ['노란들판']);
    const [one, other] = [await signed(matchId), await signed(matchId, '2016-05-02')];
    const answers = await together(
      () => cancel(one),
      () => cancel(other),
    );
    expect(statusesOf(answers)).toEqual([200, 200]);
    expect(await stageOf(matchId)).toBe('selected');
  });

  it('hold it while one is cancelled and another one signed at the same moment', async () => {
    const matchId = await world.selectedMatch('취소와 체결', ['노란들판']);
    const contract = await signed(matchId);
    await together(
      () => cancel(contract),
      () => signed(matchId, '2016-05-02'),
    );
    expect(await stageOf(matchId)).toBe('contracted');
  });

  it('move it once when two are signed at the same moment', async () => {
    const matchId = await world.selectedMatch('동시에 체결', ['노란들판']);
    await Promise.all([signed(matchId), signed(matchId)]);
    const { body } = await world.adviser.get(`/matches/${matchId}/history`, { expect: 200 });
    expect(listOf(body['items']).filter(({ toStage }) => String(toStage) === 'contracted')).toHaveLength(1);
  });
});

describe('a contract, while the clerk enters it', () => {
  it('is never in the books with what it said before an adviser corrected it', async () => {
    const fields = { item: '고치는 중', signedOn: '2017-04-03' };
    const path = `/contracts/${String((await world.signed(fields))['id'])}`;
    const { institutionId, ...corrected } = world.banner({ ...fields, valueKrw: 900_000 });
    // The clerk has read it and waits for the year.
    const [entered] = await heldBack(
      `SELECT pg_advisory_xact_lock(hashtextextended('purchase-year|' || $1::text || '|2017', 0))`,
      [institutionId],
      async () => {
        const entering = world.clerk.post(`${path}/to-purchase`, {});
        await new Promise((resolve) => setTimeout(resolve, 200));
        await world.adviser.patch(path, corrected, { version: 1, expect: 200 });
        return [await entering];
      },
    );
    expect(entered?.body).toMatchObject({ code: 'VERSION_STALE' });
    const again = await world.clerk.post(`${path}/to-purchase`, {}, { expect: 201 });
    expect(again.body['purchase']).toMatchObject({ netKrw: 900_000 });
  });

  it('is entered or cancelled, never both', async () => {
    for (let round = 0; round < 4; round++) {
      const path = `/contracts/${String((await world.signed({ item: `취소와 등록 ${round}` }))['id'])}`;
      const answers = await Promise.all([
        world.clerk.post(`${path}/to-purchase`, { confirmProbableDuplicate: true }),
        world.adviser.post(`${path}/cancel`, { reason: '취소' }, { version: 1 }),
      ]);
      expect([
        [200, 409],
        [201, 409],
      ]).toContainEqual(statusesOf(answers));
    }
  });
});

describe('several at one match', () => {
  it('meet a need once, add an enterprise once, and move the card once', async () => {
    const [one, other] = [await newMatch('하나'), await newMatch('둘')];
    const need = { institutionId: world.institutionId, title: '청소용품' };
    const needIds = [idOf(await world.adviser.post('/needs', need, { expect: 201 }))];
    const attached = await Promise.all(
      [one, other].map((id) => world.adviser.post(`/matches/${id}/needs`, { needIds })),
    );
    expect(codesOf(attached)).toEqual(['200', '409 NEED_STATE']);
    const candidate = { supplierIds: [world.nodeul] };
    const added = await Promise.all(
      [1, 2, 3].map(() => world.adviser.post(`/matches/${one}/candidates`, candidate)),
    );
    expect(codesOf(added)).toEqual(['200', '409 MATCH_CANDIDATE_EXISTS', '409 MATCH_CANDIDATE_EXISTS']);
    const version = await versionOf(`/matches/${one}`);
    const moved = await Promise.all(
      ['supported', 'proposed'].map((stage) =>
        world.adviser.post(`/matches/${one}/stage`, { stage }, { version }),
      ),
    );
    expect(codesOf(moved)).toEqual(['200', '412 VERSION_STALE']);
  });

  it('never select who withdraws', async () => {
    const id = await newMatch('선정과 철회');
    const { body } = await world.adviser.post(
      `/matches/${id}/candidates`,
      { names: ['농협'] },
      { expect: 200 },
    );
    const candidateId = String(listOf(body['candidates'])[0]?.['id']);
    const version = await versionOf(`/matches/${id}`);
    const answers = await Promise.all([
      world.adviser.post(
        `/matches/${id}/stage`,
        { stage: 'selected', winnerIds: [candidateId] },
        { version },
      ),
      world.adviser.post(`/matches/${id}/candidates/${candidateId}/withdraw`, {}),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('know an id in either case, and nothing that is not there', async () => {
    const id = await newMatch('대문자');
    const need = { institutionId: world.institutionId, title: '컵' };
    const needId = idOf(await world.adviser.post('/needs', need, { expect: 201 }));
    const path = `/matches/${id}`;
    await world.adviser.post(`${path}/needs`, { needIds: [needId.toUpperCase(), needId] }, { expect: 200 });
    const empty = await world.adviser.post(`${path}/needs`, { needIds: [] }, { expect: 422 });
    expect(empty.body).toMatchObject({ code: 'MATCH_INVALID', details: { field: 'needIds' } });
    await world.adviser.post(`${path}/candidates`, { names: ['\u200B\u3164'] }, { expect: 400 });
  });

  it('add no need to what has ended', async () => {
    const id = await newMatch('무산');
    const lost = { stage: 'lost', lostReason: 'cancelled' };
    await world.adviser.post(`/matches/${id}/stage`, lost, { version: 1, expect: 200 });
    const need = { institutionId: world.institutionId, title: '늦은 수요' };
    const needIds = [idOf(await world.adviser.post('/needs', need, { expect: 201 }))];
    const refused = await world.adviser.post(`/matches/${id}/needs`, { needIds }, { expect: 409 });
    expect(refused.body).toMatchObject({ code: 'MATCH_STAGE', details: { from: 'lost' } });
  });
});

describe('an institution', () => {
  it('is entered once by two at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const body = { name: `새 초등학교 ${round}`, kind: 'school', districtId: world.institutionId };
      const answers = await Promise.all([
        world.adviser.post('/institutions', body),
        world.admin.post('/institutions', body),
      ]);
      expect(codesOf(answers)).toEqual(['201', '409 INSTITUTION_NAME_EXISTS']);
    }
  });
});

describe('the counters', () => {
  it('say what the rows say after a crowd has written at once', async () => {
    const { adviser, admin, institutionId: areaId } = world;
    const took = { visitedOn: '2017-03-02', purpose: 'sales', state: 'done', areaId };
    const called = {
      consultedOn: '2017-03-02',
      channel: 'phone',
      callerKind: 'other',
      topic: '문의',
      areaId,
    };
    const visits = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        (n % 3 === 0 ? admin : adviser).post('/visits', { ...took, organisationName: `단체 ${n % 7}` }),
      ),
    );
    expect(new Set(statusesOf(visits))).toEqual(new Set([201]));
    const mixed = await Promise.all([
      ...visits.slice(0, 30).map((visit) => admin.post(`/visits/${idOf(visit)}/undo`, {})),
      ...Array.from({ length: 20 }, () => adviser.post('/consultations', called)),
    ]);
    expect(new Set(statusesOf(mixed))).toEqual(new Set([200, 201]));
    const owner = {
      query: <Row>(text: string) => world.database.sql<Row & object>(text),
    };
    expect(await findActivityDifferences(owner)).toEqual([]);
  });
});
