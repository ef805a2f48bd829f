import type { Tx } from '../database/transactions';

/**
 * Writers of one institution's year share this lock; whoever submits, closes or reopens a quarter takes it alone. So a
 * purchase can never slip into a quarter that is being closed. Held to the end of the transaction, without a write.
 */
export async function lockYear(
  tx: Tx,
  institutionId: string,
  fiscalYear: number,
  mode: 'shared' | 'alone',
): Promise<void> {
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.sql(`SELECT ${lock}(hashtextextended('purchase-year|' || $1 || '|' || $2, 0))`, [
    institutionId,
    String(fiscalYear),
  ]);
}
