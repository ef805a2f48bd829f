import { Injectable } from '@nestjs/common';
import { candidateWithdrawRefusal, gatheringRefusal } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions } from '../database/transactions';
import type { AddCandidatesDto } from './dto/match-write.dto';
import type { MatchDetailDto } from './dto/match.dto';
import { joinMatch, namedCandidates, standingCandidates } from './match-candidates.queries';
import { candidatesOf } from './match-reads.queries';
import { lockMatch, touchMatch } from './match-writes';
import { MatchesService } from './matches.service';

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
      const asked = [...(await standingCandidates(tx, supplierIds)), ...namedCandidates(names)];
      for (const candidate of asked) await joinMatch(tx, match, present, candidate);
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
