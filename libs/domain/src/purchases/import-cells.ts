import { dayOf, isDay, type Day } from '../calendar/day';
import { parseKrw, type MoneyUnit } from '../money/units';
import { isRefusal } from '../refusal';
import { comparisonKey, tidyLine } from '../text/hangul';
import type { Channel, ProcurementMethod, PurchaseKind } from './vocabulary';

/** What a sheet's cell holds; a Date carries its day in UTC, as spreadsheet readers give it. */
export type ImportCell = string | number | boolean | Date | null;

/** A cell that could not be read, as against an empty one (null). */
export const UNREADABLE = 'unreadable';
export type Unreadable = typeof UNREADABLE;

/** Excel counts days from 1899-12-30 (serials from 61 on); only 1954..2199 is taken for a date. */
const SERIAL_ORIGIN = Date.UTC(1899, 11, 30);
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 109_938];

export function textOfCell(cell: ImportCell): string | null {
  if (cell === null) return null;
  if (cell instanceof Date) return dayOfDate(cell);
  const text = tidyLine(String(cell));
  return text === '' ? null : text;
}

/**
 * Won of a cell. Thousands separators, (1,000), △1,000, −1,000 and 1,000- are read, "-" alone is empty as ledgers
 * write zero; a number that is no whole won is unreadable.
 */
export function krwOfCell(cell: ImportCell, unit: MoneyUnit = 'won'): number | null | Unreadable {
  if (cell === null || typeof cell === 'boolean' || cell instanceof Date)
    return cell === null ? null : UNREADABLE;
  const text = typeof cell === 'number' ? decimalText(cell) : cell.normalize('NFKC').replace(/[\s₩\\]/gu, '');
  if (text === '' || /^[-−–—]$/u.test(text)) return null;
  const bracketed = /^\(([^()]+)\)(원|천원)?$/u.exec(text);
  const trailing = /^([\d.,]+)[-−]$/u.exec(text);
  const plain =
    bracketed !== null
      ? `-${bracketed[1] ?? ''}${bracketed[2] ?? ''}`
      : trailing !== null
        ? `-${trailing[1] ?? ''}`
        : text;
  const won = parseKrw(plain, unit);
  return isRefusal(won) ? UNREADABLE : won;
}

/** Day of a cell: 2016-03-05, 2016.3.5, 2016/3/5, 2016년 3월 5일, 16.3.5, 20160305 or an Excel serial. */
export function dayOfCell(cell: ImportCell): Day | null | Unreadable {
  if (cell === null) return null;
  if (cell instanceof Date) return dayOfDate(cell) ?? UNREADABLE;
  if (typeof cell === 'boolean') return UNREADABLE;
  if (typeof cell === 'number') return dayOfNumber(cell);
  const text = cell.normalize('NFKC').trim();
  if (text === '' || text === '-') return null;
  if (/^\d+(\.0+)?$/u.test(text)) return dayOfNumber(Number(text));
  const match =
    /^(\d{4}|\d{2})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?(?:[T\s]+\d{1,2}:\d{2}.*)?$/u.exec(
      text,
    );
  if (match === null) return UNREADABLE;
  const year = match[1]?.length === 2 ? 2000 + Number(match[1]) : Number(match[1]);
  return dayOf(year, Number(match[2]), Number(match[3])) ?? UNREADABLE;
}

/** 물품, 용역, 공사, 민간위탁; null when the word says something else. */
export function kindOfWord(text: string): PurchaseKind | null {
  const key = comparisonKey(text);
  if (key.includes('위탁')) return 'outsourcing';
  if (key.includes('용역')) return 'services';
  if (key.includes('공사')) return 'works';
  return key.includes('물품') || key.includes('제품') ? 'goods' : null;
}

/** How it was bought; null when the word says something else. */
export function channelOfWord(text: string): Channel | null {
  const key = comparisonKey(text);
  if (key.includes('누리몰')) return 'hamkke_nuri_mall';
  if (key.includes('카드')) return 'card';
  if (key.includes('일상경비') || key.includes('소액')) return 'petty_expense';
  if (key.includes('위탁')) return 'outsourcing';
  if (key.includes('간접')) return 'indirect';
  if (key === '기타') return 'other';
  return key.includes('계약') || key.includes('수의') ? 'contract' : null;
}

/** 일반, 제한, 지명, 수의; 수의계약 without a word about quotations is the single-quotation kind (ref_g2b_contract_methods). */
export function methodOfWord(text: string): ProcurementMethod | null {
  const key = comparisonKey(text);
  if (key.includes('수의'))
    return /2인|복수|비교|둘이상/u.test(key) ? 'direct_two_quotes' : 'direct_single_quote';
  if (key.includes('제한')) return 'restricted_competition';
  if (key.includes('지명')) return 'nominated_competition';
  return key.includes('일반') || key.includes('공개') ? 'open_competition' : null;
}

function dayOfNumber(value: number): Day | Unreadable {
  const whole = Math.floor(value);
  if (whole >= FIRST_SERIAL && whole <= LAST_SERIAL) {
    return new Date(SERIAL_ORIGIN + whole * 86_400_000).toISOString().slice(0, 10);
  }
  if (whole !== value || whole < 19_000_101 || whole > 21_991_231) return UNREADABLE;
  return dayOf(Math.floor(whole / 10_000), Math.floor(whole / 100) % 100, whole % 100) ?? UNREADABLE;
}

function dayOfDate(date: Date): Day | null {
  if (Number.isNaN(date.getTime())) return null;
  const day = date.toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}

/** A double that stands for few decimals as text; sums like 0.1 + 0.2 are cut to the 6th decimal. */
function decimalText(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return 'x';
  return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/0+$/, '').replace(/\.$/, '');
}
