import { categoryColumnsOf, categoryLoadPlan, type CategoryFacts, type CategoryLoadPlan } from '@ieum/domain';
import { csvRows, decodeCsv } from '../../common/sheets/csv-rows';
import type { OwnerSql } from '../../database/owner-sql';

/**
 * Loads a list of the item classification: adds and renames, never deletes; the same list again changes nothing.
 * @returns what was done, or null when the heading has no column for code or name
 */
export async function loadItemCategories(sql: OwnerSql, csv: Buffer): Promise<CategoryLoadPlan | null> {
  const [heading = [], ...lines] = csvRows(decodeCsv(csv));
  const columns = categoryColumnsOf(heading);
  if (columns === null) return null;
  const rows = await sql.query<CategoryFacts>(
    'SELECT code, name, name_en AS "nameEn", is_official AS "isOfficial" FROM item_categories',
  );
  const plan = categoryLoadPlan(new Map(rows.map((row) => [row.code, row])), columns, lines);
  await sql.query(
    `INSERT INTO item_categories (code, name, name_en, parent_code, is_official)
     SELECT c.code, c.name, c."nameEn", CASE WHEN length(c.code) > 2 THEN left(c.code, -2) END, true
     FROM jsonb_to_recordset($1) AS c (code text, name text, "nameEn" text)`,
    [JSON.stringify(plan.added)],
  );
  await sql.query(
    `UPDATE item_categories i SET name = c.name, name_en = c."nameEn", is_official = true
     FROM jsonb_to_recordset($1) AS c (code text, name text, "nameEn" text) WHERE i.code = c.code`,
    [JSON.stringify(plan.changed)],
  );
  return plan;
}
