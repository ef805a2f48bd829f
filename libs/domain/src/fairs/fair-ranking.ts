/** A place in a ranking; null: there is nothing yet to rank by. */
export type Ranked<T> = T & { readonly rank: number | null };

/**
 * Fairs by their consultations, the most first. Equal ones share a place and the next one keeps its own: 1, 2, 2, 4.
 * One without a consultation has no place and follows. Inside a tie the order of the argument stays.
 */
export function rankFairs<T extends { readonly consultations: number }>(fairs: readonly T[]): Ranked<T>[] {
  const inOrder = fairs.toSorted((one, other) => other.consultations - one.consultations);
  const firstAt = (consultations: number) =>
    inOrder.findIndex((fair) => fair.consultations === consultations);
  return inOrder.map((fair) => ({
    ...fair,
    rank: fair.consultations === 0 ? null : firstAt(fair.consultations) + 1,
  }));
}
