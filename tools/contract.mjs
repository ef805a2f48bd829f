/** `npm run contract`: writes libs/api-client/openapi.json and the types made from it; both are committed. */
import { say, tell } from './say.mjs';
import { inTop, nxRun, step, stopSignal } from './steps.mjs';

const DOCUMENT = 'libs/api-client/openapi.json';
const TYPES = 'libs/api-client/src/generated/schema.ts';
export const CONTRACT_FILES = [DOCUMENT, TYPES];

/** Regenerates the contract from the API's sources. Needs no database. */
export async function writeContract({ signal } = {}) {
  await step('Built the API', nxRun('build', '-p', 'api'), { signal });
  await step('Wrote openapi.json', [inTop('dist/apps/api/openapi.js')], { signal });
  const generate = [inTop('node_modules/openapi-typescript/bin/cli.js'), inTop(DOCUMENT), '-o', inTop(TYPES)];
  await step('Wrote the types', generate, { signal });
}

if (process.argv[1] === import.meta.filename) {
  await tell(async () => {
    await writeContract({ signal: stopSignal() });
    say('The contract is up to date; commit it together with the change that made it.');
  });
}
