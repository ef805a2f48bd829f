import { writeXlsxStream } from 'hucre/xlsx';

/**
 * A finance ledger as offices keep it, made by rule from the row's index, with what has to come of it worked out here
 * and not by the application: sales rows, subtotals, a total, negatives without a link, repeated headings, blank rows,
 * impossible days, the same contract twice, probable twins, amounts and days in many spellings.
 */
export interface FinanceSheet {
  readonly rows: readonly (readonly SheetValue[])[];
  /** row numbers (1 = first row) by class */
  readonly expected: ReadonlyMap<string, readonly number[]>;
  /** won by `scheme|department|month` of the rows that are purchases */
  readonly totals: ReadonlyMap<string, number>;
}

type SheetValue = string | number | Date | null;

export interface SheetSupplier {
  readonly name: string;
  readonly number: string | null;
  /** schemes that its purchases count for, whatever the channel */
  readonly schemes: readonly string[];
}

export const HEADINGS = [
  '매입매출구분',
  '계약번호',
  '계약일자',
  '부서명',
  '거래처명',
  '사업자등록번호',
  '적요',
  '구분',
  '구매방법',
  '합계금액(원)',
  '비고',
];
interface Options {
  readonly count: number;
  readonly departments: readonly string[];
  readonly suppliers: readonly SheetSupplier[];
  /** days as dates and amounts as numbers now and then, as a workbook holds them */
  readonly typed?: boolean;
}

export function financeSheet({ count, departments, suppliers, typed = false }: Options): FinanceSheet {
  const rows: SheetValue[][] = [['2016년 지출 내역'], [], [...HEADINGS]];
  const expected = new Map<string, number[]>();
  const totals = new Map<string, number>();
  const put = (rowClass: string, cells: SheetValue[]) => {
    rows.push(cells);
    expected.set(rowClass, [...(expected.get(rowClass) ?? []), rows.length]);
  };
  for (let index = 0; index < count; index++) {
    const facts = factsOf(index, departments, suppliers);
    const cells = cellsOf(index, facts, typed);
    const rowClass = classOf(index, count);
    if (rowClass === 'purchase') {
      for (const scheme of facts.schemes) {
        const key = `${scheme}|${facts.department}|${facts.month}`;
        totals.set(key, (totals.get(key) ?? 0) + facts.amountKrw);
      }
      put(rowClass, cells);
    } else {
      put(
        rowClass,
        spoiled(
          rowClass,
          cells,
          index,
          cellsOf(index - 1, factsOf(index - 1, departments, suppliers), typed),
        ),
      );
    }
  }
  return { rows, expected, totals };
}

function classOf(index: number, count: number): string {
  if (index === count - 1) return 'total';
  if (index % 100 === 99) return 'subtotal';
  if (index % 500 === 250) return 'heading';
  const by50: Record<number, string> = {
    10: 'sales',
    20: 'negative_unlinked',
    30: 'blank',
    40: 'duplicate_in_file',
    45: 'probable_duplicate',
    48: 'invalid',
  };
  return by50[index % 50] ?? 'purchase';
}

function factsOf(index: number, departments: readonly string[], suppliers: readonly SheetSupplier[]) {
  const supplier = suppliers[index % suppliers.length] ?? { name: '', number: null, schemes: [] };
  const isMall = index % 7 === 3;
  const month = 1 + (index % 12);
  return {
    supplier,
    isMall,
    month,
    day: `2016-${String(month).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    department: departments[index % departments.length] ?? '',
    // Different in every row, so that only the rows meant to be twins are.
    amountKrw: 1_000 * (index + 11),
    schemes: [...supplier.schemes, ...(isMall ? ['hamkke_nuri_mall'] : [])],
    // The twin of a probable duplicate has no number either.
    number: [44, 45].includes(index % 50) ? null : `제2016-${index}호`,
  };
}

function cellsOf(index: number, facts: ReturnType<typeof factsOf>, typed: boolean): SheetValue[] {
  return [
    '매입',
    facts.number,
    spelledDay(index, facts.day, typed),
    facts.department,
    facts.supplier.name,
    facts.supplier.number,
    `헤어샾 현수막 제작, ${index}번`,
    '물품',
    facts.isMall ? '함께누리몰' : '계약',
    spelledAmount(index, facts.amountKrw, typed),
    null,
  ];
}

function spelledDay(index: number, day: string, typed: boolean): SheetValue {
  const [year = '', month = '', date = ''] = day.split('-');
  const spellings = [
    typed ? new Date(`${day}T00:00:00Z`) : day,
    `${year}.${Number(month)}.${Number(date)}`,
    `${year}/${month}/${date}`,
    `${year}년 ${Number(month)}월 ${Number(date)}일`,
    day.replaceAll('-', ''),
  ];
  return spellings[index % spellings.length] ?? day;
}

function spelledAmount(index: number, amountKrw: number, typed: boolean): SheetValue {
  const separated = amountKrw.toLocaleString('en-US');
  const spellings = [separated, typed ? amountKrw : String(amountKrw), `${separated}원`, ` ${separated} `];
  return spellings[index % spellings.length] ?? separated;
}

/** The row as it stands in such ledgers when it is no purchase. @param earlier the row before */
function spoiled(rowClass: string, cells: SheetValue[], index: number, earlier: SheetValue[]): SheetValue[] {
  const changed = [...cells];
  const set = (heading: number, value: SheetValue) => (changed[heading] = value);
  switch (rowClass) {
    case 'total':
    case 'subtotal':
      return [
        null,
        null,
        null,
        null,
        rowClass === 'total' ? '합  계' : '소 계',
        null,
        null,
        null,
        null,
        '99,000,000',
        null,
      ];
    case 'heading':
      return [...HEADINGS];
    case 'blank':
      return [];
    case 'sales':
      set(0, '매출');
      return changed;
    case 'negative_unlinked':
      set(9, ['-120,000', '△120,000', '(120,000)'][index % 3] ?? null);
      return changed;
    case 'duplicate_in_file':
      set(1, earlier[1] ?? null);
      set(3, earlier[3] ?? null);
      return changed;
    case 'probable_duplicate':
      return [...earlier];
    default:
      set(2, '2016-02-30');
      return changed;
  }
}

export function asCsv(rows: FinanceSheet['rows']): string {
  return rows.map((cells) => cells.map(csvField).join(',')).join('\r\n');
}

function csvField(value: SheetValue): string {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export async function asXlsx(rows: Iterable<readonly SheetValue[]>): Promise<Buffer> {
  const values = function* () {
    for (const row of rows) yield [...row];
  };
  const stream = writeXlsxStream(values(), { name: '지출' });
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Row numbers of a summary's ranges. */
export function numbersIn(ranges: Iterable<{ from: number; to: number }>): number[] {
  return [...ranges].flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
}
