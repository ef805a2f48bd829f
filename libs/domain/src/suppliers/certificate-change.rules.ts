import { addDays, type Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import type { CertificateFacts } from './certificate.rules';

/**
 * The job that looks for purchases whose counting a changed certificate touches. Suppliers put it on the queue, the
 * ledger registers what it does; its payload is that of `RecountPayload`.
 */
export const FIND_PURCHASES_TO_RECOUNT = 'find-purchases-to-recount';
export interface RecountPayload {
  readonly supplierId: string;
  readonly certificationId: string;
}

/** Both ends inclusive; `to` null = without end. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day | null;
}

/** The days on which a certificate holds; null when it holds on none. */
function daysHeld(certificate: CertificateFacts | null): DayRange | null {
  if (certificate === null || !certificate.verified) return null;
  const { validFrom, validUntil, revokedOn } = certificate;
  const lastBeforeRevocation = revokedOn === null ? null : addDays(revokedOn, -1);
  const to = earlier(validUntil, lastBeforeRevocation);
  return to !== null && to < validFrom ? null : { from: validFrom, to };
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}

/**
 * The days on which the answer to "does it hold?" differs between two states of one certificate, at most two ranges in
 * order. null = there is no such certificate (before it came, or after it ended for good). Another type differs on all
 * days of both.
 */
export function certificateDaysThatDiffer(
  before: CertificateFacts | null,
  after: CertificateFacts | null,
): DayRange[] {
  const [a, b] = [daysHeld(before), daysHeld(after)];
  if (a === null || b === null) return [a, b].filter((range) => range !== null);
  if (before?.type !== after?.type || isApart(a, b)) return inOrder([a, b]);
  const ranges: DayRange[] = [];
  if (a.from !== b.from) {
    const [first, second] = a.from < b.from ? [a, b] : [b, a];
    ranges.push({ from: first.from, to: addDays(second.from, -1) });
  }
  if (a.to !== b.to) {
    const last = earlier(a.to, b.to);
    if (last !== null) ranges.push({ from: addDays(last, 1), to: later(a.to, b.to) });
  }
  return ranges;
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return null;
  return a < b ? b : a;
}

function isApart(a: DayRange, b: DayRange): boolean {
  return (a.to !== null && a.to < b.from) || (b.to !== null && b.to < a.from);
}

function inOrder(ranges: readonly DayRange[]): DayRange[] {
  return [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Does the change reach a day on which purchases may have been counted already, today included? */
export function reachesCountedDays(
  before: CertificateFacts | null,
  after: CertificateFacts | null,
  today: Day,
): boolean {
  return certificateDaysThatDiffer(before, after).some((range) => range.from <= today);
}

/** What became of an entry in the register: waiting for verification, standing, or ended in one of three ways. */
export const CERTIFICATE_ENTRY_STATES = ['waiting', 'verified', 'replaced', 'refused', 'withdrawn'] as const;
export type CertificateEntryState = (typeof CERTIFICATE_ENTRY_STATES)[number];

export interface CertificateEntryFacts {
  readonly verified: boolean;
  readonly replaced: boolean;
  readonly refused: boolean;
  readonly withdrawn: boolean;
}

export function certificateEntryStateOf(entry: CertificateEntryFacts): CertificateEntryState {
  if (entry.refused) return 'refused';
  if (entry.withdrawn) return 'withdrawn';
  if (entry.replaced) return 'replaced';
  return entry.verified ? 'verified' : 'waiting';
}

export type CertificateAction = 'correct' | 'propose' | 'revoke' | 'reinstate' | 'verify';

/**
 * May this be done with the entry now? Correcting and verifying need one that stands or waits; a change that an
 * enterprise proposes, a revocation and taking it back need a verified one.
 * @returns CERTIFICATE_STATE {state} or null
 */
export function certificateActionRefusal(
  entry: { readonly state: CertificateEntryState; readonly revokedOn: Day | null },
  action: CertificateAction,
): Refusal | null {
  const { state, revokedOn } = entry;
  const fits = {
    correct: state === 'waiting' || state === 'verified',
    propose: state === 'verified' && revokedOn === null,
    revoke: state === 'verified' && revokedOn === null,
    reinstate: state === 'verified' && revokedOn !== null,
    verify: state === 'waiting',
  }[action];
  return fits
    ? null
    : refusal('CERTIFICATE_STATE', {
        state: state === 'verified' && revokedOn !== null ? 'revoked' : state,
      });
}

/** So many certificates of one enterprise may wait: more than anybody holds, fewer than would bury the queue. */
export const MAX_WAITING_CERTIFICATES = 20;

/**
 * May the enterprise hand in another certificate, or another change of one, while so many wait?
 * @returns CERTIFICATES_WAITING {max} or null
 */
export function waitingCertificatesRefusal(waiting: number): Refusal | null {
  return waiting < MAX_WAITING_CERTIFICATES
    ? null
    : refusal('CERTIFICATES_WAITING', { max: MAX_WAITING_CERTIFICATES });
}
