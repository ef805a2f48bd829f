/**
 * `npm run bench -- <name> [arguments]`: runs bench/<name>.bench.mjs against a bundled PostgreSQL of its own in `.data/bench`
 * (kept, because large data takes long to make). BENCH_DATABASE_URL is the superuser's address of that server.
 */
import { existsSync, readdirSync } from 'node:fs';
import { startPostgres } from './pg.mjs';
import { say, tell, Told } from './say.mjs';
import { inTop, nxRun, runNode, step, stopSignal } from './steps.mjs';

const SUFFIX = '.bench.mjs';
/** What a server for ten million rows would have; the figures of bench/README.md were taken with these. */
const SETTINGS = ['shared_buffers=2GB', 'max_wal_size=8GB', 'shared_preload_libraries=pg_stat_statements'];

await tell(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const folder = inTop('bench');
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter((file) => file.endsWith(SUFFIX));
  const known = names.map((file) => file.slice(0, -SUFFIX.length)).sort();
  const list = `npm run bench -- <name> [arguments], as bench/README.md says. There are: ${known.join(', ')}.`;
  if (name === undefined) return void say(list);
  if (!known.includes(name)) throw new Told(`There is no bench "${name}". ${list}`);
  const signal = stopSignal();
  await step('Built web and API', nxRun('build'), { signal });
  const server = process.env.BENCH_DATABASE_URL
    ? undefined
    : await startPostgres({ dataDir: inTop('.data/bench'), settings: SETTINGS });
  try {
    const env = { BENCH_DATABASE_URL: server?.url ?? process.env.BENCH_DATABASE_URL };
    return (await runNode([inTop('bench', `${name}${SUFFIX}`), ...rest], { env, signal })).code;
  } finally {
    await server?.stop();
  }
});
