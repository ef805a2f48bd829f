/** A database connection as the owner of the schema; what triggers keep is checked from outside the application. */
export interface OwnerSql {
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** Replaces kept sums in one transaction, while nobody writes the rows that they are made of. */
export async function replaceKeptSums(
  owner: OwnerSql,
  { of, statements }: { readonly of: readonly string[]; readonly statements: readonly string[] },
): Promise<void> {
  await owner.query('BEGIN');
  try {
    await owner.query(`LOCK TABLE ${of.join(', ')} IN SHARE MODE`);
    for (const statement of statements) await owner.query(statement);
    await owner.query('COMMIT');
  } catch (failure) {
    await owner.query('ROLLBACK');
    throw failure;
  }
}
