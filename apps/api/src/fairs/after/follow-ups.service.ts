import { Injectable } from '@nestjs/common';
import { accessRefusal, followUpRefusal, isOutcomeKnown } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { FairMatchesService } from '../../matches/fair-matches.service';
import type {
  BeginFairMatchDto,
  CloseFollowUpDto,
  FollowUpDto,
  FollowUpPageDto,
  ListFollowUpsQuery,
} from '../dto/fair-report.dto';
import { enterFair, standsOf, viewFair } from '../fair-room';
import {
  carryOn,
  closeFollowUp,
  followUpById,
  lockFollowUp,
  pendingFollowUps,
  searchFollowUps,
  toFollowUpDto,
  type FollowUpRow,
} from './follow-ups.queries';

/** What came of the meetings of a fair. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly matches: FairMatchesService,
  ) {}

  list(actor: Actor, query: ListFollowUpsQuery): Promise<FollowUpPageDto> {
    const { fairId, limit = DEFAULT_LIMIT } = query;
    const after = decodeCursor(query.cursor, ['day', 'id']);
    return this.transactions.run(actor, async (tx) => {
      if (fairId !== undefined) await viewFair(tx, fairId);
      const page = pageOf(await searchFollowUps(tx, query, after, limit + 1), limit, (row) => [
        row.first_day,
        row.booking_id,
      ]);
      return { ...page, items: await this.answers(tx, page.items) };
    });
  }

  /** A meeting leads to one match: whoever presses again, or later, gets the one that there is. */
  beginMatch(
    actor: Actor,
    fairId: string,
    bookingId: string,
    { title, estimatedValueKrw, matchId }: BeginFairMatchDto,
  ): Promise<FollowUpDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      await enterFair(tx, fairId);
      const row = await lockFollowUp(tx, fairId, bookingId);
      const { institution_id: institutionId, area_id: areaId } = row;
      assertAllowed(accessRefusal(actor, 'match:write', { institutionId, areaId }));
      if (row.match_id !== null && (matchId ?? row.match_id) === row.match_id) return this.answer(tx, row);
      assertAllowed(followUpRefusal(row.follow_up));
      const meeting = {
        fairId,
        bookingId,
        institutionId,
        departmentId: row.department_id,
        supplierId: row.supplier_id,
        day: row.day,
      };
      if (matchId !== undefined) await this.matches.join(tx, meeting, matchId);
      const value = estimatedValueKrw === undefined ? row.expected_value_krw : estimatedValueKrw;
      await carryOn(
        tx,
        row,
        matchId ?? (await this.matches.begin(tx, meeting, { title, estimatedValueKrw: value })),
      );
      return this.answer(tx, await followUpById(tx, fairId, bookingId));
    });
  }

  /** Said again with the same reason, nothing changes. */
  close(actor: Actor, fairId: string, bookingId: string, { reason }: CloseFollowUpDto): Promise<FollowUpDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const row = await lockFollowUp(tx, fairId, bookingId);
      const desk = {
        institutionId: row.institution_id,
        areaId: row.area_id,
        departmentId: row.department_id,
      };
      if (standsOf(actor, fair, { desk }).length === 0) refuse('NOT_FOUND');
      const why = reason.trim();
      if (row.follow_up === 'closed' && row.close_reason === why) return this.answer(tx, row);
      assertAllowed(followUpRefusal(row.follow_up));
      await closeFollowUp(tx, row, why);
      return this.answer(tx, await followUpById(tx, fairId, bookingId));
    });
  }

  /** For the fair's state: of how many meetings nobody knows yet what came of them. The fair's room must be open. */
  async countOpen(tx: Tx, fairId: string): Promise<number> {
    const rows = await pendingFollowUps(tx, fairId);
    const stages = await this.matches.stagesOf(
      tx,
      rows.flatMap(({ match_id: matchId }) => matchId ?? []),
    );
    return rows.filter((row) => !isOutcomeKnown(row.follow_up, stages.get(row.match_id ?? '') ?? null))
      .length;
  }

  private async answer(tx: Tx, row: FollowUpRow): Promise<FollowUpDto> {
    const [answer] = await this.answers(tx, [row]);
    return answer ?? refuse('NOT_FOUND');
  }

  private async answers(tx: Tx, rows: readonly FollowUpRow[]): Promise<FollowUpDto[]> {
    const ids = rows.flatMap(({ match_id: matchId }) => matchId ?? []);
    const stages = await this.matches.stagesOf(tx, ids);
    return rows.map((row) => toFollowUpDto(row, stages.get(row.match_id ?? '') ?? null));
  }
}
