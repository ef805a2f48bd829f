import { budgetStanding, MAX_BUDGETS_OF_YEAR, type BudgetStanding } from '@ieum/domain';
import {
  BooleanField,
  BooleanQuery,
  IdField,
  IntField,
  IntListField,
  KrwField,
  ListField,
  MAX_KRW,
  ObjectField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';
import { RateDto } from '../../common/rate.dto';
import type { BudgetRow } from '../budgets.queries';

export class ListBudgetsQuery {
  @YearQuery() year: number;
  @BooleanQuery({ optional: true, description: 'Also rows that were taken off; they are in no sum' })
  includeArchived?: boolean;
}

export class CreateBudgetDto {
  @YearField() year: number;
  @TextField({ max: 100, example: '공공시장 확대지원' }) programme: string;
  @TextField({ max: 200, example: '공공구매박람회 운영' }) item: string;
  @KrwField({ example: 100_000_000 }) budgetKrw: number;
  @KrwField({ optional: true, min: -MAX_KRW, example: -20_000_000, description: 'Moved in (+) or away (−)' })
  movedKrw?: number;
  @KrwField({ optional: true, example: 60_000_000 }) spentKrw?: number;
  @TextField({ max: 500, optional: true, nullable: true, example: '교육활동으로 전용' }) note?: string | null;
  @IntField({ optional: true, example: 10 }) sortOrder?: number;
}

/** What is left out stays. */
export class ChangeBudgetDto {
  @TextField({ max: 100, optional: true, example: '공공시장 확대지원' }) programme?: string;
  @TextField({ max: 200, optional: true, example: '공공구매박람회 운영' }) item?: string;
  @KrwField({ optional: true, example: 100_000_000 }) budgetKrw?: number;
  @KrwField({ optional: true, min: -MAX_KRW, example: -20_000_000 }) movedKrw?: number;
  @KrwField({ optional: true, example: 60_000_000 }) spentKrw?: number;
  @TextField({ max: 500, optional: true, nullable: true, example: '교육활동으로 전용' }) note?: string | null;
  @IntField({ optional: true, example: 10 }) sortOrder?: number;
  @BooleanField({ optional: true, description: 'Takes it off the list; nothing is deleted' })
  archived?: boolean;
}

export class BudgetStandingDto {
  @KrwField({ example: 100_000_000 }) budgetKrw: number;
  @KrwField({ min: -MAX_KRW, example: -20_000_000 }) movedKrw: number;
  @KrwField({ example: 60_000_000 }) spentKrw: number;
  @KrwField({ example: 80_000_000, description: 'Budget + moved' }) availableKrw: number;
  @KrwField({ min: -MAX_KRW, example: 20_000_000, description: 'Negative: more was spent than there is' })
  balanceKrw: number;
  @ObjectField(() => RateDto, { description: 'Spent ÷ (budget + moved)' }) executionRate: RateDto;
}

export class BudgetDto extends BudgetStandingDto {
  @IdField() id: string;
  @YearField() year: number;
  @TextField({ max: 100, example: '공공시장 확대지원' }) programme: string;
  @TextField({ max: 200, example: '공공구매박람회 운영' }) item: string;
  @TextField({ max: 500, nullable: true, example: '교육활동으로 전용' }) note: string | null;
  @IntField({ example: 10 }) sortOrder: number;
  @BooleanField() archived: boolean;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class BudgetProgrammeDto {
  @TextField({ max: 100, example: '공공시장 확대지원' }) name: string;
  @ListField(() => BudgetDto, { maxItems: MAX_BUDGETS_OF_YEAR }) rows: BudgetDto[];
  @ObjectField(() => BudgetStandingDto) total: BudgetStandingDto;
}

export class BudgetListDto {
  @YearField() year: number;
  @IntListField({ min: 2000, max: 2100, maxItems: 101, example: [2017, 2016] }) years: number[];
  @ListField(() => BudgetProgrammeDto, { maxItems: MAX_BUDGETS_OF_YEAR }) programmes: BudgetProgrammeDto[];
  @ObjectField(() => BudgetStandingDto) total: BudgetStandingDto;
}

export function toBudgetStandingDto(standing: BudgetStanding): BudgetStandingDto {
  return {
    budgetKrw: standing.budgetKrw,
    movedKrw: standing.movedKrw,
    spentKrw: standing.spentKrw,
    availableKrw: standing.availableKrw,
    balanceKrw: standing.balanceKrw,
    executionRate: standing.executionRate,
  };
}

export function toBudgetDto(row: BudgetRow): BudgetDto {
  return {
    ...toBudgetStandingDto(budgetStanding(row)),
    id: row.id,
    year: row.year,
    programme: row.programme,
    item: row.item,
    note: row.note,
    sortOrder: row.sortOrder,
    archived: row.archived,
    version: row.version,
  };
}
