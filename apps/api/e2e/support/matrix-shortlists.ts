import type { TestDatabase } from './database';

/** A list of one person with an entry; nobody else may know of it. */
export async function shortlistOf(
  database: TestDatabase,
  userId: string,
  supplierId: string,
  text: string,
): Promise<Readonly<Record<string, string>>> {
  const [list] = await database.sql<{ id: string }>(
    'INSERT INTO shortlists (user_id, title, purpose) VALUES ($1, $2, $2) RETURNING id',
    [userId, text],
  );
  const [entry] = await database.sql<{ id: string }>(
    `INSERT INTO shortlist_entries (shortlist_id, supplier_id, note, position) VALUES ($1, $2, $3, 1) RETURNING id`,
    [list?.id, supplierId, text],
  );
  return { shortlists: list?.id ?? '', entryId: entry?.id ?? '' };
}

/** A rule of direct awards: they are for everybody to read. */
export async function anyAwardRule(database: TestDatabase): Promise<Readonly<Record<string, string>>> {
  const [rule] = await database.sql<{ id: string }>(
    `SELECT id FROM direct_award_rules WHERE rule = 'single_quote' AND enterprise_class = 'social_enterprise'`,
  );
  return { 'direct-award-rules': rule?.id ?? '' };
}
