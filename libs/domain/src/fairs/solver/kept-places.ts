import { NOT_MET, planValue, type OpenFair, type Plan } from './open-fair';
import { Timetable } from './timetable';

/**
 * The same meetings, and those that had a slot before keep it as far as it goes: people have it in their calendars. Who
 * is new is put in by chains, which move as few as they can.
 * @returns the plan itself when that loses a meeting
 */
export function keptPlaces(fair: OpenFair, plan: Plan): Plan {
  const met = plan.flatMap((slot, pair) => (slot === NOT_MET ? [] : [pair]));
  if (met.every((pair) => fair.pairs[pair]!.present === undefined)) return plan;
  const timetable = new Timetable(fair);
  for (const pair of met) {
    const { present, slots } = fair.pairs[pair]!;
    if (present !== undefined && slots.includes(present) && timetable.fits(pair, present))
      timetable.place(pair, present);
  }
  for (const pair of met) if (!timetable.isPlaced(pair)) timetable.insert(pair);
  const kept = timetable.plan;
  return planValue(fair, kept) < planValue(fair, plan) ? plan : kept;
}
