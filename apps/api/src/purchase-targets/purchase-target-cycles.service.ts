import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  CYCLE_STEPS,
  cycleRefusal,
  DEFAULT_SCHEMES,
  departmentsDay,
  institutionTargetsRefusal,
  reachOf,
  type CycleAction,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { NoticesService } from '../notices/notices.service';
import { insertPolicy, insertScheme } from './counting-policies.service';
import { CountingYearService } from './counting-year.service';
import type { InstitutionYearQuery } from './dto/counting-policy.dto';
import type {
  ChangeCycleDto,
  InstitutionTargetRevisionListDto,
  OpenCycleDto,
  PurchaseTargetCycleDto,
} from './dto/cycle.dto';
import { saveInstitutionTargets } from './institution-targets';
import { lockCycle, readCycle, readCycles, type LockedCycle } from './purchase-target-cycles.queries';
import { confirmTargets, notifyTargets } from './target-announcement';

interface RevisionRow {
  id: string;
  scheme_code: string;
  old_target_krw: number | null;
  new_target_krw: number | null;
  reason: string;
  revised_by: string;
  revised_by_name: string | null;
  revised_at: Date;
}

/** The year of an institution, from the opening of the survey to its close. */
@Injectable()
export class PurchaseTargetCyclesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly notices: NoticesService,
    private readonly years: CountingYearService,
  ) {}

  list(actor: Actor, query: InstitutionYearQuery): Promise<PurchaseTargetCycleDto[]> {
    const { institutionIds } = reachOf(actor, 'cycle:read');
    return this.transactions.run(actor, (tx) => readCycles(tx, { ...query, institutionIds }));
  }

  get(actor: Actor, id: string): Promise<PurchaseTargetCycleDto> {
    return this.transactions.run(actor, async (tx) => {
      const cycle = await readCycle(tx, id);
      assertAllowed(accessRefusal(actor, 'cycle:read', { institutionId: cycle.institutionId }));
      return cycle;
    });
  }

  /** Opens a year: policy, schemes, quarters, the institution's targets and an empty survey for every department. */
  open(actor: Actor, input: OpenCycleDto): Promise<PurchaseTargetCycleDto> {
    const institutionId = actor.institutionId ?? refuse('FORBIDDEN');
    assertAllowed(accessRefusal(actor, 'cycle:manage', { institutionId }));
    const { fiscalYear, policy: change = {} } = input;
    return this.transactions.runOnce(actor, async (tx) => {
      const rows = await tx.sql<{ id: string }>(
        `INSERT INTO purchase_target_cycles (institution_id, fiscal_year, survey_due_on) VALUES ($1, $2, $3) RETURNING id`,
        [institutionId, fiscalYear, input.surveyDueOn ?? null],
      );
      const id = rows[0]?.id ?? refuse('CYCLE_EXISTS');
      const policy = await insertPolicy(tx, institutionId, fiscalYear, change);
      for (const scheme of DEFAULT_SCHEMES)
        await insertScheme(tx, institutionId, fiscalYear, scheme, 'ON CONFLICT DO NOTHING');
      await tx.sql(
        `INSERT INTO purchase_periods (institution_id, fiscal_year, quarter)
         SELECT $1, $2, quarter FROM generate_series(1, 4) AS quarter ON CONFLICT DO NOTHING`,
        [institutionId, fiscalYear],
      );
      const facts = { policy, denominatorKrw: change.denominatorKrw ?? null };
      const cycle = { institutionId, id, fiscalYear };
      await saveInstitutionTargets(tx, cycle, input.institutionTargets, facts, null);
      await this.askDepartments(tx, { ...cycle, surveyDueOn: input.surveyDueOn ?? null });
      return readCycle(tx, id);
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeCycleDto): Promise<PurchaseTargetCycleDto> {
    return this.transactions.run(actor, async (tx) => {
      const cycle = await this.lockManaged(tx, id);
      const reason = input.reason ?? null;
      const { institutionTargets: targets } = input;
      if (targets !== undefined) assertAllowed(institutionTargetsRefusal(cycle.state, reason));
      await tx.updateVersion('purchase_target_cycles', keyOf(cycle), version, {
        survey_due_on: input.surveyDueOn === undefined ? cycle.surveyDueOn : input.surveyDueOn,
      });
      if (targets !== undefined) {
        const year = await this.years.of(tx, cycle.institutionId, cycle.fiscalYear);
        const policies = await tx.sql<{ denominator_krw: number | null }>(
          `SELECT denominator_krw FROM counting_policies WHERE institution_id = $1 AND fiscal_year = $2`,
          [cycle.institutionId, cycle.fiscalYear],
        );
        const facts = { policy: year.policy, denominatorKrw: policies[0]?.denominator_krw ?? null };
        await saveInstitutionTargets(tx, cycle, targets, facts, reason);
      }
      return readCycle(tx, id);
    });
  }

  listRevisions(actor: Actor, id: string): Promise<InstitutionTargetRevisionListDto> {
    return this.transactions.run(actor, async (tx) => {
      const { institutionId } = await readCycle(tx, id);
      assertAllowed(accessRefusal(actor, 'cycle:read', { institutionId }));
      const rows = await tx.sql<RevisionRow>(
        `SELECT r.*, u.name AS revised_by_name FROM institution_target_revisions r LEFT JOIN users u ON u.id = r.revised_by
         WHERE r.institution_id = $1 AND r.cycle_id = $2 ORDER BY r.id DESC`,
        [institutionId, id],
      );
      return { items: rows.map(toRevisionDto) };
    });
  }

  /** Takes a closed survey back; departments that have come since are asked as well. */
  openSurvey(actor: Actor, id: string): Promise<PurchaseTargetCycleDto> {
    return this.step(actor, id, 'open_survey', null, (tx, cycle) => this.askDepartments(tx, cycle));
  }

  closeSurvey(actor: Actor, id: string): Promise<PurchaseTargetCycleDto> {
    return this.step(actor, id, 'close_survey', null);
  }

  confirm(actor: Actor, id: string, reason: string | null): Promise<PurchaseTargetCycleDto> {
    return this.step(actor, id, 'confirm', reason, async (tx, cycle) => {
      const { policy } = await this.years.of(tx, cycle.institutionId, cycle.fiscalYear);
      await confirmTargets(tx, cycle, policy.mallTarget, reason);
    });
  }

  notify(actor: Actor, id: string): Promise<PurchaseTargetCycleDto> {
    return this.step(actor, id, 'notify', null, async (tx, cycle) => {
      await this.notices.publish(tx, ...(await notifyTargets(tx, cycle)));
    });
  }

  startReporting(actor: Actor, id: string): Promise<PurchaseTargetCycleDto> {
    return this.step(actor, id, 'start_reporting', null);
  }

  /** Ends the year; every quarter has to be closed before. */
  close(actor: Actor, id: string): Promise<PurchaseTargetCycleDto> {
    return this.step(actor, id, 'close', null, async (tx, cycle) => {
      const open = await tx.sql<{ quarter: number }>(
        `SELECT quarter FROM purchase_periods
         WHERE institution_id = $1 AND fiscal_year = $2 AND state <> 'closed' ORDER BY quarter LIMIT 1`,
        [cycle.institutionId, cycle.fiscalYear],
      );
      if (open[0] !== undefined) refuse('PERIOD_NOT_CLOSED', { quarter: open[0].quarter });
    });
  }

  reopen(actor: Actor, id: string, reason: string | null): Promise<PurchaseTargetCycleDto> {
    return this.step(actor, id, 'reopen', reason);
  }

  /** One step of the year under a lock, so that of two people at once one is told CYCLE_STATE. */
  private step(
    actor: Actor,
    id: string,
    action: CycleAction,
    reason: string | null,
    work: (tx: Tx, cycle: LockedCycle) => Promise<void> = () => Promise.resolve(),
  ): Promise<PurchaseTargetCycleDto> {
    return this.transactions.run(actor, async (tx) => {
      const cycle = await this.lockManaged(tx, id);
      assertAllowed(cycleRefusal(cycle.state, action, { role: actor.role, reason }));
      await work(tx, cycle);
      await tx.updateVersion('purchase_target_cycles', keyOf(cycle), cycle.version, {
        state: CYCLE_STEPS[action].to,
        ...(action === 'confirm' ? { confirm_reason: reason } : {}),
        ...(action === 'notify' ? { notified_at: this.clock.now() } : {}),
      });
      return readCycle(tx, id);
    });
  }

  private async lockManaged(tx: Tx, id: string): Promise<LockedCycle> {
    const cycle = await lockCycle(tx, id, 'FOR NO KEY UPDATE');
    assertAllowed(accessRefusal(tx.actor, 'cycle:manage', { institutionId: cycle.institutionId }));
    return cycle;
  }

  /** A draft survey and a notice for every department that takes part and has none yet. */
  private async askDepartments(
    tx: Tx,
    cycle: Pick<LockedCycle, 'institutionId' | 'id' | 'fiscalYear' | 'surveyDueOn'>,
  ): Promise<void> {
    const day = departmentsDay(cycle.fiscalYear, this.clock.today());
    const asked = await tx.sql<{ department_id: string; id: string }>(
      `INSERT INTO demand_surveys (institution_id, cycle_id, department_id)
       SELECT institution_id, $2, id FROM departments
       WHERE institution_id = $1 AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)
       ON CONFLICT DO NOTHING RETURNING department_id, id`,
      [cycle.institutionId, cycle.id, day],
    );
    await this.notices.publish(
      tx,
      ...asked.map((survey) => ({
        institutionId: cycle.institutionId,
        audience: 'clerk' as const,
        departmentId: survey.department_id,
        kind: 'survey_opened' as const,
        params: { fiscalYear: cycle.fiscalYear, dueOn: cycle.surveyDueOn },
        link: `/demand-surveys/${survey.id}`,
      })),
    );
  }
}

function keyOf(cycle: Pick<LockedCycle, 'institutionId' | 'id'>) {
  return { institution_id: cycle.institutionId, id: cycle.id };
}

function toRevisionDto(row: RevisionRow): InstitutionTargetRevisionListDto['items'][number] {
  return {
    id: row.id,
    schemeCode: row.scheme_code,
    oldTargetKrw: row.old_target_krw,
    newTargetKrw: row.new_target_krw,
    reason: row.reason,
    revisedBy: row.revised_by,
    revisedByName: row.revised_by_name,
    revisedAt: row.revised_at.toISOString(),
  };
}
