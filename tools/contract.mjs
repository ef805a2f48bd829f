/** `npm run contract`: writes libs/api-client/openapi.json and the types made from it; both are committed. */
import { say, tell } from './say.mjs';
import { inTop, nxRun, step, stopSignal } from './steps.mjs';

/** The committed files of the contract. */
export const CONTRACT = {
  document: inTop('libs/api-client/openapi.json'),
  types: inTop('libs/api-client/src/generated/schema.ts'),
};

/**
 * Makes the contract from the API's sources; needs no database.
 * @param {{document: string, types: string}} files where to write it
 */
export async function writeContract(files, { signal } = {}) {
  await step('Built the API', nxRun('build', '-p', 'api'), { signal });
  await step('Wrote the document', [inTop('dist/apps/api/openapi.js'), files.document], { signal });
  const generator = inTop('node_modules/openapi-typescript/bin/cli.js');
  await step('Wrote the types', [generator, files.document, '-o', files.types], { signal });
}

if (process.argv[1] === import.meta.filename) {
  await tell(async () => {
    await writeContract(CONTRACT, { signal: stopSignal() });
    say('The contract is up to date; commit it together with the change that made it.');
  });
  process.exit();
}
