import { yearOf, type Day } from '../calendar/day';
import type { MoneyUnit } from '../money/units';
import { isRefusal } from '../refusal';
import { parseBusinessNumber } from '../text/business-number';
import { textHazard } from '../text/text-hazards';
import { purchaseInputRefusal, type PurchaseInput } from './entry.rules';
import {
  channelOfWord,
  dayOfCell,
  kindOfWord,
  krwOfCell,
  methodOfWord,
  textOfCell,
  UNREADABLE,
  type ImportCell,
} from './import-cells';
import type { ImportField, ImportMapping } from './import-columns';
import type { Channel, PurchaseKind } from './vocabulary';

export const IMPORT_PROBLEMS = [
  'missing',
  'unreadable',
  'zero',
  'too_large',
  'too_long',
  'unknown_department',
  'hazardous_text',
  'wrong_number',
  'unknown_word',
  'outside_fiscal_year',
  'period_closed',
  'period_submitted',
  'department_not_valid',
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

export interface ImportProblem {
  readonly field: ImportField;
  readonly code: ImportProblemCode;
}

export interface ImportValues extends PurchaseInput {
  readonly departmentId: string;
  readonly budgetObjectCode: string | null;
  readonly note: string | null;
}

export type WrittenSupplier = Pick<PurchaseInput, 'supplierName' | 'businessNumber'>;
export type PlacementProblem = 'period_closed' | 'period_submitted' | 'department_not_valid';

export interface ImportContext {
  readonly fiscalYear: number;
  readonly amountUnit: MoneyUnit;
  readonly defaultKind: PurchaseKind;
  readonly defaultChannel: Channel;
  /** id of the department of that name, or for a sheet or cell without one (null) the importing department */
  readonly departmentIdOf: (name: string | null) => string | null;
  /** the registered supplier that is meant, under its registered name and number; null = stays as written */
  readonly registeredSupplier: (written: WrittenSupplier) => WrittenSupplier | null;
  /** why nothing may be written for the department at this time (its quarter, its validity), or null */
  readonly placementProblem: (
    departmentId: string,
    dates: Pick<PurchaseInput, 'contractDate' | 'paymentDate'>,
  ) => PlacementProblem | null;
  /** does the ledger hold this contract number (contractNumberKey) for the department this year */
  readonly ledgerHasContractNumber: (departmentId: string, key: string) => boolean;
  /** does the ledger hold a purchase with this duplicateKey for the department */
  readonly ledgerHasDuplicate: (departmentId: string, key: string) => boolean;
}

const FREE_TEXT_LIMITS = { budgetObjectCode: 40, note: 1_000 } as const;

export interface RowReading {
  readonly values: ImportValues | null;
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportProblem[];
}

/** Reads a row that looks like a purchase: what would be written, or every problem at once. */
export function readRow(
  cells: readonly ImportCell[],
  mapping: ImportMapping,
  context: ImportContext,
): RowReading {
  const problems: ImportProblem[] = [];
  const notes: ImportProblem[] = [];
  const text = (field: ImportField) => textOfCell(cellAt(cells, mapping, field));
  const day = (field: 'contractDate' | 'paymentDate') =>
    readDay(cellAt(cells, mapping, field), field, problems, context, notes);
  const departmentId = context.departmentIdOf(text('departmentName'));
  if (departmentId === null) problems.push({ field: 'departmentName', code: 'unknown_department' });
  const supplierName = text('supplierName') ?? text('businessNumber');
  if (supplierName === null) problems.push({ field: 'supplierName', code: 'missing' });
  const item = text('item');
  if (item === null) problems.push({ field: 'item', code: 'missing' });
  const [contractDate, paymentDate] = [day('contractDate'), day('paymentDate')];
  const undated = contractDate === null && paymentDate === null;
  if (undated && !problems.some((one) => one.field === 'contractDate' || one.field === 'paymentDate')) {
    problems.push({ field: 'contractDate', code: 'missing' });
  }
  const amountKrw = readAmount(amountOf(cells, mapping, context.amountUnit), problems);
  const supply = krwOfCell(cellAt(cells, mapping, 'supplyValueKrw'), context.amountUnit);
  const written = {
    supplierName: supplierName ?? '',
    businessNumber: readBusinessNumber(text('businessNumber'), notes),
  };
  const values = {
    departmentId: departmentId ?? '',
    ...(context.registeredSupplier(written) ?? written),
    item: item ?? '',
    kind: readWord('kind', text('kind'), kindOfWord, notes) ?? context.defaultKind,
    method: readWord('method', text('method'), methodOfWord, notes),
    channel: readWord('channel', text('channel'), channelOfWord, notes) ?? context.defaultChannel,
    contractNumber: text('contractNumber'),
    contractDate,
    paymentDate,
    amountKrw: amountKrw ?? 0,
    supplyValueKrw: typeof supply === 'number' && supply > 0 ? supply : null,
    budgetObjectCode: readFree('budgetObjectCode', text('budgetObjectCode'), problems),
    note: readFree('note', text('note'), problems),
  };
  if (problems.length === 0) addRuleProblem(values, problems);
  if (problems.length === 0) addPlacementProblem(values, context, problems);
  return { values: problems.length === 0 ? values : null, problems, notes };
}

/** The rule of manual entry has the last word, so that an import writes nothing that the form would refuse. */
function addRuleProblem(values: PurchaseInput, problems: ImportProblem[]): void {
  const refused = purchaseInputRefusal(values);
  if (refused === null) return;
  const [field, rule] = [refused.details?.['field'], refused.details?.['rule']];
  const code = rule === 'too_long' ? 'too_long' : rule === 'amount' ? 'too_large' : 'hazardous_text';
  problems.push({
    field:
      field === 'supplierName' ||
      field === 'contractNumber' ||
      field === 'amountKrw' ||
      field === 'supplyValueKrw'
        ? field
        : 'item',
    code,
  });
}

function addPlacementProblem(values: ImportValues, context: ImportContext, problems: ImportProblem[]): void {
  const code = context.placementProblem(values.departmentId, values);
  if (code === null) return;
  const dated = values.contractDate === null ? 'paymentDate' : 'contractDate';
  problems.push({ field: code === 'department_not_valid' ? 'departmentName' : dated, code });
}

function readDay(
  cell: ImportCell,
  field: 'contractDate' | 'paymentDate',
  problems: ImportProblem[],
  context: ImportContext,
  notes: ImportProblem[],
): Day | null {
  const day = dayOfCell(cell);
  if (day === UNREADABLE) {
    problems.push({ field, code: 'unreadable' });
    return null;
  }
  if (day !== null && yearOf(day) !== context.fiscalYear) notes.push({ field, code: 'outside_fiscal_year' });
  return day;
}

function readFree(
  field: 'budgetObjectCode' | 'note',
  text: string | null,
  problems: ImportProblem[],
): string | null {
  if (text !== null && textHazard(text) !== null) problems.push({ field, code: 'hazardous_text' });
  else if (text !== null && text.length > FREE_TEXT_LIMITS[field]) problems.push({ field, code: 'too_long' });
  return text;
}

function readAmount(amount: number | null | typeof UNREADABLE, problems: ImportProblem[]): number | null {
  if (typeof amount === 'number' && amount !== 0) return amount;
  problems.push({
    field: 'amountKrw',
    code: amount === null ? 'missing' : amount === 0 ? 'zero' : 'unreadable',
  });
  return null;
}

function readBusinessNumber(text: string | null, notes: ImportProblem[]): string | null {
  const digits = text === null ? null : parseBusinessNumber(text);
  if (!isRefusal(digits)) return digits;
  notes.push({ field: 'businessNumber', code: 'wrong_number' });
  return null;
}

function readWord<T>(
  field: ImportField,
  text: string | null,
  read: (word: string) => T | null,
  notes: ImportProblem[],
): T | null {
  const value = text === null ? null : read(text);
  if (text !== null && value === null) notes.push({ field, code: 'unknown_word' });
  return value;
}

/** The amount with VAT; where the sheet has only supply value and VAT, their sum (both must be there). */
export function amountOf(
  cells: readonly ImportCell[],
  mapping: ImportMapping,
  unit: MoneyUnit,
): number | null | typeof UNREADABLE {
  const read = (field: ImportField) => krwOfCell(cellAt(cells, mapping, field), unit);
  if (mapping.amountKrw !== undefined) return read('amountKrw');
  const [supply, vat] = [read('supplyValueKrw'), read('vatKrw')];
  if (supply === UNREADABLE || vat === UNREADABLE) return UNREADABLE;
  return supply === null || (vat === null && mapping.vatKrw === undefined) ? null : supply + (vat ?? 0);
}

/** The cell of a field; null where the sheet has no such column or the row is short. */
export function cellAt(cells: readonly ImportCell[], mapping: ImportMapping, field: ImportField): ImportCell {
  const column = mapping[field];
  return column === undefined ? null : (cells[column] ?? null);
}
