import { edgeColouring } from './edge-colouring';
import { NOT_MET, type OpenFair, type Plan } from './open-fair';
import type { SeededRandom } from './seeded-random';
import { Timetable } from './timetable';

/** Steps of the search for places, per chosen meeting: a number and not a time, so that a schedule repeats itself. */
const STEPS_PER_MEETING = 6;

/**
 * Gives the chosen meetings their slots. Inside a class of slots everybody is free alike, so colouring places all that
 * an exhibitor can hold there: at a fair with one class that is everything. What is left over is put in by chains, and,
 * where no chain helps, by making others leave and look for another place.
 * @returns a plan; what found no place is not met
 */
export function placeMeetings(
  fair: OpenFair,
  classes: readonly number[],
  classOfPair: readonly (number | null)[],
  random: SeededRandom,
): Plan {
  const timetable = new Timetable(fair);
  for (const [group, slots] of slotsOfClasses(classes).entries()) {
    const chosen = classOfPair.flatMap((of, pair) => (of === group ? [pair] : []));
    placeByColouring(fair, timetable, chosen, slots);
  }
  const left = classOfPair.flatMap((of, pair) => (of === null || timetable.isPlaced(pair) ? [] : [pair]));
  const chosenCount = classOfPair.filter((of) => of !== null).length;
  return placeLeftOver(fair, timetable, left, chosenCount * STEPS_PER_MEETING, random);
}

function slotsOfClasses(classes: readonly number[]): number[][] {
  const slots: number[][] = [];
  classes.forEach((group, slot) => (slots[group] ??= []).push(slot));
  return slots;
}

/** A desk with several seats is as many desks, each with a part of the meetings. */
function placeByColouring(
  fair: OpenFair,
  timetable: Timetable,
  chosen: readonly number[],
  slots: readonly number[],
): void {
  const meetingsOf = fair.floors.map(() => 0);
  const placesTaken = fair.freeSeats.map(() => 0);
  const seatOffsets: number[] = [];
  let seatCount = 0;
  for (const row of fair.freeSeats) {
    seatOffsets.push(seatCount);
    seatCount += row[slots[0]!]!;
  }
  const fitting = [...chosen]
    .sort((a, b) => fair.pairs[b]!.weight - fair.pairs[a]!.weight)
    .filter((pair) => (meetingsOf[fair.pairs[pair]!.exhibitor]! += 1) <= slots.length);
  const edges = fitting.map((pair) => {
    const { desk, exhibitor } = fair.pairs[pair]!;
    const seat = Math.floor(placesTaken[desk]! / slots.length);
    placesTaken[desk]! += 1;
    return { left: seatOffsets[desk]! + seat, right: exhibitor };
  });
  edgeColouring(edges, slots.length).forEach((colour, at) => timetable.place(fitting[at]!, slots[colour]!));
}

function placeLeftOver(
  fair: OpenFair,
  timetable: Timetable,
  left: readonly number[],
  steps: number,
  random: SeededRandom,
): Plan {
  const waiting = [...left];
  const weightOf = (pairs: readonly number[]) =>
    pairs.reduce((sum, pair) => sum + fair.pairs[pair]!.weight, 0);
  let best = timetable.plan;
  let leastWaiting = weightOf(waiting);
  for (let step = 0; step < steps && waiting.length > 0; step += 1) {
    const pair = waiting.shift()!;
    if (!timetable.insert(pair)) waiting.push(...makeRoom(fair, timetable, pair, random));
    const waits = weightOf(waiting);
    if (waits >= leastWaiting) continue;
    best = timetable.plan;
    leastWaiting = waits;
  }
  return best;
}

/** Takes a slot by force. @returns who had to leave */
function makeRoom(fair: OpenFair, timetable: Timetable, pair: number, random: SeededRandom): number[] {
  const { slots } = fair.pairs[pair]!;
  const slot = slots[random.below(slots.length)]!;
  const leaving: number[] = [];
  const atExhibitor = timetable.exhibitorMeeting(pair, slot);
  if (atExhibitor !== NOT_MET) leaving.push(atExhibitor);
  if (!timetable.hasSeat(pair, slot)) {
    const seated = timetable.deskMeetings(pair, slot);
    leaving.push(seated[random.below(seated.length)]!);
  }
  for (const other of leaving) timetable.lift(other);
  timetable.place(pair, slot);
  return leaving;
}
