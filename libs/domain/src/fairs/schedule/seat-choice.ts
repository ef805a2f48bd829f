interface Place {
  readonly deskId: string;
  readonly slotId: string;
}

/**
 * A seat for every meeting that comes to a desk: the lowest number that nobody holds in that slot.
 * @param seatsOf how many each desk has
 * @returns in the order of those that come; null: the desk is full
 */
export function chosenSeats(
  seatsOf: ReadonlyMap<string, number>,
  stay: readonly (Place & { readonly seat: number })[],
  come: readonly Place[],
): (number | null)[] {
  const taken = new Map<string, Set<number>>();
  const takenAt = ({ deskId, slotId }: Place) => {
    const key = JSON.stringify([deskId, slotId]);
    const found = taken.get(key) ?? new Set<number>();
    taken.set(key, found);
    return found;
  };
  for (const one of stay) takenAt(one).add(one.seat);
  return come.map((one) => {
    const seats = takenAt(one);
    for (let seat = 1; seat <= (seatsOf.get(one.deskId) ?? 0); seat += 1) {
      if (seats.has(seat)) continue;
      seats.add(seat);
      return seat;
    }
    return null;
  });
}
