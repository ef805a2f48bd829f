/** The steps from what started a purchase to the purchase, in the order in which they follow each other. */
export const CHAIN_STEP_KINDS = [
  'visit',
  'consultation',
  'request',
  'need',
  'meeting',
  'match',
  'answer',
  'selection',
  'contract',
  'purchase',
] as const;
export type ChainStepKind = (typeof CHAIN_STEP_KINDS)[number];

/** A step, and the keys of those that led to it. */
export interface ChainLink {
  readonly key: string;
  readonly after: readonly string[];
}

/**
 * The steps that a reader may see. Where one is left out, what followed it follows what went before it: the chain stays one.
 * @param steps no step leads to itself, over others either
 */
export function visibleSteps<Step extends ChainLink>(
  steps: readonly Step[],
  isVisible: (step: Step) => boolean,
): Step[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const before = (key: string): string[] => {
    const step = byKey.get(key);
    if (step === undefined) return [];
    return isVisible(step) ? [key] : step.after.flatMap(before);
  };
  return steps
    .filter(isVisible)
    .map((step) => ({ ...step, after: [...new Set(step.after.flatMap(before))] }));
}

/** What may stand in one column of the picture: the beginnings, what was found and who was met, then a column a kind. */
const COLUMN: Readonly<Record<ChainStepKind, number>> = {
  visit: 0,
  consultation: 0,
  request: 0,
  need: 1,
  meeting: 1,
  match: 2,
  answer: 3,
  selection: 4,
  contract: 5,
  purchase: 6,
};

/** The columns from left to right, without empty ones; within a column the order of the steps. */
export function chainColumns<Step extends { readonly kind: ChainStepKind }>(
  steps: readonly Step[],
): Step[][] {
  const columns = new Map<number, Step[]>();
  for (const step of steps) {
    const column = COLUMN[step.kind];
    columns.set(column, [...(columns.get(column) ?? []), step]);
  }
  return [...columns.entries()].sort(([one], [other]) => one - other).map(([, inside]) => inside);
}
