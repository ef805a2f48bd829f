import { MAX_AMOUNT_KRW, type Rounding } from '../money/exact';
import { refusal, type Refusal } from '../refusal';
import { comparisonKey, tidyLine } from '../text/hangul';
import { basisOfSource, type KpiBasis, type KpiSource, type QualityState } from './vocabulary';

/** A row of the board as an administrator keeps it. Figures are won for `amount` and pieces for `count`. */
export interface KpiFacts {
  readonly year: number;
  readonly programme: string;
  readonly group: string;
  readonly item: string;
  /** the same from year to year, also when the item is worded anew */
  readonly itemKey: string;
  readonly unit: string;
  readonly basis: KpiBasis;
  /** null = none was set */
  readonly target: number | null;
  readonly source: KpiSource;
  /** of a row that is typed in; null = not known yet */
  readonly enteredActual: number | null;
  /** as it was stated elsewhere; stands beside ours and never replaces it */
  readonly official: number | null;
  readonly officialNote: string | null;
  readonly note: string | null;
  /** 사업내용변경 */
  readonly changedGoal: boolean;
  readonly formerTarget: number | null;
  /** rows that are read together, such as 20건 / 50억 */
  readonly pairKey: string | null;
  /** of quality rows, and of those alone */
  readonly qualityState: QualityState | null;
  /** null = as the board rounds */
  readonly rounding: Rounding | null;
  readonly decimals: number | null;
  readonly sortOrder: number;
}

/** May the row be kept like this? @returns KPI_INVALID {field} or null */
export function kpiRefusal(kpi: KpiFacts): Refusal | null {
  const field = faultyField(kpi);
  return field === null ? null : refusal('KPI_INVALID', { field });
}

function faultyField(kpi: KpiFacts): keyof KpiFacts | null {
  for (const text of ['programme', 'group', 'item', 'itemKey', 'unit'] as const)
    if (tidyLine(kpi[text]) === '') return text;
  const isQuality = kpi.basis === 'quality';
  if (isQuality !== (kpi.qualityState !== null)) return 'qualityState';
  const measured = basisOfSource(kpi.source);
  if (measured !== null && measured !== kpi.basis) return 'source';
  // A state is neither divided nor compared: a quality row has no figures at all.
  for (const figure of ['target', 'enteredActual', 'official', 'formerTarget'] as const)
    if (kpi[figure] !== null && (isQuality || !isFigure(kpi[figure]))) return figure;
  if (kpi.target === 0) return 'target';
  // What is counted is never typed over: what somebody states otherwise is `official`.
  if (kpi.enteredActual !== null && kpi.source !== 'entered') return 'enteredActual';
  if (kpi.formerTarget !== null && !kpi.changedGoal) return 'formerTarget';
  if (kpi.decimals !== null && !(Number.isInteger(kpi.decimals) && kpi.decimals >= 0 && kpi.decimals <= 4))
    return 'decimals';
  return null;
}

function isFigure(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= MAX_AMOUNT_KRW;
}

/** The key of an item that is entered without one: two programmes may have an item of the same name. */
export function kpiItemKey(programme: string, item: string): string {
  return `${comparisonKey(programme)}/${comparisonKey(item)}`;
}

/** Rows go from one year to another one. @returns KPI_INVALID {field: toYear} or null */
export function kpiCopyRefusal(fromYear: number, toYear: number): Refusal | null {
  return fromYear === toYear ? refusal('KPI_INVALID', { field: 'toYear' }) : null;
}

/**
 * The row of another year that this one becomes: what is to be reached is carried on as a proposal, what was reached,
 * stated or remarked stays with its year.
 */
export function kpiOfYear(kpi: KpiFacts, year: number): KpiFacts {
  return {
    ...kpi,
    year,
    enteredActual: null,
    official: null,
    officialNote: null,
    note: null,
    changedGoal: false,
    formerTarget: null,
    qualityState: kpi.qualityState === null ? null : 'planned',
  };
}
