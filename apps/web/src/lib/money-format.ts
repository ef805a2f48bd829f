import { formatKrw, MONEY_UNITS, UNIT_KRW, type MoneyUnit } from '@ieum/domain';
import { defineMessages } from './define-messages';

export const moneyMessages = defineMessages({
  ko: {
    won: '원',
    thousand_won: '천원',
    million_won: '백만원',
    hundred_million_won: '억원',
    unit: '단위',
    noTarget: '목표 없음',
    formula: '{numerator}원 ÷ {denominator}원 = {percent}%',
    formulaOfCounts: '{numerator} ÷ {denominator} = {percent}%',
    roundedHalfUp: '소수점 {decimals}자리까지 반올림',
    roundedDown: '소수점 {decimals}자리 아래 버림',
  },
  en: {
    won: 'KRW',
    thousand_won: 'thousand KRW',
    million_won: 'million KRW',
    hundred_million_won: '100 million KRW',
    unit: 'Unit',
    noTarget: 'No target',
    formula: 'KRW {numerator} ÷ KRW {denominator} = {percent} %',
    formulaOfCounts: '{numerator} ÷ {denominator} = {percent} %',
    roundedHalfUp: 'rounded half up to {decimals} decimals',
    roundedDown: 'cut off after {decimals} decimals',
  },
});

/** 억원 is read with two decimals (75.40억원), the smaller units as whole numbers. */
const UNIT_DECIMALS: Readonly<Record<MoneyUnit, number>> = {
  won: 0,
  thousand_won: 0,
  million_won: 0,
  hundred_million_won: 2,
};

/** Won shown in a unit, with separators and without the unit word; "–" for a missing amount. */
export function showKrw(amountKrw: number | null | undefined, unit: MoneyUnit = 'won'): string {
  return amountKrw === null || amountKrw === undefined
    ? '–'
    : formatKrw(amountKrw, unit, UNIT_DECIMALS[unit]);
}

/** The amount as a spreadsheet wants it: in the unit, without separators, exact. */
export function plainKrw(amountKrw: number, unit: MoneyUnit): number {
  return amountKrw / UNIT_KRW[unit];
}

export function moneyUnitFrom(text: string | null): MoneyUnit | null {
  return MONEY_UNITS.find((unit) => unit === text) ?? null;
}
