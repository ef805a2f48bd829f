import { refusal, type Refusal } from '../refusal';
import { isLapsed, type SlotFacts } from './booking-times';
import type {
  BookingAction,
  BookingState,
  ExhibitorState,
  FairSide,
  FairStand,
  FairState,
} from './vocabulary';

/** What stands of the two parties and the slot, whoever asks. */
export interface MeetingPlace {
  readonly desk: { readonly isWithdrawn: boolean; readonly absentSlotIds: readonly string[] };
  readonly exhibitor: {
    readonly state: ExhibitorState;
    readonly absentSlotIds: readonly string[];
    /** meetings that it may have at most; null: as many as there are slots */
    readonly ceiling: number | null;
    /** meetings that it has at this fair, without the one that is looked at */
    readonly meetings: number;
  };
  readonly slot: SlotFacts;
}

/** Who acts at which stage: the organiser already while the schedule is made, the sides once it is open. */
function stageRefusal(fairState: FairState, stands: readonly FairStand[]): Refusal | null {
  if (fairState === 'open') return null;
  if (fairState === 'scheduling' && stands.includes('organiser')) return null;
  return refusal('FAIR_STATE', { state: fairState });
}

/**
 * May these two parties meet in this slot at all? Whether the place is free is the database's word alone.
 * @returns BOOKING_DESK_ABSENT (withdrawn or not there), FAIR_EXHIBITOR_STATE {state}, BOOKING_EXHIBITOR_ABSENT,
 *   BOOKING_CEILING {ceiling} or null
 */
export function fairMeetingRefusal({ desk, exhibitor, slot }: MeetingPlace): Refusal | null {
  if (desk.isWithdrawn || desk.absentSlotIds.includes(slot.id)) return refusal('BOOKING_DESK_ABSENT');
  if (exhibitor.state !== 'confirmed') return refusal('FAIR_EXHIBITOR_STATE', { state: exhibitor.state });
  if (exhibitor.absentSlotIds.includes(slot.id)) return refusal('BOOKING_EXHIBITOR_ABSENT');
  const { ceiling, meetings } = exhibitor;
  return ceiling !== null && meetings >= ceiling ? refusal('BOOKING_CEILING', { ceiling }) : null;
}

/**
 * May this be booked, or asked for?
 * @param stands as what the actor may act on these parties; never empty, whoever has none is told of nothing
 * @returns FAIR_STATE {state}, BOOKING_INVALID {field: slotId} (it has begun), or what fairMeetingRefusal says
 */
export function bookingRefusal(
  fairState: FairState,
  stands: readonly FairStand[],
  place: MeetingPlace,
  now: Date,
): Refusal | null {
  const stage = stageRefusal(fairState, stands);
  if (stage !== null) return stage;
  if (place.slot.startsAt <= now) return refusal('BOOKING_INVALID', { field: 'slotId' });
  return fairMeetingRefusal(place);
}

/** The side that answers a proposal: the other one. What the organiser offers is answered by the enterprise. */
export function answeringSide(askedBy: FairStand): FairSide {
  return askedBy === 'exhibitor' ? 'desk' : 'exhibitor';
}

export interface BookingFacts {
  readonly state: BookingState;
  readonly askedBy: FairStand;
  readonly heldUntil: Date | null;
  /** null: it lapsed, or was not cancelled */
  readonly cancelledBy: FairStand | null;
  readonly startsAt: Date;
}

/** What is done with a booking before the day; the day's own actions have rules of their own. */
export type PlanningAction = Exclude<BookingAction, 'attend' | 'no_show'>;

const UNDER_WAY: Readonly<Record<PlanningAction, readonly BookingState[]>> = {
  accept: ['proposed'],
  decline: ['proposed'],
  move: ['proposed', 'confirmed'],
  cancel: ['proposed', 'confirmed'],
  restore: ['cancelled'],
  lock: ['proposed', 'confirmed'],
};

/**
 * Who may do what with a booking, and until when. The asked side alone answers. A side moves and cancels until the
 * meeting's time has come, and moves only what is confirmed; who cancelled takes that back, and the organiser everything.
 * @param stands never empty
 * @returns FAIR_STATE {state}, BOOKING_STATE {state}, FORBIDDEN, BOOKING_HOLD_LAPSED or null
 */
export function bookingActionRefusal(
  action: PlanningAction,
  stands: readonly FairStand[],
  booking: BookingFacts,
  fairState: FairState,
  now: Date,
): Refusal | null {
  const stage = stageRefusal(fairState, stands);
  if (stage !== null) return stage;
  const { state } = booking;
  const wrongState = refusal('BOOKING_STATE', { state });
  if (!UNDER_WAY[action].includes(state)) return wrongState;
  if (!isEntitled(action, stands, booking)) return refusal('FORBIDDEN');
  if (isLapsed(booking.heldUntil, now)) return refusal('BOOKING_HOLD_LAPSED');
  if (stands.includes('organiser')) return null;
  const isLate = booking.startsAt <= now && (action === 'move' || action === 'cancel');
  return isLate || (action === 'move' && state !== 'confirmed') ? wrongState : null;
}

function isEntitled(action: PlanningAction, stands: readonly FairStand[], booking: BookingFacts): boolean {
  switch (action) {
    case 'accept':
    case 'decline':
      return stands.includes(answeringSide(booking.askedBy));
    case 'restore':
      return stands.some((stand) => stand === 'organiser' || stand === booking.cancelledBy);
    case 'lock':
      return stands.includes('organiser');
    case 'move':
    case 'cancel':
      return true;
  }
}

/**
 * May it go there? Another desk is another meeting: only the organiser sends it there.
 * @returns FORBIDDEN, BOOKING_INVALID {field: slotId} (it is there already) or null
 */
export function moveTargetRefusal(
  stands: readonly FairStand[],
  from: { readonly deskId: string; readonly slotId: string },
  to: { readonly deskId: string; readonly slotId: string },
): Refusal | null {
  if (from.deskId !== to.deskId && !stands.includes('organiser')) return refusal('FORBIDDEN');
  const isThere = from.deskId === to.deskId && from.slotId === to.slotId;
  return isThere ? refusal('BOOKING_INVALID', { field: 'slotId' }) : null;
}
