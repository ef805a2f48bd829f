import { Injectable } from '@nestjs/common';
import { fairFigure, meanScore } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import { Transactions } from '../../database/transactions';
import { FairContractsService } from '../../matches/contracts/fair-contracts.service';
import type { FairReportDto } from '../dto/fair-report.dto';
import { viewFair } from '../fair-room';
import { standingAt } from '../fair-standing';
import { figuresOfFair, outcomeOfFair, type FairFiguresRow } from './fair-figures.queries';
import { FollowUpsService } from './follow-ups.service';

/** A fair in figures, for who runs it and its desks. */
@Injectable()
export class FairReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly followUps: FollowUpsService,
    private readonly contracts: FairContractsService,
  ) {}

  async get(actor: Actor, fairId: string): Promise<FairReportDto> {
    const counted = await this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const { stands } = await standingAt(tx, fair);
      if (!stands.some((stand) => stand !== 'exhibitor')) refuse('NOT_FOUND');
      const [figures, outcome, openFollowUps] = await Promise.all([
        figuresOfFair(tx, fairId),
        outcomeOfFair(tx, fairId),
        this.followUps.countOpen(tx, fairId),
      ]);
      return {
        figures: figures ?? refuse('NOT_FOUND'),
        outcome: outcome ?? refuse('NOT_FOUND'),
        openFollowUps,
      };
    });
    const contracts = await this.contracts.ofFair(actor, fairId);
    const { figures, outcome, openFollowUps } = counted;
    return {
      fairId,
      name: figures.name,
      ...figuresOf(figures),
      visitors: figures.visitors,
      noShows: figures.no_shows,
      walkIns: figures.walk_ins,
      results: outcome.results,
      openFollowUps,
      expectedValueKrw: outcome.expected_krw,
      matches: outcome.matches,
      contracts,
      feedbackCount: outcome.desk_count + outcome.exhibitor_count,
      satisfaction: meanScore(
        outcome.desk_sum + outcome.exhibitor_sum,
        outcome.desk_count + outcome.exhibitor_count,
      ),
      deskSatisfaction: meanScore(outcome.desk_sum, outcome.desk_count),
      exhibitorSatisfaction: meanScore(outcome.exhibitor_sum, outcome.exhibitor_count),
    };
  }
}

/** The three figures that a report states, too. */
export function figuresOf(row: FairFiguresRow) {
  const counted = (figure: number) => (row.is_run_here ? figure : null);
  return {
    enterprises: fairFigure(counted(row.enterprises), row.recorded_enterprises),
    desks: fairFigure(counted(row.desks), row.recorded_desks),
    consultations: fairFigure(counted(row.consultations), row.recorded_consultations),
  };
}
