import { Injectable } from '@nestjs/common';
import { candidateWithdrawRefusal, gatheringRefusal, normaliseCompanyName, tidyLine } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import type { AddCandidatesDto } from './dto/match-write.dto';
import type { MatchDetailDto } from './dto/match.dto';
import { candidatesOf, type CandidateRow } from './match-reads.queries';
import { lockMatch, touchMatch, type LockedMatch } from './match-writes';
import { MatchesService } from './matches.service';

interface NewCandidate {
  readonly supplierId: string | null;
  readonly name: string;
}

/** Who could deliver. An enterprise is a candidate of a match once, whatever row of the register it was found by. */
@Injectable()
export class MatchCandidatesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly matches: MatchesService,
  ) {}

  /** Of the register, or by name. One that withdrew is a candidate again. */
  add(actor: Actor, matchId: string, input: AddCandidatesDto): Promise<MatchDetailDto> {
    const { supplierIds = [], names = [] } = input;
    return this.transactions.runOnce(actor, async (tx) => {
      const match = await lockMatch(tx, matchId);
      assertAllowed(gatheringRefusal(match.stage));
      if (supplierIds.length + names.length === 0) refuse('MATCH_INVALID', { field: 'supplierIds' });
      const present = await candidatesOf(tx, matchId);
      const asked = [...(await standingSuppliers(tx, supplierIds)), ...namedOf(names)];
      for (const candidate of asked) await join(tx, match, present, candidate);
      await touchMatch(tx, match);
      return this.matches.answer(tx, matchId);
    });
  }

  withdraw(actor: Actor, matchId: string, id: string, note: string | null): Promise<MatchDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const match = await lockMatch(tx, matchId);
      const present = await candidatesOf(tx, matchId);
      const candidate = present.find((one) => one.id === id) ?? refuse('NOT_FOUND');
      assertAllowed(candidateWithdrawRefusal(match.stage, candidate.outcome));
      await tx.sql(`UPDATE match_candidates SET outcome = 'withdrawn', note = $2 WHERE id = $1`, [
        id,
        note?.trim() ?? null,
      ]);
      await touchMatch(tx, match);
      return this.matches.answer(tx, matchId);
    });
  }
}

async function join(
  tx: Tx,
  match: LockedMatch,
  present: readonly CandidateRow[],
  candidate: NewCandidate,
): Promise<void> {
  const before = present.find((one) => isSame(one, candidate));
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

function isSame(one: CandidateRow, { supplierId, name }: NewCandidate): boolean {
  return supplierId === null
    ? one.supplier_id === null && normaliseCompanyName(one.supplier_name) === normaliseCompanyName(name)
    : one.supplier_id === supplierId;
}

/** The rows of the register that stand for these; refuses with NOT_FOUND when one is not there. */
async function standingSuppliers(tx: Tx, ids: readonly string[]): Promise<NewCandidate[]> {
  const wanted = [...new Set(ids)];
  const rows = await tx.sql<{ asked: string; supplierId: string; name: string }>(
    `SELECT s.id AS asked, t.id AS "supplierId", t.name FROM suppliers s JOIN suppliers t
       ON t.id = coalesce(s.merged_into_id, s.id) WHERE s.id = ANY ($1::uuid[]) ORDER BY t.id`,
    [wanted],
  );
  if (rows.length !== wanted.length) refuse('NOT_FOUND');
  return [...new Map(rows.map(({ supplierId, name }) => [supplierId, { supplierId, name }])).values()];
}

function namedOf(names: readonly string[]): NewCandidate[] {
  const tidy = names.map(tidyLine);
  return [...new Map(tidy.map((name) => [normaliseCompanyName(name), { supplierId: null, name }])).values()];
}
