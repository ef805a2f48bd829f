import { Injectable } from '@nestjs/common';
import { candidateAskRefusal } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions } from '../database/transactions';
import { SupplierRequestsService } from '../suppliers/requests/supplier-requests.service';
import type { AskCandidatesDto, AskedCandidatesDto } from './dto/match-write.dto';
import { candidatesOf } from './match-reads.queries';
import { lockMatch } from './match-writes';

/** Asks candidates for an offer: one request each, of the one kind that an enterprise answers (ADR 0022). */
@Injectable()
export class MatchRequestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: SupplierRequestsService,
  ) {}

  ask(actor: Actor, matchId: string, input: AskCandidatesDto): Promise<AskedCandidatesDto> {
    const wanted = [...new Set(input.candidateIds)];
    return this.transactions.runOnce(actor, async (tx) => {
      const match = await lockMatch(tx, matchId);
      if (wanted.length === 0) refuse('MATCH_INVALID', { field: 'candidateIds' });
      const candidates = await candidatesOf(tx, matchId);
      const supplierIds = wanted.map((id) => {
        const candidate = candidates.find((one) => one.id === id) ?? refuse('NOT_FOUND');
        assertAllowed(candidateAskRefusal(match.stage, candidate.outcome, candidate.supplier_id !== null));
        return candidate.supplier_id ?? refuse('MATCH_CANDIDATE_STATE');
      });
      const asking = {
        id: match.id,
        areaId: match.area_id,
        institutionId: match.institution_id,
        departmentId: match.department_id,
        departmentName: match.department_name,
      };
      const question = {
        title: input.title,
        message: input.message,
        answerBy: input.answerBy,
        quantity: input.quantity ?? null,
        neededOn: input.neededOn ?? null,
      };
      return { requestIds: await this.requests.askForMatch(tx, asking, supplierIds, question) };
    });
  }
}
