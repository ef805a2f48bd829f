import type { AreaReach } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { SupportTeamDto } from './dto/support-team.dto';

export interface TeamRow {
  id: string;
  area_id: string;
  area_name: string;
  name: string;
  ended_on: string | null;
  members: { adviserId: string; adviserName: string }[];
  version: number;
}

const SELECT = `SELECT t.id, t.area_id, i.name AS area_name, t.name, t.ended_on, t.version,
    coalesce((SELECT jsonb_agg(jsonb_build_object('adviserId', u.id, 'adviserName', u.name) ORDER BY u.name, u.id)
              FROM support_team_members m JOIN users u ON u.id = m.user_id WHERE m.team_id = t.id), '[]') AS members
  FROM support_teams t JOIN institutions i ON i.id = t.area_id`;

export async function searchTeams(
  tx: Tx,
  reach: AreaReach,
  includeEnded: boolean,
  after: readonly [name: unknown, id: unknown],
  limit: number,
): Promise<TeamRow[]> {
  return tx.sql<TeamRow>(
    `${SELECT} WHERE ($1::uuid[] IS NULL OR t.area_id = ANY ($1)) AND ($2 OR t.ended_on IS NULL)
       AND ($3::text IS NULL OR (t.name, t.id) > ($3, $4::uuid))
     ORDER BY t.name, t.id LIMIT $5`,
    [reach.areaIds ?? null, includeEnded, ...after, limit],
  );
}

export async function teamById(tx: Tx, id: string): Promise<TeamRow | undefined> {
  return (await tx.sql<TeamRow>(`${SELECT} WHERE t.id = $1`, [id]))[0];
}

/** Whoever changes a team holds it: members, targets and end do not pass each other. */
export async function lockTeam(tx: Tx, id: string): Promise<void> {
  await tx.sql('SELECT 1 FROM support_teams WHERE id = $1 FOR NO KEY UPDATE', [id]);
}

export interface CandidateRow {
  id: string;
  isAdviser: boolean;
  isAssignedToArea: boolean;
  otherTeamName: string | null;
}

export function memberFacts(tx: Tx, team: TeamRow, userIds: readonly string[]): Promise<CandidateRow[]> {
  return tx.sql<CandidateRow>(
    `SELECT u.id, u.role = 'support' AS "isAdviser",
       EXISTS (SELECT FROM user_assignments a WHERE a.user_id = u.id AND a.institution_id = $2) AS "isAssignedToArea",
       (SELECT t.name FROM support_team_members m JOIN support_teams t ON t.id = m.team_id
        WHERE m.user_id = u.id AND m.team_id <> $3 AND t.ended_on IS NULL) AS "otherTeamName"
     FROM users u WHERE u.id = ANY ($1::uuid[])`,
    [userIds, team.area_id, team.id],
  );
}

/** Who joins leaves a team that has ended: one adviser is a member once. */
export async function putMembers(tx: Tx, team: TeamRow, userIds: readonly string[]): Promise<void> {
  await tx.sql('DELETE FROM support_team_members WHERE team_id = $1 AND NOT user_id = ANY ($2::uuid[])', [
    team.id,
    userIds,
  ]);
  await tx.sql(
    `DELETE FROM support_team_members m USING support_teams t
     WHERE t.id = m.team_id AND t.ended_on IS NOT NULL AND m.user_id = ANY ($1::uuid[])`,
    [userIds],
  );
  await tx.sql(
    `INSERT INTO support_team_members (area_id, team_id, user_id) SELECT $1, $2, unnest($3::uuid[])
     ON CONFLICT ON CONSTRAINT pk_support_team_members DO NOTHING`,
    [team.area_id, team.id, userIds],
  );
}

export async function putTargets(
  tx: Tx,
  team: TeamRow,
  year: number,
  targets: readonly { readonly metric: string; readonly target: number }[],
): Promise<void> {
  await tx.sql(
    'DELETE FROM support_team_targets WHERE team_id = $1 AND year = $2 AND NOT metric = ANY ($3::text[])',
    [team.id, year, targets.map(({ metric }) => metric)],
  );
  await tx.sql(
    `INSERT INTO support_team_targets AS t (area_id, team_id, year, metric, target)
     SELECT $1, $2, $3, metric, target FROM jsonb_to_recordset($4::jsonb) AS row(metric text, target integer)
     ON CONFLICT ON CONSTRAINT pk_support_team_targets
     DO UPDATE SET target = excluded.target, version = t.version + 1 WHERE t.target <> excluded.target`,
    [team.area_id, team.id, year, JSON.stringify(targets)],
  );
}

export function toTeamDto(row: TeamRow): SupportTeamDto {
  return {
    id: row.id,
    areaId: row.area_id,
    areaName: row.area_name,
    name: row.name,
    endedOn: row.ended_on,
    members: row.members.map(({ adviserId, adviserName }) => ({ adviserId, adviserName })),
    version: row.version,
  };
}
