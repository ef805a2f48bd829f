/** A meeting that may be held: somebody wants it, and both have a slot in common. */
export interface OpenPair {
  readonly desk: number;
  readonly exhibitor: number;
  readonly weight: number;
  /** the common slots, ascending, at least one */
  readonly slots: readonly number[];
  /** the slot in which they are to meet until now */
  readonly present?: number;
}

/**
 * What is left to decide at a fair, by numbers instead of ids: places and limits after the meetings that stay.
 * The parts of the solver know nothing else.
 */
export interface OpenFair {
  /** by desk and slot */
  readonly freeSeats: readonly (readonly number[])[];
  /** by exhibitor and slot */
  readonly isFree: readonly (readonly boolean[])[];
  /** by exhibitor; a floor is at most the ceiling, a ceiling at most the free slots */
  readonly floors: readonly number[];
  readonly ceilings: readonly number[];
  readonly pairs: readonly OpenPair[];
  /** what a meeting below a floor is worth beside its weight: more than all weights, so that floors come first */
  readonly floorReward: number;
}

/** The slot of each pair, by its index; NOT_MET for those that do not meet. */
export type Plan = readonly number[];
export const NOT_MET = -1;

/** Weights of the meetings, and the reward for every place of a floor that they fill. */
export function planValue(fair: OpenFair, plan: Plan): number {
  return planPreference(fair, plan) + fair.floorReward * filledFloors(fair, plan);
}

export function planPreference(fair: OpenFair, plan: Plan): number {
  return fair.pairs.reduce((sum, pair, at) => (plan[at] === NOT_MET ? sum : sum + pair.weight), 0);
}

export function filledFloors(fair: OpenFair, plan: Plan): number {
  const missing = [...fair.floors];
  let filled = 0;
  fair.pairs.forEach(({ exhibitor }, at) => {
    if (plan[at] === NOT_MET || missing[exhibitor] === 0) return;
    missing[exhibitor]! -= 1;
    filled += 1;
  });
  return filled;
}

/** The fair that remains when the kept meetings of a plan stay, and which pairs of the whole its pairs are. */
export interface RestOfFair {
  readonly fair: OpenFair;
  readonly pairOf: readonly number[];
}

export function restOfFair(fair: OpenFair, plan: Plan, isKept: (pair: number) => boolean): RestOfFair {
  const freeSeats = fair.freeSeats.map((row) => [...row]);
  const isFree = fair.isFree.map((row) => [...row]);
  const kept = fair.floors.map(() => 0);
  const others: number[] = [];
  fair.pairs.forEach(({ desk, exhibitor }, at) => {
    const slot = plan[at]!;
    if (slot === NOT_MET || !isKept(at)) return void others.push(at);
    freeSeats[desk]![slot]! -= 1;
    isFree[exhibitor]![slot] = false;
    kept[exhibitor]! += 1;
  });
  const ceilings = fair.ceilings.map((ceiling, at) =>
    Math.min(ceiling - kept[at]!, isFree[at]!.filter(Boolean).length),
  );
  const pairs: OpenPair[] = [];
  const pairOf: number[] = [];
  for (const at of others) {
    const pair = fair.pairs[at]!;
    const { desk, exhibitor } = pair;
    if (ceilings[exhibitor]! <= 0) continue;
    const slots = pair.slots.filter((slot) => freeSeats[desk]![slot]! > 0 && isFree[exhibitor]![slot]);
    if (slots.length === 0) continue;
    pairs.push({ ...pair, slots });
    pairOf.push(at);
  }
  const floors = fair.floors.map((floor, at) => Math.max(0, Math.min(floor - kept[at]!, ceilings[at]!)));
  return { fair: { ...fair, freeSeats, isFree, floors, ceilings, pairs }, pairOf };
}

/**
 * Slots in which everybody is free alike are one class: a meeting is given a class first, and a slot of it by
 * colouring. A fair at which all are there all the time has one class.
 * @returns the class of each slot, numbered from 0
 */
export function slotClasses(fair: OpenFair): number[] {
  const known = new Map<string, number>();
  const slots = fair.freeSeats[0]?.length ?? 0;
  return Array.from({ length: slots }, (_, slot) => {
    const seats = fair.freeSeats.map((row) => row[slot]);
    const key = `${seats.join()} ${fair.isFree.map((row) => (row[slot] ? 1 : 0)).join('')}`;
    if (!known.has(key)) known.set(key, known.size);
    return known.get(key)!;
  });
}
