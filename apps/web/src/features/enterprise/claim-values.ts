import { isRefusal, parseBusinessNumber } from '@ieum/domain';
import { isKeptFile, type KeptFile } from './evidence-upload';
import type { ClaimableSupplier, NewClaim } from './api';

export interface ClaimValues {
  readonly note: string;
  readonly evidence: KeptFile | null;
}

export const EMPTY_CLAIM: ClaimValues = { note: '', evidence: null };

export function isClaimValues(value: unknown): value is ClaimValues {
  if (typeof value !== 'object' || value === null) return false;
  const { note, evidence } = value as Record<string, unknown>;
  return typeof note === 'string' && (evidence === null || isKeptFile(evidence));
}

/** Ten digits of what was typed; null = not a business number. */
export function numberOf(text: string): string | null {
  const digits = parseBusinessNumber(text);
  return isRefusal(digits) ? null : digits;
}

export function claimOf(supplier: ClaimableSupplier, values: ClaimValues): NewClaim {
  return {
    supplierId: supplier.supplierId,
    note: values.note.trim().normalize('NFC'),
    evidenceFileId: values.evidence?.id ?? null,
  };
}
