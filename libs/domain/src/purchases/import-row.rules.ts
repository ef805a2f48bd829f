import type { MoneyUnit } from '../money/units';
import { comparisonKey } from '../text/hangul';
import { contractNumberKey, duplicateKey } from './entry.rules';
import { textOfCell, type ImportCell } from './import-cells';
import { isKnownHeading, type ImportField, type ImportMapping } from './import-columns';
import {
  amountOf,
  cellAt,
  readRow,
  type ImportContext,
  type ImportProblem,
  type ImportValues,
} from './import-row-reading';

export const IMPORT_ROW_CLASSES = [
  'purchase',
  'probable_duplicate',
  'duplicate_in_file',
  'duplicate_in_ledger',
  'sales',
  'subtotal',
  'total',
  'negative_unlinked',
  'heading',
  'blank',
  'invalid',
] as const;
/** Only `purchase` is imported, and `probable_duplicate` when a person confirms the row. */
export type ImportRowClass = (typeof IMPORT_ROW_CLASSES)[number];

export interface ImportVerdict {
  /** as in the sheet, 1 = first row */
  readonly rowNumber: number;
  readonly class: ImportRowClass;
  /** what would be written; null for rows that are no purchases */
  readonly values: ImportValues | null;
  /** why it is invalid; empty otherwise */
  readonly problems: readonly ImportProblem[];
  /** worth a look, does not hinder the import */
  readonly notes: readonly ImportProblem[];
  /** the earlier row of this file */
  readonly duplicateOf: number | null;
}

const SUBTOTAL = /소계$|^(?:\d{1,2}월|[1-4]\/?4?분기|상반기|하반기|월|분기|부서|중간)(?:합)?계$/u;
const TOTAL = /^(?:합계|총계|총합계|누계|계|전체합계|총액)$/u;
const SALES = /매출|판매/u;

/**
 * Judges a sheet row by row, in order, remembering what the file held before; one classifier per file. Keeps two
 * short keys a row and no cells, so that memory stays flat.
 */
export function createImportClassifier(
  mapping: ImportMapping,
  context: ImportContext,
): (cells: readonly ImportCell[], rowNumber: number) => ImportVerdict {
  const seenNumbers = new Map<string, number>();
  const seenKeys = new Map<string, number>();
  return (cells, rowNumber) => {
    const plain = { rowNumber, values: null, problems: [], notes: [], duplicateOf: null };
    const shape = shapeOf(cells, mapping, context.amountUnit);
    if (shape !== null) return { ...plain, class: shape };
    const { values, problems, notes } = readRow(cells, mapping, context);
    if (values === null) return { ...plain, class: 'invalid', problems, notes };
    const found = duplicateOf(values, context, seenNumbers, seenKeys);
    if (found.class !== 'duplicate_in_file') remember(values, rowNumber, seenNumbers, seenKeys);
    return { rowNumber, values, problems: [], notes, ...found };
  };
}

/** Will this row be written? A probable duplicate only when a person confirmed it. */
export function isImported(verdict: Pick<ImportVerdict, 'class'>, confirmed: boolean): boolean {
  return verdict.class === 'purchase' || (verdict.class === 'probable_duplicate' && confirmed);
}

/** The class of a row that is not a purchase at all, or null. */
function shapeOf(
  cells: readonly ImportCell[],
  mapping: ImportMapping,
  unit: MoneyUnit,
): ImportRowClass | null {
  const texts = cells.map((cell) =>
    typeof cell === 'string' ? comparisonKey(cell) : cell === null ? '' : String(cell),
  );
  if (texts.every((text) => text === '')) return 'blank';
  if (isHeadingRow(cells, mapping)) return 'heading';
  const words = texts.map((text) => text.replace(/[^\p{L}\p{N}/]/gu, ''));
  if (words.some((word) => SUBTOTAL.test(word))) return 'subtotal';
  if (words.some((word) => TOTAL.test(word))) return 'total';
  const at = (field: ImportField) => cellAt(cells, mapping, field);
  if (SALES.test(String(at('direction') ?? '')) || SALES.test(String(at('kind') ?? ''))) return 'sales';
  const amount = amountOf(cells, mapping, unit);
  if (typeof amount === 'number' && amount < 0) return 'negative_unlinked';
  const described = (
    ['supplierName', 'businessNumber', 'item', 'contractDate', 'paymentDate', 'contractNumber'] as const
  ).some((field) => textOfCell(at(field)) !== null);
  return typeof amount === 'number' && !described ? 'subtotal' : null;
}

function isHeadingRow(cells: readonly ImportCell[], mapping: ImportMapping): boolean {
  const repeated = (Object.keys(mapping) as ImportField[]).filter((field) => {
    const cell = cellAt(cells, mapping, field);
    return typeof cell === 'string' && isKnownHeading(field, cell);
  });
  return repeated.length >= 2;
}

function duplicateOf(
  values: ImportValues,
  context: ImportContext,
  seenNumbers: ReadonlyMap<string, number>,
  seenKeys: ReadonlyMap<string, number>,
): Pick<ImportVerdict, 'class' | 'duplicateOf'> {
  const { departmentId, contractNumber } = values;
  const number = contractNumber === null ? null : contractNumberKey(contractNumber);
  const earlier = number === null ? undefined : seenNumbers.get(`${departmentId}|${number}`);
  if (earlier !== undefined) return { class: 'duplicate_in_file', duplicateOf: earlier };
  if (number !== null && context.ledgerHasContractNumber(departmentId, number))
    return { class: 'duplicate_in_ledger', duplicateOf: null };
  const key = duplicateKey(values);
  const twin = seenKeys.get(`${departmentId}|${key}`);
  if (twin !== undefined) return { class: 'probable_duplicate', duplicateOf: twin };
  return {
    class: context.ledgerHasDuplicate(departmentId, key) ? 'probable_duplicate' : 'purchase',
    duplicateOf: null,
  };
}

function remember(
  values: ImportValues,
  rowNumber: number,
  seenNumbers: Map<string, number>,
  seenKeys: Map<string, number>,
): void {
  const key = `${values.departmentId}|${duplicateKey(values)}`;
  if (!seenKeys.has(key)) seenKeys.set(key, rowNumber);
  if (values.contractNumber !== null)
    seenNumbers.set(`${values.departmentId}|${contractNumberKey(values.contractNumber)}`, rowNumber);
}
