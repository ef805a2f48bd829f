import { LISTED_FACTS, type ListedFact, type ListEntry } from './list-row-reading';

/** The same facts as the register has them; null = not known. */
export type RegisteredFacts = Readonly<Record<ListedFact, string | null>>;

export interface FactDifference {
  readonly field: ListedFact;
  readonly before: string | null;
  readonly after: string;
  /** What stands was written, or erased, by a person and not by a list: it is replaced only when somebody says so. */
  readonly byHand: boolean;
  /** will be written */
  readonly taken: boolean;
}

/**
 * What a row of the list would change. An empty cell changes nothing. What differs from what the last list wrote, and
 * what no list ever wrote, is somebody's own work.
 * @param lastListed what the last applied list said of this enterprise; null = no list ever named it
 */
export function listDifferences(
  registered: RegisteredFacts,
  entry: ListEntry,
  lastListed: Readonly<Partial<Record<ListedFact, string | null>>> | null,
): FactDifference[] {
  return LISTED_FACTS.flatMap((field): FactDifference[] => {
    const [before, after] = [registered[field], entry[field]];
    if (after === null || after === before) return [];
    const byHand = before !== (lastListed?.[field] ?? null);
    return [{ field, before, after, byHand, taken: !byHand }];
  });
}

/** The same differences with a person's choice: exactly these fields of somebody's own work are replaced. */
export function takeByHand(
  differences: readonly FactDifference[],
  fields: readonly string[],
): FactDifference[] {
  return differences.map((one) => (one.byHand ? { ...one, taken: fields.includes(one.field) } : one));
}
