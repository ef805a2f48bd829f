import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';

/**
 * Private channels: what may be written down of a B2B link, of a month of a shop, of a market day. They add to programme
 * indicators and never to public purchase achievement.
 */

const invalid = (field: string): Refusal => refusal('CHANNEL_INVALID', { field });

/** @returns CHANNEL_INVALID with the field: a day that has not come, or an amount of nothing */
export function b2bLinkRefusal(facts: {
  readonly today: Day;
  readonly linkedOn: Day;
  readonly amountKrw: number;
}): Refusal | null {
  if (facts.linkedOn > facts.today) return invalid('linkedOn');
  return facts.amountKrw > 0 ? null : invalid('amountKrw');
}

/** @param period the first day of the month that the sales are of; @returns CHANNEL_INVALID with the field */
export function shopSaleRefusal(facts: {
  readonly today: Day;
  readonly period: Day;
  readonly periodTaken: boolean;
}): Refusal | null {
  const { today, period, periodTaken } = facts;
  return !period.endsWith('-01') || period > today || periodTaken ? invalid('period') : null;
}

export interface MarketParticipant {
  readonly supplierName: string;
  /** null: not known */
  readonly salesKrw: number | null;
}

/** A market may be planned; what it sold is known once it has begun. @returns CHANNEL_INVALID with the field */
export function marketDayRefusal(facts: {
  readonly today: Day;
  readonly heldOn: Day;
  readonly lastOn: Day | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly officialSalesKrw: number | null;
  readonly participants: readonly MarketParticipant[];
}): Refusal | null {
  const { today, heldOn, lastOn, opensAt, closesAt, officialSalesKrw, participants } = facts;
  if (lastOn !== null && lastOn < heldOn) return invalid('lastOn');
  if ((opensAt === null) !== (closesAt === null)) return invalid(opensAt === null ? 'opensAt' : 'closesAt');
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) return invalid('closesAt');
  if (heldOn > today && officialSalesKrw !== null) return invalid('officialSalesKrw');
  const names = participants.map((one) => one.supplierName.trim());
  if (new Set(names).size < names.length) return invalid('participants');
  return heldOn > today && participants.some((one) => one.salesKrw !== null) ? invalid('participants') : null;
}

export interface MarketDaySales {
  /** the participants' sales; null while none of them is known */
  readonly participantsKrw: number | null;
  /** what counts: the rows when there are any, or else the stated figure */
  readonly countedKrw: number | null;
  /** stated less rows, when both are known and differ */
  readonly differenceKrw: number | null;
}

export function marketDaySales(
  officialSalesKrw: number | null,
  participants: readonly Pick<MarketParticipant, 'salesKrw'>[],
): MarketDaySales {
  const known = participants.flatMap(({ salesKrw }) => salesKrw ?? []);
  const participantsKrw = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
  const difference =
    officialSalesKrw === null || participantsKrw === null ? 0 : officialSalesKrw - participantsKrw;
  return {
    participantsKrw,
    countedKrw: participantsKrw ?? officialSalesKrw,
    differenceKrw: difference === 0 ? null : difference,
  };
}
