import { pairKey, type WantedPair } from './schedule-question';
import type { ScheduledMeeting, ScheduleQuestion, UnmetReason, UnmetWish } from './schedule-terms';

/** Every pair that was wanted and does not meet, the heaviest first, with what stands in its way. */
export function unmetWishes(
  question: ScheduleQuestion,
  wanted: ReadonlyMap<string, WantedPair>,
  meetings: readonly ScheduledMeeting[],
): UnmetWish[] {
  const met = new Set(meetings.map(pairKey));
  const deskSlots = new Map(question.desks.map(({ id, slots }) => [id, slots]));
  const seats = new Map(question.desks.map((desk) => [desk.id, desk.seats]));
  const exhibitors = new Map(question.exhibitors.map((one) => [one.id, one]));
  const ofDesk = grouped(meetings, ({ deskId }) => deskId);
  const ofExhibitor = grouped(meetings, ({ exhibitorId }) => exhibitorId);

  const explain = (pair: WantedPair): UnmetWish => {
    const exhibitor = exhibitors.get(pair.exhibitorId);
    const there = new Set(exhibitor?.slots);
    const common = (deskSlots.get(pair.deskId) ?? []).filter((slot) => there.has(slot));
    const atDesk = ofDesk.get(pair.deskId) ?? [];
    const atExhibitor = ofExhibitor.get(pair.exhibitorId) ?? [];
    const desk = common.map((slot) => atDesk.filter((one) => one.slot === slot));
    const isFull = desk.map((held) => held.length >= (seats.get(pair.deskId) ?? 1));
    const own = common.map((slot) => atExhibitor.filter((one) => one.slot === slot));
    const because = (reason: UnmetReason, holders: readonly ScheduledMeeting[]): UnmetWish => {
      const heldBy = lightest(holders);
      return { ...pair, reason, heldBy, isOutweighed: heldBy !== null && heldBy.weight >= pair.weight };
    };
    if (common.length === 0) return because('no_common_slot', []);
    if (atExhibitor.length >= (exhibitor?.ceiling ?? Infinity))
      return because('exhibitor_ceiling', atExhibitor);
    if (isFull.every(Boolean)) return because('desk_full', desk.flat());
    if (own.every((held) => held.length > 0)) return because('exhibitor_full', own.flat());
    const fullDesk = desk.filter((_, at) => isFull[at]).flat();
    return because('places_apart', [...fullDesk, ...own.flat()]);
  };
  return [...wanted.values()]
    .filter((pair) => !met.has(pairKey(pair)))
    .sort((one, other) => other.weight - one.weight || (pairKey(one) < pairKey(other) ? -1 : 1))
    .map(explain);
}

function grouped(meetings: readonly ScheduledMeeting[], keyOf: (one: ScheduledMeeting) => string) {
  const groups = new Map<string, ScheduledMeeting[]>();
  for (const meeting of meetings) {
    const group = groups.get(keyOf(meeting));
    if (group) group.push(meeting);
    else groups.set(keyOf(meeting), [meeting]);
  }
  return groups;
}

function lightest(meetings: readonly ScheduledMeeting[]): ScheduledMeeting | null {
  return meetings.reduce<ScheduledMeeting | null>(
    (least, one) => (least === null || one.weight < least.weight ? one : least),
    null,
  );
}
