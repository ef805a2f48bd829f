import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { Refused } from '../src/common/refused';
import { readSheet, SHEET_LIMITS } from '../src/common/sheets/sheet-reader';
import type { SheetRow } from '../src/common/sheets/sheet-message';
import { encodeCp949 } from './support/cp949';
import { asXlsx } from './support/finance-sheet';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(
  format: 'csv' | 'xlsx',
  content: Buffer | string,
  limits = SHEET_LIMITS,
): Promise<SheetRow[]> {
  const path = join(folder, `sheet.${format}`);
  await writeFile(path, content);
  const rows: SheetRow[] = [];
  for await (const portion of readSheet(path, format, new AbortController().signal, limits))
    rows.push(...portion);
  return rows;
}

async function refusalOf(
  format: 'csv' | 'xlsx',
  content: Buffer | string,
  limits = SHEET_LIMITS,
): Promise<string> {
  const failure: unknown = await read(format, content, limits).catch((reason: unknown) => reason);
  expect(failure).toBeInstanceOf(Refused);
  return failure instanceof Refused
    ? `${failure.refusal.code} ${String(failure.refusal.details?.['reason'] ?? '')}`
    : '';
}

describe('a .csv', () => {
  it.each([
    ['utf-8', Buffer.from('이름,금액\n노란들판,"1,000"')],
    ['utf-8 with a mark', Buffer.from('\uFEFF이름,금액\r\n노란들판,"1,000"\r\n')],
    ['cp949', encodeCp949('이름,금액\n노란들판,"1,000"\n')],
    ['utf-16', Buffer.from('\uFEFF이름\t금액\n노란들판\t"1,000"\n', 'utf16le')],
  ])('in %s is read alike', async (_, content) => {
    expect(await read('csv', content)).toEqual([
      { rowNumber: 1, cells: ['이름', '금액'] },
      { rowNumber: 2, cells: ['노란들판', '1,000'] },
    ]);
  });

  it('keeps syllables that only cp949 has', async () => {
    // 갂 is the first of them and 힣 the last: every other place follows from their order.
    const content = Buffer.from(
      '8141 2c 8c63 2c 94ee 2c c652 2c b0a1 2c c8fe 2c a2e6'.replaceAll(' ', ''),
      'hex',
    );
    expect(await read('csv', content)).toEqual([
      { rowNumber: 1, cells: ['갂', '똠', '뷁', '힣', '가', '힝', '€'] },
    ]);
    expect(encodeCp949('똠방각하')).toEqual(Buffer.from('8c63b9e6b0a2c7cf', 'hex'));
    expect(await refusalOf('csv', Buffer.from('c653', 'hex'))).toBe('FILE_UNREADABLE encoding');
    expect(await refusalOf('csv', Buffer.from('b0', 'hex'))).toBe('FILE_UNREADABLE encoding');
  });

  it('has quotes, line breaks in cells, blank lines and empty ends', async () => {
    expect(await read('csv', 'a,"b ""c""\nd",\n\n"",e"f,\n"open')).toEqual([
      { rowNumber: 1, cells: ['a', 'b "c"\nd'] },
      { rowNumber: 2, cells: [] },
      { rowNumber: 3, cells: [null, 'e"f'] },
      { rowNumber: 4, cells: ['open'] },
    ]);
  });

  it('with bytes of no known writing is refused', async () => {
    expect(await refusalOf('csv', Buffer.from([0x41, 0x2c, 0xff, 0xff, 0x0a]))).toBe(
      'FILE_UNREADABLE encoding',
    );
  });

  it('that is empty has no rows', async () => {
    expect(await read('csv', '')).toEqual([]);
  });

  it('shows NUL as the mark of lost letters and cuts endless cells', async () => {
    const [row] = await read('csv', `a\0b,${'x'.repeat(32_767)}`);
    expect(row?.cells).toEqual(['a\uFFFDb', 'x'.repeat(SHEET_LIMITS.cellLength)]);
  });

  it('beyond the limits is refused, and portions before it are given', async () => {
    const limits = { ...SHEET_LIMITS, rows: 1_000 };
    const text = 'a,b\n'.repeat(1_001);
    expect(await refusalOf('csv', text, limits)).toBe('IMPORT_TOO_MANY_ROWS ');
    expect(await read('csv', 'a,b\n'.repeat(1_000), limits)).toHaveLength(1_000);
    expect(await refusalOf('csv', 'x,'.repeat(300) + 'x')).toBe('FILE_UNREADABLE columns');
  });
});

describe('a cell', () => {
  it('carries no more marks on a letter than a script needs: normalising a pile takes minutes', async () => {
    const [row] = await read('csv', `이름,a${'\u0301\u0323'.repeat(500)}\n`);
    expect(row?.cells).toEqual(['이름', `a${'\u0301\u0323'.repeat(15)}`]);
  });
});

describe('an .xlsx', () => {
  it('gives days as text, numbers as numbers and formulas as what they are', async () => {
    const content = await asXlsx([
      ['=1+1', 12.5, new Date('2016-03-15T00:00:00Z'), null],
      [null, null, '끝'],
    ]);
    expect(await read('xlsx', content)).toEqual([
      { rowNumber: 1, cells: ['=1+1', 12.5, '2016-03-15'] },
      { rowNumber: 2, cells: [null, null, '끝'] },
    ]);
  });

  it.each([
    ['text', Buffer.from('no workbook'), 'FILE_UNREADABLE zip'],
    ['nothing', Buffer.alloc(0), 'FILE_UNREADABLE zip'],
    ['a zip of something else', zipOf('readme.txt', Buffer.from('hello')), 'FILE_UNREADABLE content'],
    ['a bomb', zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(100 * 1024 * 1024)), 'FILE_TOO_LARGE inflated'],
    ['a cut file', Buffer.from('PK\u0003\u0004'), 'FILE_UNREADABLE zip'],
  ])('that is %s is refused', async (_, content, expected) => {
    expect(await refusalOf('xlsx', content)).toBe(expected);
  });

  it('is read no faster than it is taken', async () => {
    const path = join(folder, 'long.csv');
    await writeFile(path, 'a,b,c\n'.repeat(100_000));
    const portions = readSheet(path, 'csv', new AbortController().signal);
    const first = await portions.next();
    expect(first.done === true ? 0 : first.value.length).toBeLessThanOrEqual(1_000);
    await portions.return(undefined);
    expect(await portions.next()).toEqual({ done: true, value: undefined });
  });

  it('stops when the work is called off', async () => {
    const path = join(folder, 'stopped.csv');
    await writeFile(path, 'a,b,c\n'.repeat(10_000));
    const stop = new AbortController();
    const portions = readSheet(path, 'csv', stop.signal);
    await portions.next();
    stop.abort();
    await expect(portions.next()).rejects.toThrow('abort');
  });
});

/** A zip of one entry. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}
