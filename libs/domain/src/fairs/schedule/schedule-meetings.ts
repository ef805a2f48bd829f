import { pairKey } from '../solver/schedule-question';
import type { DeskGain, ExhibitorGain, ScheduledMeeting, ScheduleQuestion } from '../solver/schedule-terms';

/** What each party has of the meetings. */
export function gains(
  question: ScheduleQuestion,
  meetings: readonly ScheduledMeeting[],
): { readonly desks: readonly DeskGain[]; readonly exhibitors: readonly ExhibitorGain[] } {
  return {
    desks: question.desks.map(({ id, seats, slots }) => {
      const own = meetings.filter(({ deskId }) => deskId === id);
      return { deskId: id, meetings: own.length, places: seats * slots.length, weight: totalWeight(own) };
    }),
    exhibitors: question.exhibitors.map(({ id, floor }) => {
      const own = meetings.filter(({ exhibitorId }) => exhibitorId === id);
      return { exhibitorId: id, meetings: own.length, floor, weight: totalWeight(own) };
    }),
  };
}

export const totalWeight = (list: readonly { readonly weight: number }[]) =>
  list.reduce((sum, { weight }) => sum + weight, 0);

/** By slots, then desks, then exhibitors. */
export function inOrder(
  question: ScheduleQuestion,
  meetings: readonly ScheduledMeeting[],
): ScheduledMeeting[] {
  const orderOf = new Map(question.slots.map((slot, at) => [slot, at]));
  const order = ({ slot }: ScheduledMeeting) => orderOf.get(slot) ?? question.slots.length;
  return [...meetings].sort(
    (one, other) => order(one) - order(other) || (pairKey(one) < pairKey(other) ? -1 : 1),
  );
}
