import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { createFairWorld, DAY_BEFORE, FAIR_DAY, type FairWorld } from './support/fair-world';

let world: FairWorld;
beforeAll(async () => {
  world = await createFairWorld();
});
afterAll(() => world.end());

type Fields = Readonly<Record<string, unknown>>;

/** A further fair of the host, planned. */
async function planned(more: Fields = {}): Promise<Body> {
  world.setToday(DAY_BEFORE);
  const fields = { name: '가을 박람회', firstDay: '2026-10-20', lastDay: '2026-10-21', ...more };
  return (await world.manager.post('/fairs', fields, { expect: 201 })).body;
}

const codeOf = (answer: { body: Body }) => answer.body['code'];
const move = (by: ApiClient, fair: Body, state: string, status: number) =>
  by.post(
    `/fairs/${String(fair['id'])}/state`,
    { state },
    { version: Number(fair['version']), expect: status },
  );
const hours = (from: string, to: string, day = '2026-10-20') => ({ day, from, to });
const lay = (fair: Body, body: Fields, status: number) =>
  world.manager.put(`/fairs/${String(fair['id'])}/slots`, body, {
    version: Number(fair['version']),
    expect: status,
  });

describe('a fair', () => {
  it('is planned by who may run it: the host, the adviser of its district, the administrator', async () => {
    const fields = { name: '봄 박람회', firstDay: '2026-09-01', lastDay: '2026-09-01' };
    const made = await world.adviser.post(
      '/fairs',
      { ...fields, hostInstitutionId: world.hostId },
      { expect: 201 },
    );
    expect(made.body).toMatchObject({
      hostName: '성북구',
      state: 'planned',
      stands: ['organiser'],
      slots: [],
    });
    const nowhere = await world.adviser.post('/fairs', fields, { expect: 422 });
    expect(nowhere.body['details']).toEqual({ field: 'hostInstitutionId' });
    await world.manager.post('/fairs', { ...fields, hostInstitutionId: world.guestId }, { expect: 404 });
    await world.otherAdviser.post('/fairs', { ...fields, hostInstitutionId: world.hostId }, { expect: 404 });
    await world.desks[0]?.clerk.post('/fairs', fields, { expect: 403 });
    await world.stranger.post('/fairs', fields, { expect: 403 });
  });

  it.each([
    ['lastDay', { lastDay: '2026-10-19' }],
    ['lastDay', { lastDay: '2026-10-30' }],
    ['applicationsCloseOn', { applicationsCloseOn: '2026-10-22' }],
  ])('is refused with a wrong %s', async (field, more) => {
    const fields = { name: '가을 박람회', firstDay: '2026-10-20', lastDay: '2026-10-21', ...more };
    const answer = await world.manager.post('/fairs', fields, { expect: 422 });
    expect(answer.body).toMatchObject({ code: 'FAIR_INVALID', details: { field } });
  });

  it('is hidden from others while it is planned, and announced afterwards', async () => {
    const fair = await planned();
    const id = String(fair['id']);
    const clerks = world.desks.map(({ clerk }) => clerk);
    const others = [world.guestManager, world.otherAdviser, world.stranger];
    // a clerk of the host does not plan it either
    for (const other of [...others, ...clerks]) {
      for (const what of ['', '/desks', '/exhibitors', '/timetable', '/bookings', '/waiting-list', '/wishes'])
        await other.get(`/fairs/${id}${what}`, { expect: 404 });
      const page = await other.get('/fairs', { expect: 200 });
      expect(JSON.stringify(page.body)).not.toContain(id);
    }
    await world.anonymous.get(`/public-fairs/${id}`, { expect: 404 });
    // the public list is the same for whoever would see more elsewhere
    expect(JSON.stringify((await world.admin.get('/public-fairs', { expect: 200 })).body)).not.toContain(id);

    const laid = await lay(fair, { slotMinutes: 30, hours: [hours('10:00', '11:00')] }, 200);
    await move(world.manager, laid.body, 'applications', 200);
    for (const other of others) {
      const seen = await other.get(`/fairs/${id}`, { expect: 200 });
      expect(seen.body).toMatchObject({
        state: 'applications',
        stands: [],
        ownDeskId: null,
        ownExhibitorId: null,
      });
    }
    expect(JSON.stringify((await world.anonymous.get('/public-fairs')).body)).toContain(id);
  });

  it('says as what somebody takes part', async () => {
    const path = `/fairs/${world.fairId}`;
    const stands = async (by: ApiClient) => {
      const { body } = await by.get(path, { expect: 200 });
      return [body['stands'], body['ownDeskId'], body['ownExhibitorId']];
    };
    const [own, guest] = world.desks;
    const [exhibitor] = world.exhibitors;
    expect(await stands(world.manager)).toEqual([['organiser', 'desk'], own?.id, null]);
    expect(await stands(world.adviser)).toEqual([['organiser', 'desk'], null, null]);
    expect(await stands(world.otherAdviser)).toEqual([['desk'], null, null]);
    expect(await stands(own!.clerk)).toEqual([['desk'], own?.id, null]);
    expect(await stands(guest!.clerk)).toEqual([['desk'], guest?.id, null]);
    expect(await stands(world.guestManager)).toEqual([['desk'], guest?.id, null]);
    expect(await stands(exhibitor!.person)).toEqual([['exhibitor'], null, exhibitor?.id]);
    expect(await stands(world.stranger)).toEqual([[], null, null]);
  });

  it('is listed by year and state, the latest first, page by page', async () => {
    const all: string[] = [];
    let cursor = '';
    do {
      const page = await world.manager.get(`/fairs?limit=1&year=2026${cursor}`, { expect: 200 });
      all.push(...listOf(page.body['items']).map((item) => String(item['firstDay'])));
      cursor = String(page.body['nextCursor']) === 'null' ? '' : `&cursor=${String(page.body['nextCursor'])}`;
    } while (cursor !== '');
    expect(all.length).toBeGreaterThan(1);
    expect(all).toEqual([...all].sort().reverse());
    expect(listOf((await world.manager.get('/fairs?year=2025')).body['items'])).toEqual([]);
    const open = await world.manager.get('/fairs?state=open', { expect: 200 });
    expect(listOf(open.body['items'])).toEqual([]);
  });

  it('changes for its organiser alone, and the second of two is told', async () => {
    const fair = await planned();
    const path = `/fairs/${String(fair['id'])}`;
    const changed = await world.adviser.patch(
      path,
      { venue: '잔디마당', noShowMinutes: 5 },
      { version: 1, expect: 200 },
    );
    expect(changed.body).toMatchObject({ venue: '잔디마당', noShowMinutes: 5, version: 2 });
    expect(codeOf(await world.manager.patch(path, { venue: '강당' }, { version: 1, expect: 412 }))).toBe(
      'VERSION_STALE',
    );
    const announced = `/fairs/${world.fairId}`;
    await world.guestManager.patch(announced, { venue: '강당' }, { version: 3, expect: 404 });
    await world.otherAdviser.patch(announced, { venue: '강당' }, { version: 3, expect: 404 });
    await world.stranger.patch(announced, { venue: '강당' }, { version: 3, expect: 403 });
  });
});

describe('the slots of a fair', () => {
  it('are cut from consulting hours in Korean time, and laid anew as a whole', async () => {
    const fair = await planned();
    const first = await lay(
      fair,
      { slotMinutes: 30, hours: [hours('10:00', '12:00'), hours('13:00', '14:00')] },
      200,
    );
    expect(listOf(first.body['slots']).map((slot) => [slot['day'], slot['startsAt']])).toEqual([
      ['2026-10-20', '2026-10-20T01:00:00.000Z'],
      ['2026-10-20', '2026-10-20T01:30:00.000Z'],
      ['2026-10-20', '2026-10-20T02:00:00.000Z'],
      ['2026-10-20', '2026-10-20T02:30:00.000Z'],
      ['2026-10-20', '2026-10-20T04:00:00.000Z'],
      ['2026-10-20', '2026-10-20T04:30:00.000Z'],
    ]);
    const again = await lay(
      first.body,
      { slotMinutes: 20, pauseMinutes: 10, hours: [hours('00:00', '01:00')] },
      200,
    );
    expect(again.body).toMatchObject({ slotMinutes: 20 });
    expect(listOf(again.body['slots']).map((slot) => [slot['day'], slot['endsAt']])).toEqual([
      ['2026-10-20', '2026-10-19T15:20:00.000Z'],
      ['2026-10-20', '2026-10-19T15:50:00.000Z'],
    ]);
  });

  it.each([
    ['no hours', []],
    ['overlapping hours', [hours('10:00', '12:00'), hours('11:30', '13:00')]],
    ['another day than its own', [hours('10:00', '12:00', '2026-10-22')]],
    ['hours that end before they begin', [hours('12:00', '10:00')]],
    ['hours too short for one slot', [hours('10:00', '10:20')]],
  ])('are refused for %s', async (_, wrong) => {
    const answer = await lay(await planned(), { slotMinutes: 30, hours: wrong }, 422);
    expect(answer.body).toMatchObject({ code: 'FAIR_INVALID', details: { field: 'hours' } });
  });

  it('are refused beyond three hundred', async () => {
    const all = { slotMinutes: 5, hours: [hours('00:00', '23:59'), hours('00:00', '23:59', '2026-10-21')] };
    expect((await lay(await planned(), all, 422)).body['details']).toEqual({ field: 'slotMinutes' });
  });

  it('go with the days of the fair, and desks forget when they were absent', async () => {
    const fair = await planned();
    const id = String(fair['id']);
    const laid = await lay(
      fair,
      { slotMinutes: 60, hours: [hours('10:00', '11:00'), hours('10:00', '11:00', '2026-10-21')] },
      200,
    );
    const slotId = listOf(laid.body['slots'])[0]?.['id'];
    const desk = await world.manager.post(
      `/fairs/${id}/desks`,
      { institutionId: world.hostId },
      { expect: 201 },
    );
    const path = `/fairs/${id}/desks/${String(desk.body['id'])}`;
    await world.manager.patch(path, { absentSlotIds: [slotId] }, { version: 1, expect: 200 });
    const moved = await world.manager.patch(
      `/fairs/${id}`,
      { firstDay: '2026-10-21', lastDay: '2026-10-22' },
      { version: Number(laid.body['version']), expect: 200 },
    );
    expect(listOf(moved.body['slots']).map((slot) => slot['day'])).toEqual(['2026-10-21']);
    const { body } = await world.manager.get(`/fairs/${id}/desks`, { expect: 200 });
    expect(listOf(body['items'])[0]?.['absentSlotIds']).toEqual([]);
  });
});

describe('the way of a fair', () => {
  it('goes step by step, back from scheduling to applications, and waits for what is missing', async () => {
    const fair = await planned();
    const noSlots = await move(world.manager, fair, 'applications', 409);
    expect(noSlots.body).toMatchObject({
      code: 'FAIR_STATE',
      details: { from: 'planned', to: 'applications', waitsFor: 'slots' },
    });
    let now = (await lay(fair, { slotMinutes: 30, hours: [hours('10:00', '11:00')] }, 200)).body;
    expect((await move(world.manager, now, 'open', 409)).body['details']).toMatchObject({ waitsFor: 'step' });
    for (const state of ['applications', 'scheduling', 'applications', 'scheduling', 'open'])
      now = (await move(world.adviser, now, state, 200)).body;
    const path = `/fairs/${String(now['id'])}`;
    const version = Number(now['version']);
    const later = await world.manager.patch(path, { lastDay: '2026-10-23' }, { version, expect: 409 });
    expect(later.body).toMatchObject({ code: 'FAIR_STATE', details: { state: 'open' } });
    await world.database.sql(
      `WITH d AS (INSERT INTO fair_desks (fair_id, institution_id, institution_name, created_by)
         SELECT id, host_institution_id, '강북구', created_by FROM fairs WHERE id = $1 RETURNING *),
       x AS (INSERT INTO fair_exhibitors (fair_id, supplier_id, supplier_name, state, check_in_code, created_by)
         SELECT d.fair_id, s.id, s.name, 'confirmed', 'K7M4QX', d.created_by FROM suppliers s, d LIMIT 1 RETURNING *)
       INSERT INTO fair_waiting (fair_id, desk_id, exhibitor_id, institution_id, supplier_id, created_by)
       SELECT d.fair_id, d.id, x.id, d.institution_id, x.supplier_id, d.created_by FROM d, x`,
      [now['id']],
    );
    world.setToday('2026-10-20');
    expect((await move(world.manager, now, 'held', 409)).body['details']).toMatchObject({ waitsFor: 'days' });
    world.setToday('2026-10-21');
    now = (await move(world.manager, now, 'held', 200)).body;
    const waiting = await world.manager.get(`${path}/waiting-list`, { expect: 200 });
    expect(listOf(waiting.body['items']).map(({ state }) => state)).toEqual(['withdrawn']);
    const late = await lay(now, { slotMinutes: 30, hours: [hours('10:00', '11:00')] }, 409);
    expect(codeOf(late)).toBe('FAIR_STATE');
    now = (await move(world.manager, now, 'followed_up', 200)).body;
    expect(now['state']).toBe('followed_up');
    await move(world.manager, now, 'held', 409);
  });

  it('is not moved by who does not run it', async () => {
    const fair = await world.fair();
    await move(world.guestManager, fair, 'scheduling', 404);
    await move(world.desks[0]!.clerk, fair, 'scheduling', 403);
    await move(world.exhibitors[0]!.person, fair, 'scheduling', 403);
  });

  it('leads from planned straight to held once its days are past and its report is recorded', async () => {
    world.setToday('2026-05-01');
    const fair = await planned({ firstDay: '2026-04-02', lastDay: '2026-04-03' });
    world.setToday('2026-04-03');
    expect((await move(world.manager, fair, 'held', 409)).body['details']).toMatchObject({
      waitsFor: 'days',
    });
    world.setToday('2026-04-04');
    expect((await move(world.manager, fair, 'held', 409)).body['details']).toMatchObject({
      waitsFor: 'figures',
    });
    const figures = { visitors: 50, recordedEnterprises: 13, recordedDesks: 10, recordedConsultations: 10 };
    const path = `/fairs/${String(fair['id'])}`;
    const written = await world.manager.patch(path, figures, { version: 1, expect: 200 });
    expect(written.body).toMatchObject(figures);
    const held = await move(world.manager, written.body, 'held', 200);
    await move(world.manager, held.body, 'followed_up', 200);
  });

  it('knows no figures of what has not begun', async () => {
    const fair = await planned();
    const path = `/fairs/${String(fair['id'])}`;
    const answer = await world.manager.patch(path, { visitors: 10 }, { version: 1, expect: 422 });
    expect(answer.body['details']).toEqual({ field: 'visitors' });
  });
});

describe('a fair in public', () => {
  it('shows its desks and confirmed exhibitors, and nobody of theirs', async () => {
    world.setToday(DAY_BEFORE);
    const { body } = await world.anonymous.get(`/public-fairs/${world.fairId}`, { expect: 200 });
    expect(body).toMatchObject({ hostName: '성북구', firstDay: FAIR_DAY, state: 'applications' });
    expect(listOf(body['desks']).map((desk) => desk['institutionName'])).toEqual(['강북구', '성북구']);
    expect(listOf(body['exhibitors']).map((one) => one['supplierName'])).toEqual([
      '참가 기업 01',
      '참가 기업 02',
      '참가 기업 03',
    ]);
    const text = JSON.stringify(body);
    for (const secret of [world.exhibitors[0]!.code, '담당 1', 'person-1@', 'version'])
      expect(text).not.toContain(secret);
  });
});
