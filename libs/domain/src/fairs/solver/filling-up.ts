import { NOT_MET, type OpenFair, type Plan } from './open-fair';
import { Timetable } from './timetable';

/** The plan with every meeting that still fits as it is, the heaviest first: no wish stays open without a reason. */
export function filledUp(fair: OpenFair, plan: Plan): Plan {
  const timetable = new Timetable(fair);
  const left = [...fair.ceilings];
  const add = (pair: number, slot: number) => {
    timetable.place(pair, slot);
    left[fair.pairs[pair]!.exhibitor]! -= 1;
  };
  plan.forEach((slot, pair) => slot !== NOT_MET && add(pair, slot));
  const waiting = plan.flatMap((slot, pair) => (slot === NOT_MET ? [pair] : []));
  for (const pair of waiting.sort((a, b) => fair.pairs[b]!.weight - fair.pairs[a]!.weight)) {
    const { exhibitor, slots } = fair.pairs[pair]!;
    const slot = slots.find((one) => timetable.fits(pair, one));
    if (slot !== undefined && left[exhibitor]! > 0) add(pair, slot);
  }
  return timetable.plan;
}
