/** How found suppliers are ordered. `record`: public-sector purchases on record, most first; `freshness`: newest offer first. */
export const SUPPLIER_SORTS = ['relevance', 'record', 'freshness', 'name'] as const;
export type SupplierSort = (typeof SUPPLIER_SORTS)[number];

/** Why a supplier was found. `near`: a word that differs from the typed one by a single slip. */
export const MATCH_FIELDS = ['name', 'item', 'category', 'business', 'number', 'initials', 'near'] as const;
export type MatchField = (typeof MATCH_FIELDS)[number];

/** Above so many matches the answer counts no further: it says "2,000 or more". */
export const MAX_COUNTED_SUPPLIERS = 2_000;
/** So many found suppliers are exported at once: a sheet that people still read, and seconds of the database. */
export const MAX_EXPORTED_SUPPLIERS = 10_000;
/** Items of one found supplier that the answer shows. */
export const MAX_SHOWN_ITEMS = 3;
