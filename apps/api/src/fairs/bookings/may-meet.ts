import type { MeetingPlace, Refusal } from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import type { FairRow } from '../fair-room';
import { refuseTaken } from './booking-places';
import { meetingPlaceOf, meetingsOf, type PlaceRow } from './meeting-places';

const ELSEWHEN = ['BOOKING_DESK_ABSENT', 'BOOKING_EXHIBITOR_ABSENT'];

/** Asks a rule about the place; where another time would do, the refusal tells the nearest ones. Lock its queues before. */
export async function assertMayMeet(
  tx: Tx,
  fair: FairRow,
  place: PlaceRow,
  now: Date,
  rule: (meeting: MeetingPlace) => Refusal | null,
  without: string | null = null,
): Promise<void> {
  const refused = rule(meetingPlaceOf(place, await meetingsOf(tx, place, now, without)));
  if (refused === null) return;
  if (ELSEWHEN.includes(refused.code)) await refuseTaken(tx, fair, place, refused.code, now);
  refuse(refused.code, refused.details);
}
