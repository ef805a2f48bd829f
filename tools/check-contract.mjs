import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CONTRACT_FILES, writeContract } from './contract.mjs';
import { say } from './say.mjs';
import { inTop } from './steps.mjs';

const read = (file) => (existsSync(inTop(file)) ? readFileSync(inTop(file), 'utf8') : '');

function firstDifference(before, after) {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const line = fresh.findIndex((text, index) => text !== old[index]);
  const at = line === -1 ? fresh.length : line;
  return `line ${at + 1}\n    committed:   ${old[at] ?? '(end)'}\n    regenerated: ${fresh[at] ?? '(end)'}`;
}

/**
 * Regenerates the contract and compares it with the files as they are. The files are put back afterwards: a test
 * changes nothing; `npm run contract` does.
 */
export async function contractIsCurrent(signal) {
  const before = new Map(CONTRACT_FILES.map((file) => [file, read(file)]));
  try {
    await writeContract({ signal });
    const stale = CONTRACT_FILES.filter((file) => read(file) !== before.get(file));
    for (const file of stale)
      say(`  ${file} is not current: ${firstDifference(before.get(file), read(file))}`);
    if (stale.length) say('  npm run contract writes it; commit the result.');
    return stale.length === 0;
  } finally {
    for (const [file, text] of before)
      if (text !== '' && read(file) !== text) writeFileSync(inTop(file), text);
  }
}
