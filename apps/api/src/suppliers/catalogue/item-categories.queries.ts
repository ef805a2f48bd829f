import type { Tx } from '../../database/transactions';

export interface CategoryNameRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
}

export interface ItemCategoryRow extends CategoryNameRow {
  readonly isOfficial: boolean;
  readonly hasChildren: boolean;
  readonly path: CategoryNameRow[];
}

/** Names from the top down to the code that the SQL expression gives; [] for none. */
export function categoryPathSql(code: string): string {
  return `coalesce((
    SELECT json_agg(json_build_object('code', p.code, 'name', p.name, 'nameEn', p.name_en) ORDER BY p.code)
    FROM item_categories p
    WHERE p.code = ANY (ARRAY(SELECT left(${code}, digits) FROM generate_series(2, length(${code}), 2) AS digits))), '[]')`;
}

const CATEGORY = `
  SELECT c.code, c.name, c.name_en AS "nameEn", c.is_official AS "isOfficial",
         EXISTS (SELECT FROM item_categories d WHERE d.parent_code = c.code) AS "hasChildren",
         ${categoryPathSql('c.code')} AS path
  FROM item_categories c`;

export function categoriesBelow(
  tx: Tx,
  parent: string | null,
  after: string | null,
  limit: number,
): Promise<ItemCategoryRow[]> {
  return tx.sql<ItemCategoryRow>(
    `${CATEGORY} WHERE c.parent_code IS NOT DISTINCT FROM $1 AND c.code > coalesce($2, '')
     ORDER BY c.code LIMIT $3`,
    [parent, after, limit],
  );
}

export interface CategorySearch {
  /** Part of a name without spaces, lower case; null = look at codes alone */
  readonly namePart: string | null;
  /** Part of a name's initial consonants (ㅎㅅㅁ); null = look at names alone */
  readonly initialsPart: string | null;
  /** Beginning of a code; null = look at names alone */
  readonly codePart: string | null;
  /** Only below this code; null = anywhere */
  readonly below: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/** What an item can carry: 8 and 10 digits whose own name, or that of the group just above, holds the part. */
export function searchCategories(tx: Tx, search: CategorySearch): Promise<ItemCategoryRow[]> {
  return tx.sql<ItemCategoryRow>(
    `${CATEGORY} LEFT JOIN item_categories g ON g.code = left(c.code, 6)
     WHERE length(c.code) >= 8
       AND (strpos(lower(replace(c.name, ' ', '')), $1) > 0 OR strpos(lower(replace(g.name, ' ', '')), $1) > 0
            OR strpos(lower(replace(c.name_en, ' ', '')), $1) > 0 OR c.code LIKE $2 || '%'
            OR ($6::text IS NOT NULL AND strpos(ieum_initials(ieum_search_key(c.name)), $6) > 0))
       AND ($3::text IS NULL OR c.code LIKE $3 || '%')
       AND c.code > coalesce($4, '')
     ORDER BY c.code LIMIT $5`,
    [search.namePart, search.codePart, search.below, search.after, search.limit, search.initialsPart],
  );
}

/** Those of the codes that the register knows. */
export async function knownCategories(tx: Tx, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ code: string }>('SELECT code FROM item_categories WHERE code = ANY ($1)', [
    codes,
  ]);
  return new Set(rows.map((row) => row.code));
}
