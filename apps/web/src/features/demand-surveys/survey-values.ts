import { MAX_PLANNED_PURCHASES, isRefusal, parseKrw, type SurveyAnswer } from '@ieum/domain';
import type { Survey, SurveyAnswerBody } from './api';

export interface PlannedRow {
  readonly item: string;
  readonly amountKrw: number | null;
  /** '1'..'12'; '' = not yet known */
  readonly month: string;
}

/** What the form holds: rows may be half written, empty ones at the end invite to go on. */
export interface SurveyValues {
  readonly plannedPurchases: PlannedRow[];
  readonly wishedTargetKrw: number | null;
  readonly wishedMallTargetKrw: number | null;
}

export const EMPTY_ROW: PlannedRow = { item: '', amountKrw: null, month: '' };

export function valuesOf(survey: Survey): SurveyValues {
  const rows = survey.plannedPurchases.map(({ item, amountKrw, month }) => ({
    item,
    amountKrw,
    month: month === null ? '' : String(month),
  }));
  return {
    plannedPurchases: rows.length === 0 ? [EMPTY_ROW, EMPTY_ROW, EMPTY_ROW] : rows,
    wishedTargetKrw: survey.wishedTargetKrw,
    wishedMallTargetKrw: survey.wishedMallTargetKrw,
  };
}

/** The answer as the rules and the API know it; rows without any entry are left out. */
export function answerOf(values: SurveyValues): SurveyAnswer & SurveyAnswerBody {
  return {
    plannedPurchases: values.plannedPurchases
      .filter((row) => !isEmptyRow(row))
      .map(({ item, amountKrw, month }) => ({
        item: item.trim().normalize('NFC'),
        amountKrw: amountKrw ?? 0,
        month: month === '' ? null : Number(month),
      })),
    wishedTargetKrw: values.wishedTargetKrw,
    wishedMallTargetKrw: values.wishedMallTargetKrw,
  };
}

export function isEmptyRow(row: PlannedRow): boolean {
  return row.item.trim() === '' && row.amountKrw === null;
}

/** Σ of what is written so far, in won. */
export function plannedSum(rows: readonly PlannedRow[]): number {
  return rows.reduce((sum, row) => sum + (row.amountKrw ?? 0), 0);
}

/**
 * Rows copied from a spreadsheet: item, amount, month by columns. Null when it is a single text, which is pasted
 * as usual. What cannot be read stays empty, so that the form asks for it.
 */
export function pastedRows(text: string): PlannedRow[] | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const rows = lines.filter((line) => line.trim() !== '').slice(0, MAX_PLANNED_PURCHASES);
  if (rows.length < 2 && !text.includes('\t')) return null;
  return rows.map((line) => {
    const [item = '', amount = '', month = ''] = line.split('\t').map((cell) => cell.trim());
    const read = parseKrw(amount);
    const number = /^\d{1,2}/.exec(month)?.[0] ?? '';
    return {
      item: item.slice(0, 200),
      amountKrw: isRefusal(read) || read <= 0 ? null : read,
      month: Number(number) >= 1 && Number(number) <= 12 ? String(Number(number)) : '',
    };
  });
}

/** Tells whether something kept by the browser is still a form of this shape. */
export function isSurveyValues(value: unknown): value is SurveyValues {
  if (typeof value !== 'object' || value === null || !('plannedPurchases' in value)) return false;
  const { plannedPurchases: rows } = value;
  const hasWishes = 'wishedTargetKrw' in value && 'wishedMallTargetKrw' in value;
  return (
    hasWishes &&
    Array.isArray(rows) &&
    rows.every((row: unknown) => typeof row === 'object' && row !== null && 'item' in row && 'month' in row)
  );
}
