/**
 * `npm run bench -- <name> [arguments]`: runs bench/<name>.bench.mjs against a bundled PostgreSQL of its own in `.data/bench`
 * (kept, because large data takes long to make). BENCH_DATABASE_URL is the superuser's address of that server.
 */
import { existsSync, readdirSync } from 'node:fs';
import { startPostgres } from './pg.mjs';
import { tell, Told } from './say.mjs';
import { inTop, nxRun, runNode, step, stopSignal } from './steps.mjs';

const SUFFIX = '.bench.mjs';

await tell(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const folder = inTop('bench');
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter((file) => file.endsWith(SUFFIX));
  const known = names.map((file) => file.slice(0, -SUFFIX.length)).sort();
  if (!known.includes(name))
    throw new Told(`Say which one: npm run bench -- <name>. There are: ${known.join(', ')}.`);
  const signal = stopSignal();
  await step('Built web and API', nxRun('build'), { signal });
  const server = process.env.BENCH_DATABASE_URL
    ? undefined
    : await startPostgres({ dataDir: inTop('.data/bench') });
  try {
    const env = { BENCH_DATABASE_URL: server?.url ?? process.env.BENCH_DATABASE_URL };
    return (await runNode([inTop('bench', `${name}${SUFFIX}`), ...rest], { env, signal })).code;
  } finally {
    await server?.stop();
  }
});
