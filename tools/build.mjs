/** `npm run build`: every project, into dist/. */
import { tell } from './say.mjs';
import { nxRun, runNode, stopSignal } from './steps.mjs';

await tell(
  async () => (await runNode(nxRun('build', ...process.argv.slice(2)), { signal: stopSignal() })).code,
);
