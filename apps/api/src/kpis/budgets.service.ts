import { Injectable } from '@nestjs/common';
import { budgetRefusal, budgetTotal, MAX_BUDGETS_OF_YEAR, tidyLine } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { assertAllowed, refuse } from '../common/refused';
import { withoutUndefined } from '../common/without-undefined';
import { Transactions } from '../database/transactions';
import {
  budgetColumns,
  budgetsOfYear,
  findBudget,
  insertBudget,
  type BudgetContent,
  type BudgetRow,
} from './budgets.queries';
import {
  toBudgetDto,
  toBudgetStandingDto,
  type BudgetDto,
  type BudgetListDto,
  type ChangeBudgetDto,
  type CreateBudgetDto,
  type ListBudgetsQuery,
} from './dto/budget.dto';
import { yearsOf } from './kpis.queries';

/** What the programmes of a year may spend, and what they spent. The route's permission decides who reads and keeps it. */
@Injectable()
export class BudgetsService {
  constructor(private readonly transactions: Transactions) {}

  list(actor: Actor, { year, includeArchived = false }: ListBudgetsQuery): Promise<BudgetListDto> {
    return this.transactions.run(actor, async (tx) => {
      const [rows, years] = await Promise.all([
        budgetsOfYear(tx, year, includeArchived),
        yearsOf(tx, 'budgets'),
      ]);
      const programmes = [...Map.groupBy(rows, ({ programme }) => programme)];
      return {
        year,
        years,
        programmes: programmes.map(([name, own]) => ({
          name,
          rows: own.map(toBudgetDto),
          total: totalOf(own),
        })),
        total: totalOf(rows),
      };
    });
  }

  get(actor: Actor, id: string): Promise<BudgetDto> {
    return this.transactions.run(actor, async (tx) => toBudgetDto(await findBudget(tx, id)));
  }

  /** @throws Refused BUDGET_INVALID {field}, BUDGET_EXISTS */
  create(actor: Actor, input: CreateBudgetDto): Promise<BudgetDto> {
    const budget = tidied({
      ...input,
      movedKrw: input.movedKrw ?? 0,
      spentKrw: input.spentKrw ?? 0,
      note: input.note ?? null,
      sortOrder: input.sortOrder ?? 0,
    });
    assertAllowed(budgetRefusal(budget));
    return this.transactions.runOnce(actor, async (tx) => {
      const count = (await budgetsOfYear(tx, budget.year, false)).length;
      if (count >= MAX_BUDGETS_OF_YEAR) refuse('BUDGET_INVALID', { field: 'year' });
      return toBudgetDto(await findBudget(tx, await insertBudget(tx, budget)));
    });
  }

  /** @throws Refused BUDGET_INVALID {field}, BUDGET_EXISTS, VERSION_STALE */
  change(actor: Actor, id: string, version: number, input: ChangeBudgetDto): Promise<BudgetDto> {
    const { archived, ...change } = input;
    return this.transactions.run(actor, async (tx) => {
      const before = await findBudget(tx, id, true);
      const after = tidied({ ...before, ...withoutUndefined(change) });
      assertAllowed(budgetRefusal(after));
      await tx.updateVersion('budgets', { id }, version, {
        ...budgetColumns(after),
        archived: archived ?? before.archived,
      });
      return toBudgetDto(await findBudget(tx, id));
    });
  }
}

function totalOf(rows: readonly BudgetRow[]) {
  return toBudgetStandingDto(budgetTotal(rows.filter(({ archived }) => !archived)));
}

function tidied(budget: BudgetContent): BudgetContent {
  return { ...budget, programme: tidyLine(budget.programme), item: tidyLine(budget.item) };
}
