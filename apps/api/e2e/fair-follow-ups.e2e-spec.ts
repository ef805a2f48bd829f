import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { createContractWorld, type ContractWorld } from './support/contract-world';
import { heldFair, insertRow, type FairDesk, type FairExhibitor, type HeldFair } from './support/held-fair';

let world: ContractWorld;
let enterprise: ApiClient;
let organiser: ApiClient;
let fair: HeldFair;
let desk: FairDesk;
let otherDesk: FairDesk;
let exhibitors: FairExhibitor[];

/** The fair of another district, at which 강북구's 일자리지원과 and 재무과 consult. */
beforeAll(async () => {
  world = await createContractWorld();
  const { given, institutionId, jobs, finance, nodeul } = world;
  enterprise = await world.loginAs(await given.user('enterprise', { enterpriseId: nodeul }));
  const host = await given.institution('성북구');
  organiser = await world.loginAs(await given.user('manager', { institutionId: host }));
  fair = await heldFair(world, host, { days: ['2017-11-30'], slots: 8, name: '가을 상담회' });
  desk = await fair.desk(institutionId, { id: jobs, name: '일자리지원과' });
  otherDesk = await fair.desk(institutionId, { id: finance, name: '재무과' });
  exhibitors = [await fair.exhibitor(nodeul)];
  for (const name of ['둘', '셋', '넷', '다섯', '여섯'])
    exhibitors.push(await fair.exhibitor(await given.supplier(name)));
}, 120_000);
afterAll(() => world.end());

const exhibitor = (index: number): FairExhibitor => exhibitors[index] ?? { id: '', supplierId: '' };
const at = (bookingId: string, path: string) => `/fairs/${fair.id}/bookings/${bookingId}/${path}`;

/** A meeting of the desk whose result leads further. @returns the booking's id */
async function metAt(slot: number, body: object = {}): Promise<string> {
  const id = await fair.booking(desk, exhibitor(slot), slot);
  const result = { interest: 'strong', nextStep: 'offer', expectedValueKrw: 300_000, note: '견적', ...body };
  await world.clerk.put(at(id, 'result'), result, { expect: 200 });
  return id;
}
const followUps = async (reader: ApiClient, query = ''): Promise<Body[]> =>
  listOf((await reader.get(`/fair-follow-ups?fairId=${fair.id}${query}`, { expect: 200 })).body['items']);
const openOf = async () =>
  (await organiser.get(`/fairs/${fair.id}/report`, { expect: 200 })).body['openFollowUps'];

describe('from a meeting to a purchase', () => {
  let meeting: string;
  let matchId: string;
  let contract: Body;
  let purchaseId: string;

  it('begins with a result that leads further', async () => {
    meeting = await metAt(0);
    expect(await followUps(world.clerk)).toMatchObject([
      {
        bookingId: meeting,
        fairName: '가을 상담회',
        day: '2017-11-30',
        deskName: '강북구 일자리지원과',
        supplierName: '노란들판',
        interest: 'strong',
        nextStep: 'offer',
        expectedValueKrw: 300_000,
        note: '견적',
        state: 'open',
        matchId: null,
        matchStage: null,
      },
    ]);
    expect(await openOf()).toBe(1);
  });

  it('leads to one match, however often and by whom it is pressed', async () => {
    const path = at(meeting, 'match');
    await world.clerk.post(path, { title: '현수막' }, { expect: 403 });
    await world.otherAdviser.post(path, { title: '현수막' }, { expect: 404 });
    expect((await world.adviser.post(path, {}, { expect: 422 })).body['code']).toBe('MATCH_INVALID');
    const pressed = await Promise.all(
      [world.adviser, world.adviser, world.admin].map((by) =>
        by.post(path, { title: '현수막' }, { idempotencyKey: true, expect: 201 }),
      ),
    );
    matchId = String(pressed[0]?.body['matchId']);
    for (const { body } of pressed) expect(body).toMatchObject({ matchId, state: 'matched' });
    const { body } = await world.adviser.get(`/matches/${matchId}`, { expect: 200 });
    expect(body).toMatchObject({
      title: '현수막',
      fairId: fair.id,
      fairBookingId: meeting,
      institutionId: world.institutionId,
      departmentName: '일자리지원과',
      estimatedValueKrw: 300_000,
      identifiedOn: '2017-11-30',
      stage: 'identified',
      candidates: [{ supplierId: world.nodeul, supplierName: '노란들판' }],
    });
    const matches = await world.database.sql('SELECT FROM matches WHERE fair_booking_id = $1', [meeting]);
    expect(matches).toHaveLength(1);
    // A match that is under way does not yet tell what came of the meeting.
    expect(await openOf()).toBe(1);
  });

  it('leads to a contract that names the fair without being told', async () => {
    contract = await world.signed({
      matchId,
      institutionId: undefined,
      departmentId: undefined,
      signedOn: '2017-12-01',
    });
    expect(contract).toMatchObject({ source: 'fair', fairId: fair.id, departmentName: '일자리지원과' });
    expect(await openOf()).toBe(0);
    expect(await followUps(world.clerk)).toMatchObject([{ state: 'matched', matchStage: 'contracted' }]);
    const { body } = await organiser.get(`/fairs/${fair.id}/report`, { expect: 200 });
    expect(body).toMatchObject({
      results: 1,
      matches: 1,
      expectedValueKrw: 300_000,
      contracts: { contracts: 1, suppliers: 1, amountKrw: 160_000 },
    });
  });

  it("is entered by the clerk into the ledger as the fair's", async () => {
    const entered = await world.clerk.post(
      `/contracts/${String(contract['id'])}/to-purchase`,
      {},
      { expect: 201 },
    );
    purchaseId = String(entered.body['purchase']?.['id']);
    const purchase = await world.clerk.get(`/purchases/${purchaseId}`, { expect: 200 });
    expect(purchase.body).toMatchObject({ source: 'fair_contract', amountKrw: 160_000 });
    expect(await world.total(world.jobs)).toBe(160_000);
  });

  it('is one chain, with the meeting at the fair in it, from every step', async () => {
    const chain = async (reader: ApiClient, query: string) =>
      listOf((await reader.get(`/chains?${query}`, { expect: 200 })).body['steps']);
    const steps = await chain(world.clerk, `purchaseId=${purchaseId}`);
    expect(steps.map(({ kind, after }) => [kind, after])).toEqual([
      ['meeting', []],
      ['match', [`meeting:${meeting}`]],
      ['contract', [`match:${matchId}`]],
      ['purchase', [`contract:${String(contract['id'])}`]],
    ]);
    expect(steps[0]).toMatchObject({
      id: meeting,
      fairId: fair.id,
      day: '2017-11-30',
      state: 'attended',
      title: '가을 상담회',
      supplierNames: ['노란들판'],
      institutionName: '강북구',
      departmentName: '일자리지원과',
    });
    for (const query of [`meetingId=${meeting}`, `matchId=${matchId}`])
      expect(await chain(world.adviser, query)).toEqual(steps);
    await world.otherClerk.get(`/chains?meetingId=${meeting}`, { expect: 404 });
    await organiser.get(`/chains?meetingId=${meeting}`, { expect: 404 });
  });
});

describe('a match that there is already', () => {
  it('is joined by the meeting, and its need leads to the purchase over the fair', async () => {
    const meeting = await metAt(1);
    const begun = await world.adviser.post(
      '/matches',
      { institutionId: world.institutionId, departmentId: world.jobs, title: '수요에서 온 매칭' },
      { expect: 201 },
    );
    const matchId = String(begun.body['id']);
    const place = {
      area_id: world.institutionId,
      institution_id: world.institutionId,
      created_by: world.adviser.user.id,
    };
    const visitId = await insertRow(world, 'visits', {
      ...place,
      adviser_id: world.adviser.user.id,
      visited_on: '2017-10-10',
      state: 'done',
      visitee_kind: 'public_agency',
      visitee_key: world.institutionId,
      purpose: 'sales',
    });
    await insertRow(world, 'needs', {
      ...place,
      title: '현수막이 필요',
      origin: 'visit',
      visit_id: visitId,
      state: 'matched',
      match_id: matchId,
      found_on: '2017-10-10',
    });
    const joined = await world.adviser.post(at(meeting, 'match'), { matchId }, { expect: 201 });
    expect(joined.body).toMatchObject({ matchId, state: 'matched', matchStage: 'identified' });
    const { body } = await world.adviser.get(`/matches/${matchId}`, { expect: 200 });
    expect(body).toMatchObject({ fairBookingId: meeting, candidates: [{ supplierName: '둘' }] });
    const { body: chain } = await world.adviser.get(`/chains?meetingId=${meeting}`, { expect: 200 });
    expect(listOf(chain['steps']).map(({ kind }) => kind)).toEqual(['visit', 'need', 'meeting', 'match']);
    // It is the match of this meeting now, and of no other one.
    const second = await metAt(2);
    const refused = await world.adviser.post(at(second, 'match'), { matchId }, { expect: 422 });
    expect(refused.body).toMatchObject({ code: 'MATCH_INVALID', details: { field: 'matchId' } });
    const other = await world.adviser.post(at(second, 'match'), { title: '다른 매칭' }, { expect: 201 });
    const anew = { matchId: other.body['matchId'] };
    expect((await world.adviser.post(at(meeting, 'match'), anew, { expect: 409 })).body['code']).toBe(
      'FAIR_FOLLOW_UP_STATE',
    );
  });
});

describe('a follow-up', () => {
  it('is closed with the reason, by the desk or the organiser, once', async () => {
    const meeting = await metAt(3);
    const path = at(meeting, 'close-follow-up');
    const reason = '예산이 없음';
    await world.otherClerk.post(path, { reason }, { expect: 404 });
    await enterprise.post(path, { reason }, { expect: 403 });
    await world.clerk.post(path, { reason: '  ' }, { expect: 400 });
    const closed = await organiser.post(path, { reason }, { expect: 200 });
    expect(closed.body).toMatchObject({ state: 'closed', closeReason: reason });
    expect((await world.clerk.post(path, { reason }, { expect: 200 })).body).toEqual(closed.body);
    expect((await world.clerk.post(path, { reason: '다른 사유' }, { expect: 409 })).body['code']).toBe(
      'FAIR_FOLLOW_UP_STATE',
    );
    await world.adviser.post(at(meeting, 'match'), { title: '늦음' }, { expect: 409 });
  });

  it('stays closed when the same result comes again, and opens when there is something new', async () => {
    const [{ bookingId } = {}] = await followUps(world.clerk, '&state=closed');
    const put = (nextStep: string) =>
      world.clerk.put(at(String(bookingId), 'result'), { interest: 'some', nextStep }, { expect: 200 });
    await put('offer');
    expect(await followUps(world.clerk, '&state=closed')).toHaveLength(1);
    await put('contract');
    expect(await followUps(world.clerk, '&state=closed')).toHaveLength(0);
    await put('nothing');
    expect((await followUps(world.clerk)).map((one) => one['bookingId'])).not.toContain(bookingId);
    expect(await followUps(world.clerk, '&state=none')).toHaveLength(1);
  });

  it('is listed for the own desks, the own district and the organiser, page by page', async () => {
    const theirs = await fair.booking(otherDesk, exhibitor(4), 4);
    await world.otherClerk.put(
      at(theirs, 'result'),
      { interest: 'some', nextStep: 'later' },
      { expect: 200 },
    );
    expect((await followUps(world.otherClerk)).map(({ bookingId }) => bookingId)).toEqual([theirs]);
    expect((await followUps(world.clerk)).map(({ bookingId }) => bookingId)).not.toContain(theirs);
    for (const reader of [world.manager, world.adviser, world.admin, organiser])
      expect(await followUps(reader)).toHaveLength(4);
    expect(await followUps(world.otherAdviser)).toHaveLength(0);
    await enterprise.get('/fair-follow-ups', { expect: 403 });
    const first = await world.manager.get('/fair-follow-ups?limit=3', { expect: 200 });
    const cursor = String(first.body['nextCursor']);
    const rest = await world.manager.get(`/fair-follow-ups?limit=3&cursor=${cursor}`, { expect: 200 });
    const ids = [...listOf(first.body['items']), ...listOf(rest.body['items'])].map(
      (one) => one['bookingId'],
    );
    expect(new Set(ids).size).toBe(4);
    expect(rest.body['nextCursor']).toBeNull();
  });

  it('of a school in the district is the adviser’s, too', async () => {
    const [school] = await world.database.sql<{ id: string }>(
      `INSERT INTO institutions (name, kind, district_id) VALUES ('강북초등학교', 'school', $1) RETURNING id`,
      [world.institutionId],
    );
    const schoolDesk = await fair.desk(school?.id ?? '');
    const meeting = await fair.booking(schoolDesk, exhibitor(5), 5);
    await world.adviser.put(at(meeting, 'result'), { interest: 'some', nextStep: 'visit' }, { expect: 200 });
    const { body } = await world.adviser.get('/fair-follow-ups?state=open', { expect: 200 });
    expect(listOf(body['items']).map(({ bookingId }) => bookingId)).toContain(meeting);
    await world.adviser.post(at(meeting, 'match'), { title: '학교 매칭' }, { expect: 201 });
  });
});
