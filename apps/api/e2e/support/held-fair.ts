import type { World } from './world';

type Row = Readonly<Record<string, unknown>>;

/** Writes a row past the application. @returns its id, '' for a table without one */
export async function insertRow(
  { database }: Pick<World, 'database'>,
  table: string,
  row: Row,
): Promise<string> {
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const [inserted] = await database.sql<{ id?: string }>(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places}) RETURNING *`,
    Object.values(row),
  );
  return inserted?.id ?? '';
}

const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';

export interface FairDesk {
  readonly id: string;
  readonly institutionId: string;
  readonly departmentId: string | null;
}
export interface FairExhibitor {
  readonly id: string;
  readonly supplierId: string;
}

/** A fair that stands in the database as its organiser would have left it before its first day, or afterwards. */
export interface HeldFair {
  readonly id: string;
  readonly slotIds: readonly string[];
  desk(institutionId: string, department?: { readonly id: string; readonly name: string }): Promise<FairDesk>;
  exhibitor(supplierId: string, more?: Row): Promise<FairExhibitor>;
  /** @returns the booking's id */
  booking(
    desk: FairDesk,
    exhibitor: FairExhibitor,
    slot: number,
    state?: string,
    more?: Row,
  ): Promise<string>;
  checkIn(exhibitor: FairExhibitor, day: string): Promise<void>;
}

/** Slots of half an hour from 10:00 on each day; without `slots` the fair was only recorded. */
export async function heldFair(
  world: Pick<World, 'database'>,
  hostInstitutionId: string,
  { slots = 4, days = ['2017-06-01'], ...columns }: { slots?: number; days?: string[] } & Row = {},
): Promise<HeldFair> {
  const fairId = await insertRow(world, 'fairs', {
    host_institution_id: hostInstitutionId,
    area_id: hostInstitutionId,
    name: '공공구매 상담회',
    state: 'open',
    first_day: days[0],
    last_day: days.at(-1),
    created_by: SYSTEM_ID,
    ...columns,
  });
  const laid = await world.database.sql<{ id: string; during: string }>(
    `INSERT INTO fair_slots (fair_id, during)
     SELECT $1::uuid, tstzrange(at, at + interval '30 minutes') FROM unnest($2::date[]) AS day,
       generate_series(0, $3::int - 1) AS n, LATERAL (SELECT (day + time '10:00' + n * interval '30 minutes')
         AT TIME ZONE 'Asia/Seoul' AS at) s
     RETURNING id, during::text`,
    [fairId, days, slots],
  );
  return {
    id: fairId,
    slotIds: laid.map(({ id }) => id),
    async desk(institutionId, department) {
      const id = await insertRow(world, 'fair_desks', {
        fair_id: fairId,
        institution_id: institutionId,
        institution_name: '강북구',
        department_id: department?.id ?? null,
        department_name: department?.name ?? null,
        created_by: SYSTEM_ID,
      });
      return { id, institutionId, departmentId: department?.id ?? null };
    },
    async exhibitor(supplierId, more = {}) {
      const [supplier] = await world.database.sql<{ name: string }>(
        'SELECT name FROM suppliers WHERE id = $1',
        [supplierId],
      );
      const id = await insertRow(world, 'fair_exhibitors', {
        fair_id: fairId,
        supplier_id: supplierId,
        supplier_name: supplier?.name,
        state: 'confirmed',
        check_in_code: supplierId.slice(-6).toUpperCase(),
        created_by: SYSTEM_ID,
        ...more,
      });
      return { id, supplierId };
    },
    booking(desk, exhibitor, slot, state = 'confirmed', more = {}) {
      return insertRow(world, 'fair_bookings', {
        fair_id: fairId,
        desk_id: desk.id,
        seat: 1,
        exhibitor_id: exhibitor.id,
        institution_id: desk.institutionId,
        department_id: desk.departmentId,
        supplier_id: exhibitor.supplierId,
        slot_id: laid[slot]?.id,
        during: laid[slot]?.during,
        state,
        origin: 'schedule',
        asked_by: 'organiser',
        created_by: SYSTEM_ID,
        ...more,
      });
    },
    async checkIn({ id, supplierId }, day) {
      await insertRow(world, 'fair_check_ins', {
        fair_id: fairId,
        exhibitor_id: id,
        supplier_id: supplierId,
        day,
        checked_in_at: `${day}T10:00:00+09:00`,
        checked_in_by: SYSTEM_ID,
      });
    },
  };
}
