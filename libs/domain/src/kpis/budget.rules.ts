import { MAX_AMOUNT_KRW } from '../money/exact';
import { rateOf, type Rate } from '../money/rate';
import { refusal, type Refusal } from '../refusal';
import { tidyLine } from '../text/hangul';
import { EXECUTION_RATE_POLICY } from './vocabulary';

export interface BudgetFacts {
  readonly year: number;
  readonly programme: string;
  readonly item: string;
  readonly budgetKrw: number;
  /** moved in from elsewhere (+) or away (−) */
  readonly movedKrw: number;
  readonly spentKrw: number;
}

/** May the row be kept like this? More may be spent than there is: that is shown, not hidden. BUDGET_INVALID {field} or null. */
export function budgetRefusal(budget: BudgetFacts): Refusal | null {
  const wrong = (field: keyof BudgetFacts): Refusal => refusal('BUDGET_INVALID', { field });
  if (tidyLine(budget.programme) === '') return wrong('programme');
  if (tidyLine(budget.item) === '') return wrong('item');
  if (!isAmount(budget.budgetKrw)) return wrong('budgetKrw');
  if (!Number.isSafeInteger(budget.movedKrw) || !isAmount(budget.budgetKrw + budget.movedKrw))
    return wrong('movedKrw');
  return isAmount(budget.spentKrw) ? null : wrong('spentKrw');
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= MAX_AMOUNT_KRW;
}

type Amounts = Pick<BudgetFacts, 'budgetKrw' | 'movedKrw' | 'spentKrw'>;

export interface BudgetStanding extends Amounts {
  /** what there is to spend: budget + moved */
  readonly availableKrw: number;
  /** negative: more was spent than there is */
  readonly balanceKrw: number;
  /** spent ÷ available; without anything to spend there is none */
  readonly executionRate: Rate;
}

export function budgetStanding({ budgetKrw, movedKrw, spentKrw }: Amounts): BudgetStanding {
  const availableKrw = budgetKrw + movedKrw;
  return {
    budgetKrw,
    movedKrw,
    spentKrw,
    availableKrw,
    balanceKrw: availableKrw - spentKrw,
    executionRate: rateOf(spentKrw, availableKrw, EXECUTION_RATE_POLICY),
  };
}

/** Several rows as one. Its rate is over all that was spent, as a sum row of a report prints it. */
export function budgetTotal(budgets: readonly Amounts[]): BudgetStanding {
  const sum = (field: keyof Amounts) => budgets.reduce((total, budget) => total + budget[field], 0);
  return budgetStanding({
    budgetKrw: sum('budgetKrw'),
    movedKrw: sum('movedKrw'),
    spentKrw: sum('spentKrw'),
  });
}
