import { keptList } from './kept-list';

/** A supplier that somebody ticked to lay beside others. */
export interface ComparedSupplier {
  readonly id: string;
  readonly name: string;
}

/** More do not fit side by side, and nobody weighs five at once. */
export const MAX_COMPARED = 4;

const compared = keptList<ComparedSupplier>({
  key: 'ieum.compare',
  max: MAX_COMPARED,
  isItem: isSupplier,
  isSame: (one, other) => one.id === other.id,
});

/** The choice outlives the page and the visit; it is this device's own. */
export function useCompareChoice() {
  const chosen = compared.useItems();
  return {
    chosen,
    isFull: chosen.length >= MAX_COMPARED,
    isChosen: (id: string) => chosen.some((one) => one.id === id),
    toggle: toggleCompared,
    clear: compared.empty,
  };
}

export function comparedSuppliers(): readonly ComparedSupplier[] {
  return compared.items();
}

/** In, out, or nothing when four are chosen already. Only what the comparison needs is kept. */
export function toggleCompared({ id, name }: ComparedSupplier): void {
  compared.toggle({ id, name });
}

/** The address that shows these side by side. @param context what the search asked, to mark what matched */
export function compareLink(ids: readonly string[], context: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams(ids.slice(0, MAX_COMPARED).map((id) => ['id', id]));
  for (const [key, value] of Object.entries(context)) if (value !== '') params.set(key, value);
  return `/suppliers/compare?${params.toString()}`;
}

function isSupplier(value: unknown): value is ComparedSupplier {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return false;
  return typeof value.id === 'string' && typeof value.name === 'string';
}
