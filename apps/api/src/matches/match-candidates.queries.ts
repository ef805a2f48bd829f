import { normaliseCompanyName, tidyLine } from '@ieum/domain';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { CandidateRow } from './match-reads.queries';
import type { LockedMatch } from './match-writes';

export interface NewCandidate {
  readonly supplierId: string | null;
  readonly name: string;
}

/** Refuses with MATCH_CANDIDATE_EXISTS; one that withdrew is a candidate again. */
export async function joinMatch(
  tx: Tx,
  match: Pick<LockedMatch, 'id' | 'area_id' | 'institution_id'>,
  present: readonly CandidateRow[],
  candidate: NewCandidate,
): Promise<void> {
  const before = present.find((one) => isSameCandidate(one, candidate));
  if (before === undefined) {
    await tx.sql(
      `INSERT INTO match_candidates (area_id, institution_id, match_id, supplier_id, supplier_name)
       VALUES ($1, $2, $3, $4, $5)`,
      [match.area_id, match.institution_id, match.id, candidate.supplierId, candidate.name],
    );
    return;
  }
  if (before.outcome !== 'withdrawn') refuse('MATCH_CANDIDATE_EXISTS', { name: before.supplier_name });
  await tx.sql(`UPDATE match_candidates SET outcome = 'candidate', note = NULL WHERE id = $1`, [before.id]);
}

export function isSameCandidate(one: CandidateRow, { supplierId, name }: NewCandidate): boolean {
  return supplierId === null
    ? one.supplier_id === null && normaliseCompanyName(one.supplier_name) === normaliseCompanyName(name)
    : one.supplier_id === supplierId;
}

/** The rows of the register that stand for these; refuses with NOT_FOUND when one is not there. */
export async function standingCandidates(tx: Tx, ids: readonly string[]): Promise<NewCandidate[]> {
  const wanted = [...new Set(ids)];
  const rows = await tx.sql<{ asked: string; supplierId: string; name: string }>(
    `SELECT s.id AS asked, t.id AS "supplierId", t.name FROM suppliers s JOIN suppliers t
       ON t.id = coalesce(s.merged_into_id, s.id) WHERE s.id = ANY ($1::uuid[]) ORDER BY t.id`,
    [wanted],
  );
  if (rows.length !== wanted.length) refuse('NOT_FOUND');
  return [...new Map(rows.map(({ supplierId, name }) => [supplierId, { supplierId, name }])).values()];
}

export function namedCandidates(names: readonly string[]): NewCandidate[] {
  const tidy = names.map(tidyLine);
  return [...new Map(tidy.map((name) => [normaliseCompanyName(name), { supplierId: null, name }])).values()];
}
