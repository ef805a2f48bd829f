import { FAIR_STATES, type FairState } from '@ieum/domain';
import type { ApiClient, Body } from './api-client';
import { listOf } from './api-client';
import { setNow } from './clock';
import { adviserOf } from './support-world';
import { createWorld, type World } from './world';

type Fields = Readonly<Record<string, unknown>>;

/** 성북구 hosts; the fair is on 2026-06-16, consulting from ten. */
export const FAIR_DAY = '2026-06-16';
/** Applications are asked for on this day. */
export const DAY_BEFORE = '2026-06-01';

export interface DeskAtFair {
  readonly id: string;
  readonly institutionId: string;
  readonly departmentId: string;
  /** a clerk of the department */
  readonly clerk: ApiClient;
}

export interface ExhibitorAtFair {
  readonly id: string;
  readonly supplierId: string;
  readonly code: string;
  readonly person: ApiClient;
}

export interface FairWorld extends World {
  readonly fairId: string;
  readonly hostId: string;
  /** the institution of every second desk, which lies in another district */
  readonly guestId: string;
  /** who runs it: the host's manager, and the adviser of the host's district */
  readonly manager: ApiClient;
  readonly adviser: ApiClient;
  readonly guestManager: ApiClient;
  readonly otherAdviser: ApiClient;
  readonly admin: ApiClient;
  /** an enterprise that has nothing to do with it */
  readonly stranger: ApiClient;
  readonly strangerId: string;
  readonly desks: readonly DeskAtFair[];
  readonly exhibitors: readonly ExhibitorAtFair[];
  /** in order of time */
  readonly slotIds: readonly string[];
  /** an instant of the fair's day in Korea, such as 10:05 */
  setTime(time: string): void;
  /** the fair as its manager sees it */
  fair(): Promise<Body>;
  /** goes there by the steps that there are, on the days on which it may */
  moveTo(state: FairState): Promise<void>;
}

export interface FairWorldOptions {
  readonly desks?: number;
  readonly seats?: number;
  readonly exhibitors?: number;
  readonly slots?: number;
  readonly state?: FairState;
  /** of the fair, such as { holdDays: 2 } */
  readonly fair?: Fields;
}

/** A fair with clerks at its desks and people of its exhibitors: desks 1, 3, … are the host's, the others a guest's. */
export async function createFairWorld({
  desks = 2,
  seats = 1,
  exhibitors = 3,
  slots = 4,
  state = 'applications',
  fair = {},
}: FairWorldOptions = {}): Promise<FairWorld> {
  const world = await createWorld();
  const { given } = world;
  world.setToday(DAY_BEFORE);
  const hostId = await given.institution('성북구');
  const guestId = await given.institution('강북구');
  const people = {
    manager: await world.loginAs(await given.user('manager', { institutionId: hostId })),
    guestManager: await world.loginAs(await given.user('manager', { institutionId: guestId })),
    adviser: await adviserOf(world, hostId),
    otherAdviser: await adviserOf(world, guestId),
    admin: await world.loginAs(await given.user('admin')),
  };
  const enterprise = async (name: string) => {
    const supplierId = await given.supplier(name);
    return {
      supplierId,
      person: await world.loginAs(await given.user('enterprise', { enterpriseId: supplierId })),
    };
  };
  const { supplierId: strangerId, person: stranger } = await enterprise('지나가는 기업');
  const { manager, admin } = people;
  const made = await manager.post(
    '/fairs',
    { name: '공공구매 박람회', firstDay: FAIR_DAY, lastDay: FAIR_DAY, ...fair },
    { expect: 201 },
  );
  const fairId = String(made.body['id']);
  const slotIds = await laySlots(manager, fairId, slots);

  const deskAt = async (index: number): Promise<DeskAtFair> => {
    const institutionId = index % 2 === 0 ? hostId : guestId;
    const departmentId = await given.department(institutionId, `구매 ${index + 1}과`);
    const answer = await admin.post(
      `/fairs/${fairId}/desks`,
      { institutionId, departmentId, seats },
      { expect: 201 },
    );
    const clerk = await world.loginAs(await given.user('clerk', { institutionId, departmentId }));
    return { id: String(answer.body['id']), institutionId, departmentId, clerk };
  };
  const exhibitorAt = async (index: number): Promise<ExhibitorAtFair> => {
    const one = await enterprise(`참가 기업 ${String(index + 1).padStart(2, '0')}`);
    const answer = await manager.post(
      `/fairs/${fairId}/exhibitors`,
      {
        supplierId: one.supplierId,
        representativeName: `담당 ${index + 1}`,
        representativeEmail: `person-${index + 1}@supplier.example`,
      },
      { expect: 201 },
    );
    return { id: String(answer.body['id']), code: String(answer.body['checkInCode']), ...one };
  };
  const atDesks: DeskAtFair[] = [];
  for (let index = 0; index < desks; index += 1) atDesks.push(await deskAt(index));
  const atBooths: ExhibitorAtFair[] = [];
  for (let index = 0; index < exhibitors; index += 1) atBooths.push(await exhibitorAt(index));

  const readFair = async () => (await manager.get(`/fairs/${fairId}`, { expect: 200 })).body;
  const moveTo = async (to: FairState) => {
    const now = await readFair();
    const from = FAIR_STATES.findIndex((one) => one === String(now['state']));
    let version = Number(now['version']);
    for (const step of FAIR_STATES.slice(from + 1, FAIR_STATES.indexOf(to) + 1)) {
      if (step === 'held') world.setToday(FAIR_DAY);
      const moved = await manager.post(`/fairs/${fairId}/state`, { state: step }, { version, expect: 200 });
      version = Number(moved.body['version']);
    }
  };
  await moveTo(state);
  return {
    ...world,
    ...people,
    fairId,
    hostId,
    guestId,
    stranger,
    strangerId,
    slotIds,
    desks: atDesks,
    exhibitors: atBooths,
    setTime: (time) => setNow(world, `${FAIR_DAY}T${time}:00+09:00`),
    fair: readFair,
    moveTo,
  };
}

/** Half hours from ten. @returns their ids */
async function laySlots(manager: ApiClient, fairId: string, count: number): Promise<string[]> {
  const end = 10 * 60 + count * 30;
  const to = `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
  const laid = await manager.put(
    `/fairs/${fairId}/slots`,
    { slotMinutes: 30, hours: [{ day: FAIR_DAY, from: '10:00', to }] },
    { version: 1, expect: 200 },
  );
  return listOf(laid.body['slots']).map((slot) => String(slot['id']));
}

/** A meeting as it lies in the database, confirmed unless `more` says else. @returns its id */
export async function givenMeeting(
  world: FairWorld,
  [deskAt, exhibitorAt, slotAt]: readonly [number, number, number],
  more: { readonly seat?: number; readonly state?: string } = {},
): Promise<string> {
  const { seat = 1, state = 'confirmed' } = more;
  const [made] = await world.database.sql<{ id: string }>(
    `INSERT INTO fair_bookings (fair_id, desk_id, seat, exhibitor_id, person_id, institution_id, department_id, supplier_id,
       slot_id, during, state, origin, asked_by, held_until, created_by)
     SELECT d.fair_id, d.id, $4, e.id, e.person_id, d.institution_id, d.department_id, e.supplier_id, s.id, s.during, $5,
       'organiser', 'organiser', CASE $5 WHEN 'proposed' THEN lower(s.during) END, d.created_by
     FROM fair_desks d, fair_exhibitors e, fair_slots s WHERE d.id = $1 AND e.id = $2 AND s.id = $3 RETURNING id`,
    [world.desks[deskAt]?.id, world.exhibitors[exhibitorAt]?.id, world.slotIds[slotAt], seat, state],
  );
  return made?.id ?? '';
}
