import type { AreaReach, EducationSessionState } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { EducationSessionDto } from './dto/education-session.dto';

export interface SessionRow {
  id: string;
  area_id: string;
  area_name: string;
  adviser_id: string;
  adviser_name: string;
  held_on: string;
  state: EducationSessionState;
  audience: string;
  institution_id: string | null;
  institution_name: string | null;
  content: string;
  attendees: number | null;
  cancel_reason: string | null;
  version: number;
}

const SELECT = `SELECT e.id, e.area_id, a.name AS area_name, e.adviser_id, u.name AS adviser_name, e.held_on, e.state, e.audience,
    e.institution_id, i.name AS institution_name, e.content, e.attendees, e.cancel_reason, e.version
  FROM education_sessions e
  JOIN institutions a ON a.id = e.area_id
  JOIN users u ON u.id = e.adviser_id
  LEFT JOIN institutions i ON i.id = e.institution_id`;

export interface SessionSearch {
  readonly reach: AreaReach;
  readonly areaId: string | null;
  readonly year: number | null;
  readonly states: readonly string[] | null;
  readonly part: string | null;
}

/** The latest day first. */
export async function searchSessions(
  tx: Tx,
  { reach, areaId, year, states, part }: SessionSearch,
  after: readonly [day: unknown, id: unknown],
  limit: number,
): Promise<EducationSessionDto[]> {
  const rows = await tx.sql<SessionRow>(
    `${SELECT} WHERE ($1::uuid[] IS NULL OR e.area_id = ANY ($1)) AND ($2::uuid IS NULL OR e.area_id = $2)
       AND ($3::int IS NULL OR e.held_on BETWEEN make_date($3, 1, 1) AND make_date($3, 12, 31))
       AND ($4::text[] IS NULL OR e.state = ANY ($4))
       AND ($5::text IS NULL OR strpos(lower(concat_ws(' ', e.audience, e.content, i.name)), lower($5)) > 0)
       AND ($6::date IS NULL OR (e.held_on, e.id) < ($6, $7::uuid))
     ORDER BY e.held_on DESC, e.id DESC LIMIT $8`,
    [reach.areaIds ?? null, areaId, year, states, part, ...after, limit],
  );
  return rows.map(toSessionDto);
}

export async function sessionById(tx: Tx, id: string): Promise<SessionRow | undefined> {
  return (await tx.sql<SessionRow>(`${SELECT} WHERE e.id = $1`, [id]))[0];
}

export function toSessionDto(row: SessionRow): EducationSessionDto {
  return {
    id: row.id,
    areaId: row.area_id,
    areaName: row.area_name,
    adviserId: row.adviser_id,
    adviserName: row.adviser_name,
    heldOn: row.held_on,
    state: row.state,
    audience: row.audience,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    content: row.content,
    attendees: row.attendees,
    cancelReason: row.cancel_reason,
    version: row.version,
  };
}
