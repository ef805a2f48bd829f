import { refusal, type Refusal } from '../refusal';

const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5] as const;

/**
 * The ten digits of a 사업자등록번호 (org-id scheme KR-BRN). Hyphens, spaces and full-width digits are accepted; nine
 * digits are refused and never padded, since nobody can know which digit a spreadsheet dropped.
 */
export function parseBusinessNumber(text: string): string | Refusal {
  const digits = text.normalize('NFKC').replace(/[\s\-‐‑–—]/g, '');
  return /^\d{10}$/.test(digits) ? digits : refusal('BUSINESS_NUMBER_INVALID', { length: digits.length });
}

/** NNN-NN-NNNNN from ten digits. */
export function formatBusinessNumber(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}

/** The check digit fits. A warning only: numbers that are in public use fail it. */
export function businessNumberChecksumFits(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (10 - ((sum + Math.floor((Number(digits[8]) * 5) / 10)) % 10)) % 10;
  return check === Number(digits[9]);
}
