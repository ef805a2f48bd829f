import type { FairDesk, FairExhibitor, FairWish } from '../api';
import { deskName } from '../fair-texts';

/** What both sides want of one meeting; 0 = that side does not ask for it. */
export interface WishPair {
  readonly key: string;
  readonly deskId: string;
  readonly deskName: string;
  readonly exhibitorId: string;
  readonly supplierName: string;
  readonly byDesk: number;
  readonly byExhibitor: number;
}

export const sumOf = ({ byDesk, byExhibitor }: WishPair) => byDesk + byExhibitor;

/** The pairs that at least one side wants, the most wanted first. Parties that left are left out. */
export function wishPairs(
  wishes: readonly FairWish[],
  desks: readonly FairDesk[],
  exhibitors: readonly FairExhibitor[],
): readonly WishPair[] {
  const deskOf = new Map(desks.filter(isThere).map((desk) => [desk.id, desk]));
  const exhibitorOf = new Map(exhibitors.filter(comes).map((one) => [one.id, one]));
  const pairs = new Map<string, WishPair>();
  for (const { deskId, exhibitorId, by, weight } of wishes) {
    const [desk, exhibitor] = [deskOf.get(deskId), exhibitorOf.get(exhibitorId)];
    if (desk === undefined || exhibitor === undefined) continue;
    const key = `${deskId} ${exhibitorId}`;
    const { supplierName } = exhibitor;
    const before = pairs.get(key) ?? {
      key,
      deskId,
      deskName: deskName(desk),
      exhibitorId,
      supplierName,
      byDesk: 0,
      byExhibitor: 0,
    };
    pairs.set(key, { ...before, [by === 'desk' ? 'byDesk' : 'byExhibitor']: weight });
  }
  return [...pairs.values()].sort(
    (one, other) => sumOf(other) - sumOf(one) || one.deskName.localeCompare(other.deskName, 'ko'),
  );
}

export const isThere = ({ withdrawnReason }: FairDesk) => withdrawnReason === null;
export const comes = ({ state }: FairExhibitor) => state === 'confirmed';
