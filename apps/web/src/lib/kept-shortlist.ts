import { isSameChoice, MAX_SHORTLIST_ENTRIES, type ShortlistChoice } from '@ieum/domain';
import { keptList } from './kept-list';

/** What somebody put aside before signing in: enough to show it and to take it over later. */
export interface KeptChoice extends ShortlistChoice {
  readonly supplierName: string;
  readonly itemName: string | null;
}

/** Stays in this browser until it is taken over into a list or emptied. */
const {
  items: keptShortlist,
  useItems: useKeptShortlist,
  toggle: toggleKept,
  empty: emptyKept,
} = keptList<KeptChoice>({
  key: 'ieum.shortlist',
  max: MAX_SHORTLIST_ENTRIES,
  isItem: isKept,
  isSame: isSameChoice,
});
export { emptyKept, keptShortlist, toggleKept, useKeptShortlist };

function isKept(value: unknown): value is KeptChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { supplierId, catalogueItemId, supplierName, itemName }: Partial<Record<keyof KeptChoice, unknown>> =
    value;
  const isText = (one: unknown) => typeof one === 'string' && one !== '';
  return (
    isText(supplierId) &&
    isText(supplierName) &&
    (catalogueItemId === null ? itemName === null : isText(catalogueItemId) && isText(itemName))
  );
}
