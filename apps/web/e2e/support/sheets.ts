import { writeXlsxStream } from 'hucre/xlsx';

type Cells = readonly (string | number | null)[];

/** A month of a finance system with what such files hold besides purchases; row numbers begin with 1. */
export function financeSheet(prefix: string): Cells[] {
  return [
    ['매입매출구분', '계약번호', '계약일자', '거래처명', '적요', '합계금액(원)'],
    ['매입', `${prefix}-1`, '2026-08-03', '노란들판', '현수막 제작', '1,200,000'],
    ['매입', `${prefix}-2`, '2026.9.7', '노란들판', '배너 제작', '800000'],
    ['매출', `${prefix}-3`, '2026-08-10', '노란들판', '주차장 사용료', '500,000'],
    [null, null, null, '소 계', null, '2,000,000'],
    ['매입', `${prefix}-4`, '2026-08-11', '노란들판', '현수막 취소', '-120,000'],
    ['매입', `${prefix}-1`, '2026-08-03', '노란들판', '현수막 제작', '1,200,000'],
    ['매입', `${prefix}-5`, '2026-02-30', '노란들판', '행사 부스', '700,000'],
    ['매입', `${prefix}-6`, '2026년 9월 15일', '노란들판', '헤어샾 간판 정비', '330,000원'],
    [null, null, null, '합  계', null, '3,030,000'],
  ];
}

/** What of it is a purchase. */
export const FINANCE_SHEET_KRW = 2_330_000;

export async function asXlsx(rows: readonly Cells[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const values = function* () {
    for (const row of rows) yield [...row];
  };
  for await (const part of writeXlsxStream(values(), { name: '지출' })) parts.push(part);
  return Buffer.concat(parts);
}

/** A .csv as a Korean office saves it. */
export function asCp949(rows: readonly Cells[]): Buffer {
  const text = rows.map((cells) => cells.map((cell) => `"${cell ?? ''}"`).join(',')).join('\r\n');
  const codes = syllableCodes();
  const bytes = [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? [code] : (codes.get(letter) ?? []);
  });
  return Buffer.from(bytes);
}

/** The platform only decodes, and only the older part of the code (KS X 1001): turned round, with one of the rest. */
function syllableCodes(): Map<string, readonly number[]> {
  const codes = new Map<string, readonly number[]>([['샾', [0x98, 0xde]]]);
  const decoder = new TextDecoder('euc-kr');
  for (let lead = 0xb0; lead <= 0xc8; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return codes;
}
