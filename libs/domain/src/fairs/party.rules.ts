import type { Day } from '../calendar/day';
import { isDepartmentValidOn, type DepartmentValidity } from '../institutions/succession.rules';
import { refusal, type Refusal } from '../refusal';
import {
  MAX_DESK_SEATS,
  MAX_FAIR_SLOTS,
  MAX_FAIR_WISH,
  type ExhibitorState,
  type FairStand,
  type FairState,
} from './vocabulary';

/** Who takes part in a fair, and until when they may say how. */

/** The parties change until the fair was held; then it is what it was. */
const BEFORE_HELD: readonly FairState[] = ['planned', 'applications', 'scheduling', 'open'];
/** Wishes are for the schedule: once booking is open one asks for a place itself. */
const BEFORE_OPEN: readonly FairState[] = ['planned', 'applications', 'scheduling'];
const LIVING: readonly ExhibitorState[] = ['applied', 'confirmed'];

const fairState = (state: FairState) => refusal('FAIR_STATE', { state });
const deskInvalid = (field: string) => refusal('FAIR_DESK_INVALID', { field });
const exhibitorInvalid = (field: string) => refusal('FAIR_EXHIBITOR_INVALID', { field });
const exhibitorState = (state: ExhibitorState) => refusal('FAIR_EXHIBITOR_STATE', { state });

/** Desks come, change and go until the fair was held: by the organiser, or by who runs the desk. @returns FAIR_STATE */
export function deskChangeRefusal(state: FairState): Refusal | null {
  return BEFORE_HELD.includes(state) ? null : fairState(state);
}

export interface DeskFacts {
  readonly seats: number;
  readonly absentSlotIds: readonly string[];
  /** the fair's */
  readonly slotIds: readonly string[];
  /** it was taken back: nothing about it changes any more */
  readonly isWithdrawn: boolean;
}

/** @returns FAIR_DESK_INVALID {field} or null */
export function deskRefusal(facts: DeskFacts): Refusal | null {
  if (facts.isWithdrawn) return deskInvalid('withdrawnReason');
  if (!Number.isInteger(facts.seats) || facts.seats < 1 || facts.seats > MAX_DESK_SEATS)
    return deskInvalid('seats');
  return areAmong(facts.absentSlotIds, facts.slotIds) ? null : deskInvalid('absentSlotIds');
}

/** A department consults while it lives; null = the whole institution. @returns DEPARTMENT_NOT_VALID or null */
export function deskTakesPlaceRefusal(department: DepartmentValidity | null, firstDay: Day): Refusal | null {
  if (department === null || isDepartmentValidOn(department, firstDay)) return null;
  return refusal('DEPARTMENT_NOT_VALID', { validTo: department.validTo });
}

/** A meeting that keeps a seat of a desk. */
export interface KeptSeat {
  readonly seat: number;
  readonly slotId: string;
}

/** A desk loses no seat and no slot in which somebody is to be met. @returns FAIR_HAS_BOOKINGS {bookings} or null */
export function deskRoomRefusal(
  desk: Pick<DeskFacts, 'seats' | 'absentSlotIds'>,
  kept: readonly KeptSeat[],
): Refusal | null {
  const lost = kept.filter(({ seat, slotId }) => seat > desk.seats || desk.absentSlotIds.includes(slotId));
  return lost.length === 0 ? null : refusal('FAIR_HAS_BOOKINGS', { bookings: lost.length });
}

/**
 * An enterprise applies while applications are asked for, until their last day; the organiser enters somebody until the fair
 * was held. @returns FAIR_STATE {state} or null
 */
export function applicationRefusal(
  fair: { readonly state: FairState; readonly applicationsCloseOn: Day | null },
  stand: Extract<FairStand, 'organiser' | 'exhibitor'>,
  today: Day,
): Refusal | null {
  if (stand === 'organiser') return BEFORE_HELD.includes(fair.state) ? null : fairState(fair.state);
  const { state, applicationsCloseOn } = fair;
  if (state !== 'applications') return fairState(state);
  if (applicationsCloseOn === null || today <= applicationsCloseOn) return null;
  return refusal('FAIR_STATE', { state, applicationsCloseOn });
}

/** Who withdrew may come back, in the same row. @returns FAIR_EXHIBITOR_EXISTS {state} or null */
export function reapplicationRefusal(before: ExhibitorState | null): Refusal | null {
  if (before === null || before === 'withdrawn') return null;
  return refusal('FAIR_EXHIBITOR_EXISTS', { state: before });
}

export interface ExhibitorFacts {
  readonly floor: number;
  /** null = as many as there are slots */
  readonly ceiling: number | null;
  readonly absentSlotIds: readonly string[];
  readonly slotIds: readonly string[];
  readonly representativeName: string;
}

/** @returns FAIR_EXHIBITOR_INVALID {field} or null */
export function exhibitorRefusal(facts: ExhibitorFacts): Refusal | null {
  const { floor, ceiling } = facts;
  if (facts.representativeName.trim() === '') return exhibitorInvalid('representativeName');
  if (floor < 0 || floor > MAX_FAIR_SLOTS) return exhibitorInvalid('floor');
  if (ceiling !== null && (ceiling < 1 || floor > ceiling)) return exhibitorInvalid('ceiling');
  return areAmong(facts.absentSlotIds, facts.slotIds) ? null : exhibitorInvalid('absentSlotIds');
}

/** A closed enterprise exhibits nothing. @returns FAIR_EXHIBITOR_INVALID {field: supplierId} or null */
export function exhibitorSupplierRefusal(closedOn: Day | null, firstDay: Day): Refusal | null {
  return closedOn !== null && closedOn <= firstDay ? exhibitorInvalid('supplierId') : null;
}

/** Nobody is away from a meeting that is agreed. @returns FAIR_HAS_BOOKINGS {bookings} or null */
export function exhibitorRoomRefusal(
  absentSlotIds: readonly string[],
  meetingSlotIds: readonly string[],
): Refusal | null {
  const lost = meetingSlotIds.filter((id) => absentSlotIds.includes(id));
  return lost.length === 0 ? null : refusal('FAIR_HAS_BOOKINGS', { bookings: lost.length });
}

/**
 * An application changes or is withdrawn until the fair was held, by the organiser or the enterprise itself.
 * @returns FAIR_STATE, FAIR_EXHIBITOR_STATE (declined or withdrawn) or null
 */
export function exhibitorChangeRefusal(fair: FairState, state: ExhibitorState): Refusal | null {
  if (!BEFORE_HELD.includes(fair)) return fairState(fair);
  return isAtFair(state) ? null : exhibitorState(state);
}

/** Booth and number of meetings are the organiser's to give. @returns FORBIDDEN {field} or null */
export function exhibitorFieldRefusal(
  stand: FairStand,
  given: { readonly booth: boolean; readonly floor: boolean; readonly ceiling: boolean },
): Refusal | null {
  if (stand === 'organiser') return null;
  const field = (['booth', 'floor', 'ceiling'] as const).find((one) => given[one]);
  return field === undefined ? null : refusal('FORBIDDEN', { field });
}

/**
 * The organiser decides an application until the fair was held, and may take a declined one after all. Who is confirmed
 * leaves by withdrawing.
 * @returns FAIR_STATE, FAIR_EXHIBITOR_STATE, REASON_REQUIRED (to decline) or null
 */
export function exhibitorDecisionRefusal(
  fair: FairState,
  state: ExhibitorState,
  decision: 'confirmed' | 'declined',
  reason: string | null,
): Refusal | null {
  if (!BEFORE_HELD.includes(fair)) return fairState(fair);
  const isOpen = state === 'applied' || (state === 'declined' && decision === 'confirmed');
  if (!isOpen) return exhibitorState(state);
  return decision === 'declined' && (reason ?? '').trim() === '' ? refusal('REASON_REQUIRED') : null;
}

export interface Wanted {
  readonly id: string;
  readonly weight: number;
}

/**
 * What a party wishes, in place of what it wished before, until booking opens. It knows desks that consult and exhibitors that
 * are confirmed. Who runs the party says it, or the organiser.
 * @param knownIds the parties that it may want
 * @returns FAIR_STATE, FAIR_WISH_INVALID {field: wishes | weight, id?} or null
 */
export function wishesRefusal(
  fair: FairState,
  wishes: readonly Wanted[],
  knownIds: ReadonlySet<string>,
): Refusal | null {
  if (!BEFORE_OPEN.includes(fair)) return fairState(fair);
  const seen = new Set<string>();
  for (const { id, weight } of wishes) {
    if (!Number.isInteger(weight) || weight < 1 || weight > MAX_FAIR_WISH)
      return refusal('FAIR_WISH_INVALID', { field: 'weight', id });
    if (!knownIds.has(id) || seen.has(id)) return refusal('FAIR_WISH_INVALID', { field: 'wishes', id });
    seen.add(id);
  }
  return null;
}

/** May an enterprise with this application wish at all? @returns FAIR_EXHIBITOR_STATE {state} or null */
export function exhibitorWishRefusal(state: ExhibitorState): Refusal | null {
  return isAtFair(state) ? null : exhibitorState(state);
}

/** Does it take part, or hope to? */
export function isAtFair(state: ExhibitorState): boolean {
  return LIVING.includes(state);
}

function areAmong(ids: readonly string[], known: readonly string[]): boolean {
  const all = new Set(known);
  return ids.every((id) => all.has(id));
}
