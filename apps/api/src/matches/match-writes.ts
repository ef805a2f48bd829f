import { accessRefusal, type MatchStage, type Permission } from '@ieum/domain';
import { assertAllowed, refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { MatchRow } from './match-reads.queries';

/** A match that nobody else can change any more in this transaction. */
export interface LockedMatch {
  readonly id: string;
  readonly area_id: string;
  readonly institution_id: string;
  readonly department_id: string | null;
  readonly department_name: string | null;
  readonly adviser_id: string;
  readonly stage: MatchStage;
  readonly identified_on: string;
  readonly fair_booking_id: string | null;
  readonly version: number;
}

/** Whose match it is decides; somebody else's is NOT_FOUND. */
export function assertReaches(
  tx: Tx,
  permission: Permission,
  match: Pick<MatchRow, 'area_id' | 'institution_id' | 'department_id'>,
): void {
  assertAllowed(
    accessRefusal(tx.actor, permission, {
      institutionId: match.institution_id,
      areaId: match.area_id,
      departmentId: match.department_id,
    }),
  );
}

/** Row security gives the lock to who may write alone. */
export async function lockMatch(tx: Tx, id: string): Promise<LockedMatch> {
  const rows = await tx.sql<LockedMatch>(
    `SELECT id, area_id, institution_id, department_id, department_name, adviser_id, stage, identified_on,
       fair_booking_id, version
     FROM matches WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  const match = rows[0] ?? refuse('NOT_FOUND');
  assertReaches(tx, 'match:write', match);
  return match;
}

/** The same for who read a version: of two that move one card, the second is told first that it has moved. */
export async function lockMatchAt(tx: Tx, id: string, version: number): Promise<LockedMatch> {
  const match = await lockMatch(tx, id);
  return match.version === version ? match : refuse('VERSION_STALE');
}

/** The meeting of a fair that a match began with; null: it began elsewhere. */
export interface MatchOrigin {
  readonly fair_id: string | null;
  readonly fair_booking_id: string | null;
}

export interface NewMatch extends MatchOrigin {
  readonly area_id: string;
  readonly team_id: string | null;
  readonly adviser_id: string;
  readonly institution_id: string;
  readonly department_id: string | null;
  readonly department_name: string | null;
  readonly title: string;
  readonly classification_code: string | null;
  readonly estimated_value_krw: number | null;
  readonly support_kinds: readonly string[];
  readonly identified_on: string;
  readonly note: string | null;
  readonly created_by: string;
  readonly created_at: Date;
}

export async function insertMatch(tx: Tx, match: NewMatch): Promise<string> {
  const names = Object.keys(match);
  const rows = await tx.sql<{ id: string }>(
    `INSERT INTO matches (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
     RETURNING id`,
    Object.values(match),
  );
  return rows[0]?.id ?? refuse('NOT_FOUND');
}

/** What the match shows has changed: whoever reads it now reads a new version. */
export async function touchMatch(tx: Tx, match: LockedMatch): Promise<void> {
  await tx.updateVersion('matches', { id: match.id }, match.version, {});
}

/** The first of the needs that are to be met, from which the match takes what is not said; all must be there. */
export interface NeedToMeet {
  readonly title: string;
  readonly department_id: string | null;
  readonly department_name: string | null;
  readonly classification_code: string | null;
  readonly estimated_amount_krw: number | null;
}

/** @returns the first of them; undefined when none is asked for; refuses with NOT_FOUND when one is not there */
export async function firstNeed(
  tx: Tx,
  needIds: readonly string[],
  institutionId: string,
): Promise<NeedToMeet | undefined> {
  if (needIds.length === 0) return undefined;
  const rows = await tx.sql<NeedToMeet & { id: string }>(
    `SELECT id, title, department_id, department_name, classification_code, estimated_amount_krw FROM needs
     WHERE id = ANY ($1::uuid[]) AND institution_id = $2`,
    [needIds, institutionId],
  );
  if (rows.length !== new Set(needIds).size) refuse('NOT_FOUND');
  return rows.find((row) => row.id === needIds[0]);
}
