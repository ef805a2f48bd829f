import { readFile } from 'node:fs/promises';
import { systemActor } from './common/actor';
import { configFromEnvironment } from './config/environment';
import { ownerDataSource } from './database/data-source';
import type { OwnerSql } from './database/owner-sql';
import { loadItemCategories } from './suppliers/catalogue/category-load';

/**
 * Loads a list of the item classification (.csv) and prints what is new, changed and unchanged. Ends with 0, with 1
 * when lines were refused (the others are loaded), with 2 when nothing could be loaded.
 */
const SHOWN_REFUSALS = 20;
const [file] = process.argv.slice(2);
const dataSource = ownerDataSource(configFromEnvironment().migrationDatabaseUrl);
try {
  if (file === undefined) throw new Error('Name the list: npm run load-item-categories -- <file.csv>');
  const csv = await readFile(file);
  await dataSource.initialize();
  const plan = await dataSource.transaction(async (manager) => {
    await manager.query(
      `SELECT set_config('ieum.sees_all', 'on', true), set_config('ieum.actor_id', $1, true),
              set_config('ieum.request_id', 'load-item-categories', true)`,
      [systemActor('').userId],
    );
    const owner: OwnerSql = { query: (text, values) => manager.query(text, values) };
    return loadItemCategories(owner, csv);
  });
  if (plan === null) throw new Error('The first line must name a column for the code and one for the name.');
  for (const { line, fault } of plan.refused.slice(0, SHOWN_REFUSALS))
    process.stdout.write(`line ${line} refused: ${fault}\n`);
  const counts = `${plan.added.length} new, ${plan.changed.length} changed, ${plan.unchangedCount} unchanged`;
  process.stdout.write(`item categories: ${counts}, ${plan.refused.length} refused\n`);
  if (plan.refused.length > 0) process.exitCode = 1;
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 2;
} finally {
  if (dataSource.isInitialized) await dataSource.destroy();
}
