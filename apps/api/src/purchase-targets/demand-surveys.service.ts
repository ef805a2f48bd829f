import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  nextSurveyState,
  reachOf,
  surveyActionRefusal,
  surveyAnswerRefusal,
  type Permission,
  type SurveyAction,
  type SurveyAnswer,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { NoticesService } from '../notices/notices.service';
import { CountingYearService } from './counting-year.service';
import { readMonitor, readSurvey, type SurveyRow } from './demand-surveys.queries';
import type { AnswerSurveyDto, DemandSurveyDto, DemandSurveyListDto } from './dto/demand-survey.dto';
import { lockCycle, readCycle, type LockedCycle } from './purchase-target-cycles.queries';

interface LockedSurvey {
  readonly row: SurveyRow;
  readonly cycle: LockedCycle;
}

/** What each department plans to buy in a year, and what target it wishes. */
@Injectable()
export class DemandSurveysService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly notices: NoticesService,
    private readonly years: CountingYearService,
  ) {}

  list(actor: Actor, cycleId: string): Promise<DemandSurveyListDto> {
    const { departmentId } = reachOf(actor, 'survey:read');
    return this.transactions.run(actor, async (tx) => {
      const { institutionId } = await readCycle(tx, cycleId);
      assertAllowed(accessRefusal(actor, 'survey:read', { institutionId, departmentId }));
      return readMonitor(tx, cycleId, departmentId);
    });
  }

  get(actor: Actor, id: string): Promise<DemandSurveyDto> {
    return this.transactions.run(actor, async (tx) => {
      const survey = await readSurvey(tx, id);
      assertAllowed(accessRefusal(actor, 'survey:read', survey));
      return survey;
    });
  }

  /** Saves a draft: what is there has to be well formed, but need not be complete yet. */
  answer(actor: Actor, id: string, version: number, input: AnswerSurveyDto): Promise<DemandSurveyDto> {
    return this.transactions.run(actor, async (tx) => {
      const { row, cycle } = await this.lock(tx, id, 'survey:answer');
      assertAllowed(surveyActionRefusal({ state: row.state, cycleState: cycle.state }, 'save'));
      const refused = surveyAnswerRefusal(input, await this.mallTargetOf(tx, cycle));
      if (refused?.code !== 'SURVEY_EMPTY') assertAllowed(refused);
      await tx.updateVersion('demand_surveys', keyOf(row), version, {
        planned_purchases: JSON.stringify(
          input.plannedPurchases.map(({ item, amountKrw, month }) => ({ item, amountKrw, month })),
        ),
        wished_target_krw: input.wishedTargetKrw,
        wished_mall_target_krw: input.wishedMallTargetKrw,
      });
      return readSurvey(tx, id);
    });
  }

  submit(actor: Actor, id: string): Promise<DemandSurveyDto> {
    return this.transactions.run(actor, async (tx) => {
      const locked = await this.lock(tx, id, 'survey:answer');
      await this.move(tx, locked, 'submit', null, async () => {
        const answer = answerOf(locked.row);
        assertAllowed(surveyAnswerRefusal(answer, await this.mallTargetOf(tx, locked.cycle)));
        return { submitted_at: this.clock.now(), return_reason: null };
      });
      return readSurvey(tx, id);
    });
  }

  accept(actor: Actor, id: string): Promise<DemandSurveyDto> {
    return this.transactions.run(actor, async (tx) => {
      await this.move(tx, await this.lock(tx, id, 'survey:review'), 'accept', null);
      return readSurvey(tx, id);
    });
  }

  /** Sends an answer back to its department, which is told why. */
  sendBack(actor: Actor, id: string, reason: string | null): Promise<DemandSurveyDto> {
    return this.transactions.run(actor, async (tx) => {
      const locked = await this.lock(tx, id, 'survey:review');
      await this.move(tx, locked, 'return', reason, () => Promise.resolve({ return_reason: reason }));
      await this.notices.publish(tx, {
        institutionId: locked.row.institution_id,
        audience: 'clerk',
        departmentId: locked.row.department_id,
        kind: 'survey_returned',
        params: { fiscalYear: locked.cycle.fiscalYear, reason: reason ?? '' },
        link: `/demand-surveys/${id}`,
      });
      return readSurvey(tx, id);
    });
  }

  private async move(
    tx: Tx,
    { row, cycle }: LockedSurvey,
    action: SurveyAction,
    reason: string | null,
    more: () => Promise<Record<string, unknown>> = () => Promise.resolve({}),
  ): Promise<void> {
    assertAllowed(surveyActionRefusal({ state: row.state, cycleState: cycle.state, reason }, action));
    const change = await more();
    const state = nextSurveyState(row.state, action);
    await tx.updateVersion('demand_surveys', keyOf(row), row.version, { state, ...change });
  }

  /** The cycle first, then the survey: the same order everywhere, so that nobody waits in a circle. */
  private async lock(tx: Tx, id: string, permission: Permission): Promise<LockedSurvey> {
    const found = await tx.sql<SurveyRow>(`SELECT * FROM demand_surveys WHERE id = $1`, [id]);
    const seen = found[0] ?? refuse('NOT_FOUND');
    const place = { institutionId: seen.institution_id, departmentId: seen.department_id };
    assertAllowed(accessRefusal(tx.actor, permission, place));
    const cycle = await lockCycle(tx, seen.cycle_id, 'FOR SHARE');
    const rows = await tx.sql<SurveyRow>(
      `SELECT * FROM demand_surveys WHERE institution_id = $1 AND id = $2 FOR NO KEY UPDATE`,
      [seen.institution_id, id],
    );
    return { row: rows[0] ?? refuse('NOT_FOUND'), cycle };
  }

  private async mallTargetOf(tx: Tx, cycle: LockedCycle) {
    return (await this.years.of(tx, cycle.institutionId, cycle.fiscalYear)).policy.mallTarget;
  }
}

function answerOf(row: SurveyRow): SurveyAnswer {
  return {
    plannedPurchases: row.planned_purchases,
    wishedTargetKrw: row.wished_target_krw,
    wishedMallTargetKrw: row.wished_mall_target_krw,
  };
}

function keyOf(row: SurveyRow) {
  return { institution_id: row.institution_id, id: row.id };
}
