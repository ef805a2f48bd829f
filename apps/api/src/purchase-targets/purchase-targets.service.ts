import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  allAcknowledged,
  CYCLE_ACTOR,
  CYCLE_STEPS,
  cycleRefusal,
  HAMKKE_NURI_MALL,
  nextTargetState,
  proposeRefusal,
  reachOf,
  reviseTarget,
  SOCIAL_ECONOMY,
  stateAfterRevision,
  targetActionRefusal,
  targetAmount,
  type Permission,
  type TargetRevision,
  type TargetState,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { InvalidInput } from '../common/invalid-input';
import { assertAllowed, orRefuse, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { NoticesService } from '../notices/notices.service';
import { CountingYearService } from './counting-year.service';
import type {
  AddTargetDto,
  ListPurchaseTargetsQuery,
  PurchaseTargetDto,
  PurchaseTargetListDto,
  ReviseTargetDto,
  TargetRevisionListDto,
} from './dto/purchase-target.dto';
import { lockCycle, type LockedCycle } from './purchase-target-cycles.queries';
import { readTarget, readTargetRevisions, readTargets } from './purchase-targets.queries';
import { assertMallFits } from './target-announcement';
import { proposeTargets } from './target-proposal';

interface TargetRow {
  institution_id: string;
  id: string;
  cycle_id: string;
  department_id: string;
  scheme_code: string;
  target_krw: number | null;
  state: TargetState;
  version: number;
}

interface LockedTarget {
  readonly row: TargetRow;
  readonly cycle: LockedCycle;
}

/** What each department is to buy in each scheme. */
@Injectable()
export class PurchaseTargetsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly notices: NoticesService,
    private readonly years: CountingYearService,
  ) {}

  list(actor: Actor, query: ListPurchaseTargetsQuery): Promise<PurchaseTargetListDto> {
    if (query.cycleId === undefined && query.fiscalYear === undefined)
      throw InvalidInput.of('cycleId', 'required', 'cycleId or fiscalYear must be given');
    const { institutionIds, departmentId } = reachOf(actor, 'target:read');
    return this.transactions.run(actor, async (tx) => ({
      items: await readTargets(tx, { ...query, institutionIds, departmentId }),
    }));
  }

  listRevisions(actor: Actor, id: string): Promise<TargetRevisionListDto> {
    return this.transactions.run(actor, async (tx) => {
      const target = await readTarget(tx, id);
      assertAllowed(accessRefusal(actor, 'target:read', target));
      return readTargetRevisions(tx, target.institutionId, id);
    });
  }

  /** Proposes targets from the answers of the survey, until they are confirmed. */
  propose(actor: Actor, cycleId: string, overwrite: boolean): Promise<PurchaseTargetListDto> {
    return this.transactions.run(actor, async (tx) => {
      const cycle = await lockCycle(tx, cycleId, 'FOR NO KEY UPDATE');
      assertAllowed(accessRefusal(actor, 'target:manage', { institutionId: cycle.institutionId }));
      assertAllowed(proposeRefusal(cycle.state));
      await proposeTargets(tx, cycle, overwrite);
      return { items: await readTargets(tx, { cycleId }) };
    });
  }

  /** Sets a proposed amount; null = no target. A confirmed one is changed by revise() only. */
  set(actor: Actor, id: string, version: number, targetKrw: number | null): Promise<PurchaseTargetDto> {
    return this.transactions.run(actor, async (tx) => {
      const { row } = await this.lock(tx, id, 'target:manage', 'FOR SHARE');
      assertAllowed(targetActionRefusal(row.state, 'propose'));
      if (targetKrw !== null) orRefuse(targetAmount({ kind: 'amount', amountKrw: targetKrw }));
      await tx.updateVersion('purchase_targets', keyOf(row), version, { target_krw: targetKrw });
      return readTarget(tx, id);
    });
  }

  /** A new amount for a confirmed target. The old one, who, when and why stay; the department is told. */
  revise(actor: Actor, id: string, version: number, input: ReviseTargetDto): Promise<PurchaseTargetDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const { row, cycle } = await this.lock(tx, id, 'target:manage', 'FOR SHARE');
      const change = { amountKrw: input.targetKrw, reason: input.reason ?? null };
      const revision = orRefuse(reviseTarget({ state: row.state, amountKrw: row.target_krw }, change));
      const state = orRefuse(stateAfterRevision(cycle.state));
      await this.assertMallFits(tx, row, cycle, revision.toKrw);
      await tx.updateVersion('purchase_targets', keyOf(row), version, {
        target_krw: revision.toKrw,
        state,
        acknowledged_at: null,
        acknowledged_by: null,
      });
      await this.keepRevision(tx, row, cycle, state, revision);
      return readTarget(tx, id);
    });
  }

  /** A target for a department that came after the targets were set; its history begins with the reason. */
  add(actor: Actor, input: AddTargetDto): Promise<PurchaseTargetDto> {
    const { cycleId, departmentId, schemeCode } = input;
    return this.transactions.runOnce(actor, async (tx) => {
      const cycle = await lockCycle(tx, cycleId, 'FOR NO KEY UPDATE');
      const institutionId = cycle.institutionId;
      assertAllowed(accessRefusal(actor, 'target:manage', { institutionId, departmentId }));
      const state = orRefuse(stateAfterRevision(cycle.state));
      const toKrw = orRefuse(targetAmount({ kind: 'amount', amountKrw: input.targetKrw }));
      const departments = await tx.sql(`SELECT 1 FROM departments WHERE institution_id = $1 AND id = $2`, [
        institutionId,
        departmentId,
      ]);
      if (departments.length === 0) refuse('NOT_FOUND');
      const year = await this.years.of(tx, institutionId, cycle.fiscalYear);
      if (!year.schemes.some((scheme) => scheme.code === schemeCode))
        refuse('TARGET_INVALID', { field: 'schemeCode' });
      const rows = await tx.sql<TargetRow>(
        `INSERT INTO purchase_targets (institution_id, cycle_id, department_id, scheme_code, target_krw, state)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING *`,
        [institutionId, cycleId, departmentId, schemeCode, toKrw, state],
      );
      const row = rows[0] ?? refuse('CONFLICT');
      await this.assertMallFits(tx, row, cycle, toKrw);
      await this.keepRevision(tx, row, cycle, state, { fromKrw: null, toKrw, reason: input.reason });
      return readTarget(tx, row.id);
    });
  }

  /** The department has seen its target. With the last one of the year the reporting begins by itself. */
  acknowledge(actor: Actor, id: string): Promise<PurchaseTargetDto> {
    return this.transactions.run(actor, async (tx) => {
      const { row, cycle } = await this.lock(tx, id, 'target:acknowledge', 'FOR NO KEY UPDATE');
      assertAllowed(targetActionRefusal(row.state, 'acknowledge'));
      await tx.updateVersion('purchase_targets', keyOf(row), row.version, {
        state: nextTargetState('acknowledge'),
        acknowledged_at: this.clock.now(),
        acknowledged_by: actor.userId,
      });
      await this.beginReporting(tx, cycle);
      return readTarget(tx, id);
    });
  }

  /** The old amount stays with who, when and why; a department that was notified before is told. */
  private async keepRevision(
    tx: Tx,
    row: TargetRow,
    cycle: LockedCycle,
    state: TargetState,
    revision: TargetRevision,
  ): Promise<void> {
    await tx.sql(
      `INSERT INTO purchase_target_revisions
         (institution_id, target_id, old_target_krw, new_target_krw, reason, revised_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [row.institution_id, row.id, revision.fromKrw, revision.toKrw, revision.reason, tx.actor.userId],
    );
    if (state !== 'notified') return;
    await this.notices.publish(tx, {
      institutionId: row.institution_id,
      audience: 'clerk',
      departmentId: row.department_id,
      kind: 'target_revised',
      params: { fiscalYear: cycle.fiscalYear, scheme: row.scheme_code, ...revision },
      link: '/purchase-targets',
    });
  }

  /** Done on the manager's behalf, who need not wait for it; who was last stands in the audit log. */
  private async beginReporting(tx: Tx, cycle: LockedCycle): Promise<void> {
    if (cycleRefusal(cycle.state, 'start_reporting', { role: CYCLE_ACTOR }) !== null) return;
    const states = await tx.sql<{ state: TargetState }>(
      `SELECT DISTINCT state FROM purchase_targets WHERE institution_id = $1 AND cycle_id = $2`,
      [cycle.institutionId, cycle.id],
    );
    if (!allAcknowledged(states.map((one) => one.state))) return;
    const key = { institution_id: cycle.institutionId, id: cycle.id };
    await tx.updateVersion('purchase_target_cycles', key, cycle.version, {
      state: CYCLE_STEPS.start_reporting.to,
    });
    await this.notices.publish(tx, {
      institutionId: cycle.institutionId,
      audience: 'manager',
      departmentId: null,
      kind: 'targets_acknowledged',
      params: { fiscalYear: cycle.fiscalYear },
      link: '/purchase-targets',
    });
  }

  private async assertMallFits(tx: Tx, row: TargetRow, cycle: LockedCycle, toKrw: number | null) {
    if (row.scheme_code !== SOCIAL_ECONOMY && row.scheme_code !== HAMKKE_NURI_MALL) return;
    const { policy } = await this.years.of(tx, cycle.institutionId, cycle.fiscalYear);
    const other = row.scheme_code === SOCIAL_ECONOMY ? HAMKKE_NURI_MALL : SOCIAL_ECONOMY;
    const others = await tx.sql<{ target_krw: number | null }>(
      `SELECT target_krw FROM purchase_targets
       WHERE institution_id = $1 AND cycle_id = $2 AND department_id = $3 AND scheme_code = $4`,
      [row.institution_id, row.cycle_id, row.department_id, other],
    );
    const otherKrw = others[0]?.target_krw ?? null;
    const [mainKrw, mallKrw] = row.scheme_code === SOCIAL_ECONOMY ? [toKrw, otherKrw] : [otherKrw, toKrw];
    assertMallFits(mainKrw, mallKrw, policy.mallTarget);
  }

  /** The cycle first, then the target: the same order everywhere, so that nobody waits in a circle. */
  private async lock(
    tx: Tx,
    id: string,
    permission: Permission,
    cycleLock: 'FOR NO KEY UPDATE' | 'FOR SHARE',
  ): Promise<LockedTarget> {
    const found = await tx.sql<TargetRow>(`SELECT * FROM purchase_targets WHERE id = $1`, [id]);
    const seen = found[0] ?? refuse('NOT_FOUND');
    const place = { institutionId: seen.institution_id, departmentId: seen.department_id };
    assertAllowed(accessRefusal(tx.actor, permission, place));
    const cycle = await lockCycle(tx, seen.cycle_id, cycleLock);
    const rows = await tx.sql<TargetRow>(
      `SELECT * FROM purchase_targets WHERE institution_id = $1 AND id = $2 FOR NO KEY UPDATE`,
      [seen.institution_id, id],
    );
    return { row: rows[0] ?? refuse('NOT_FOUND'), cycle };
  }
}

function keyOf(row: TargetRow) {
  return { institution_id: row.institution_id, id: row.id };
}
