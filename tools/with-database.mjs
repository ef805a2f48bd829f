/** `npm run recompute-achievements`, `verify-audit`, `load-item-categories`: a program of the API on the database that `npm start` uses. */
import { apiEnvironment, openDatabase } from './environment.mjs';
import { tell } from './say.mjs';
import { inTop, nxRun, runNode, step, stopSignal } from './steps.mjs';

await tell(async () => {
  const [program, ...rest] = process.argv.slice(2);
  const signal = stopSignal();
  await step('Built web and API', nxRun('build'), { signal });
  const database = await openDatabase();
  try {
    const env = { ...apiEnvironment(), ...database.env };
    return (await runNode([inTop(`dist/apps/api/${program}.js`), ...rest], { env, signal })).code;
  } finally {
    await database.stop();
  }
});
