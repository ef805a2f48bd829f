import { Injectable } from '@nestjs/common';
import { accessRefusal, feedbackRefusal } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import type { FairFeedbackDto, GiveFeedbackDto } from '../dto/fair-report.dto';
import { enterFair, type FairRow } from '../fair-room';
import { deskById, deskPlace } from '../parties/fair-desks.queries';
import { exhibitorById } from '../parties/fair-exhibitors.queries';

/** How the participants found a fair: one word of each, which may be said anew. */
@Injectable()
export class FairFeedbackService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  giveOfDesk(actor: Actor, fairId: string, deskId: string, given: GiveFeedbackDto): Promise<FairFeedbackDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const desk = await deskById(tx, fairId, deskId);
      if (desk === undefined) return refuse('NOT_FOUND');
      assertAllowed(accessRefusal(actor, 'fair-desk:run', deskPlace(desk)));
      this.assertMayGive(fair, desk.withdrawn_reason === null);
      return giveFeedback(tx, 'desk_id', 'institution_id', [fairId, deskId, desk.institution_id], given);
    });
  }

  giveOfExhibitor(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    given: GiveFeedbackDto,
  ): Promise<FairFeedbackDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const exhibitor = await exhibitorById(tx, fairId, exhibitorId, this.clock.today());
      if (exhibitor === undefined) return refuse('NOT_FOUND');
      const { supplier_id: supplierId, state } = exhibitor;
      assertAllowed(accessRefusal(actor, 'fair:exhibit', { institutionId: null, enterpriseId: supplierId }));
      this.assertMayGive(fair, state === 'confirmed');
      return giveFeedback(tx, 'exhibitor_id', 'supplier_id', [fairId, exhibitorId, supplierId], given);
    });
  }

  private assertMayGive(fair: FairRow, takesPart: boolean): void {
    assertAllowed(feedbackRefusal({ firstDay: fair.first_day }, takesPart, this.clock.today()));
  }
}

async function giveFeedback(
  tx: Tx,
  party: 'desk_id' | 'exhibitor_id',
  owner: 'institution_id' | 'supplier_id',
  ids: readonly [fair: string, party: string, owner: string],
  { score, comment }: GiveFeedbackDto,
): Promise<FairFeedbackDto> {
  const said = comment?.trim() ?? '';
  const kept = said === '' ? null : said;
  await tx.sql(
    `INSERT INTO fair_feedback (fair_id, ${party}, ${owner}, score, comment, created_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (${party}) WHERE ${party} IS NOT NULL DO UPDATE SET score = EXCLUDED.score, comment = EXCLUDED.comment`,
    [...ids, score, kept, tx.actor.userId],
  );
  return { score, comment: kept };
}
