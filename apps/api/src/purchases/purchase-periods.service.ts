import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  closePeriodRefusal,
  periodStateOf,
  reachOf,
  reopenPeriodRefusal,
  submitPeriodRefusal,
  withdrawPeriodRefusal,
  type NoticeAudience,
  type NoticeParamsByKind,
  type SubmissionKind,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { NoticesService, type NewNotice } from '../notices/notices.service';
import { CountingYearService } from '../purchase-targets/counting-year.service';
import type { ListPeriodsQuery, PurchasePeriodDto } from './dto/purchase-period.dto';
import {
  departmentsOfPeriod,
  findPeriod,
  findPeriods,
  toPeriodDto,
  type PeriodDepartmentRow,
  type PeriodHeadRow,
} from './purchase-periods.queries';

/** Quarters: each department hands in a report or a nil report, the manager closes; a closed quarter opens only with a reason. */
@Injectable()
export class PurchasePeriodsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly countingYears: CountingYearService,
    private readonly notices: NoticesService,
  ) {}

  list(actor: Actor, query: ListPeriodsQuery): Promise<PurchasePeriodDto[]> {
    const institutionId = query.institutionId ?? actor.institutionId ?? refuse('NOT_FOUND');
    assertAllowed(accessRefusal(actor, 'period:read', { institutionId }));
    return this.transactions.run(actor, async (tx) => {
      const periods = await findPeriods(tx, institutionId, query.fiscalYear);
      return Promise.all(
        periods.map(async (period) =>
          toPeriodDto(period, await departmentsOfPeriod(tx, period, ownDepartment(actor))),
        ),
      );
    });
  }

  get(actor: Actor, id: string): Promise<PurchasePeriodDto> {
    return this.transactions.run(actor, async (tx) => {
      const period = (await findPeriod(tx, id)) ?? refuse('NOT_FOUND');
      assertAllowed(accessRefusal(actor, 'period:read', { institutionId: period.institution_id }));
      return answer(tx, actor, id);
    });
  }

  /** A department hands its quarter in; from then on its rows wait for the manager. */
  submit(
    actor: Actor,
    id: string,
    departmentId: string | undefined,
    kind: SubmissionKind,
  ): Promise<PurchasePeriodDto> {
    return this.inLockedPeriod(actor, id, async (tx, period) => {
      const row = await this.departmentOf(tx, actor, period, departmentId);
      const { unfinished_count: unfinished, purchase_count: purchases } = row;
      assertAllowed(submitPeriodRefusal({ state: stateOf(period, row.kind), kind, unfinished, purchases }));
      await tx.sql(
        'INSERT INTO period_submissions (institution_id, period_id, department_id, kind, submitted_by) VALUES ($1, $2, $3, $4, $5)',
        [period.institution_id, id, row.department_id, kind, actor.userId],
      );
      const all = await departmentsOfPeriod(tx, period, null);
      if (all.every((one) => one.kind !== null))
        await this.announce(tx, period, 'manager', 'period_all_submitted', {});
    });
  }

  withdraw(actor: Actor, id: string, departmentId: string | undefined): Promise<PurchasePeriodDto> {
    return this.inLockedPeriod(actor, id, async (tx, period) => {
      const row = await this.departmentOf(tx, actor, period, departmentId);
      assertAllowed(withdrawPeriodRefusal(stateOf(period, row.kind)));
      await tx.sql(
        'DELETE FROM period_submissions WHERE institution_id = $1 AND period_id = $2 AND department_id = $3',
        [period.institution_id, id, row.department_id],
      );
    });
  }

  /** Closes the quarter for all departments; the year's counting policy is frozen from its first close on. */
  close(actor: Actor, id: string, reason: string | null): Promise<PurchasePeriodDto> {
    return this.inLockedPeriod(actor, id, async (tx, period) => {
      assertAllowed(accessRefusal(actor, 'period:close', { institutionId: period.institution_id }));
      const departments = await departmentsOfPeriod(tx, period, null);
      const unsubmittedDepartments = departments.filter((row) => row.kind === null).length;
      assertAllowed(
        closePeriodRefusal({ quarterClosed: period.state === 'closed', unsubmittedDepartments, reason }),
      );
      await tx.sql(
        `UPDATE purchase_periods SET state = 'closed', close_reason = $3, closed_at = now(), version = version + 1
         WHERE institution_id = $1 AND id = $2`,
        [period.institution_id, id, reason],
      );
      await this.countingYears.freeze(tx, period.institution_id, period.fiscal_year);
      await this.announce(tx, period, 'clerk', 'period_closed', {});
    });
  }

  reopen(actor: Actor, id: string, reason: string): Promise<PurchasePeriodDto> {
    return this.inLockedPeriod(actor, id, async (tx, period) => {
      assertAllowed(accessRefusal(actor, 'period:close', { institutionId: period.institution_id }));
      assertAllowed(reopenPeriodRefusal({ quarterClosed: period.state === 'closed', reason }));
      await tx.sql(
        `UPDATE purchase_periods SET state = 'open', reopen_reason = $3, closed_at = NULL, version = version + 1
         WHERE institution_id = $1 AND id = $2`,
        [period.institution_id, id, reason],
      );
      await this.announce(tx, period, 'clerk', 'period_reopened', { reason });
    });
  }

  /** The department that hands in (the own one unless named), within the actor's reach. */
  private async departmentOf(
    tx: Tx,
    actor: Actor,
    period: PeriodHeadRow,
    named: string | undefined,
  ): Promise<PeriodDepartmentRow> {
    const departmentId = named ?? actor.departmentId ?? refuse('NOT_FOUND');
    const place = { institutionId: period.institution_id, departmentId };
    assertAllowed(accessRefusal(actor, 'period:submit', place));
    return (await departmentsOfPeriod(tx, period, departmentId))[0] ?? refuse('NOT_FOUND');
  }

  private announce<Kind extends 'period_all_submitted' | 'period_closed' | 'period_reopened'>(
    tx: Tx,
    period: PeriodHeadRow,
    audience: NoticeAudience,
    kind: Kind,
    params: Omit<NoticeParamsByKind[Kind], 'fiscalYear' | 'quarter'>,
  ): Promise<void> {
    const { institution_id: institutionId, fiscal_year: fiscalYear, quarter } = period;
    return this.notices.publish(tx, {
      institutionId,
      audience,
      departmentId: null,
      kind,
      params: { ...params, fiscalYear, quarter },
      link: `/purchase-periods?fiscalYear=${fiscalYear}`,
    } as NewNotice);
  }

  /** Waits until nobody writes into the year, reads the quarter anew, works, and answers what it became. */
  private inLockedPeriod(
    actor: Actor,
    id: string,
    work: (tx: Tx, period: PeriodHeadRow) => Promise<void>,
  ): Promise<PurchasePeriodDto> {
    return this.transactions.run(actor, async (tx) => {
      const found = (await findPeriod(tx, id)) ?? refuse('NOT_FOUND');
      await this.countingYears.lock(tx, found.institution_id, found.fiscal_year, 'alone');
      await work(tx, (await findPeriod(tx, id)) ?? found);
      return answer(tx, actor, id);
    });
  }
}

async function answer(tx: Tx, actor: Actor, id: string): Promise<PurchasePeriodDto> {
  const period = (await findPeriod(tx, id)) ?? refuse('NOT_FOUND');
  return toPeriodDto(period, await departmentsOfPeriod(tx, period, ownDepartment(actor)));
}

/** Whoever hands in one department sees where that one stands; whoever hands in none sees all. */
function ownDepartment(actor: Actor): string | null {
  return reachOf(actor, 'period:submit').departmentId ?? null;
}

function stateOf(period: PeriodHeadRow, submission: SubmissionKind | null) {
  return periodStateOf({ quarterClosed: period.state === 'closed', submission });
}
