import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CONTRACT, writeContract } from './contract.mjs';
import { say } from './say.mjs';
import { inTop } from './steps.mjs';

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** The first line in which two texts differ, told for a person; undefined when they are the same. */
export function firstDifference(committed, regenerated) {
  if (committed === regenerated) return undefined;
  const [old, fresh] = [committed.split('\n'), regenerated.split('\n')];
  const found = fresh.findIndex((text, index) => text !== old[index]);
  const at = found === -1 ? fresh.length : found;
  return `line ${at + 1}\n    committed:   ${old[at] ?? '(end)'}\n    regenerated: ${fresh[at] ?? '(end)'}`;
}

/** Makes the contract anew in a temporary folder and compares it with the committed one; changes nothing. */
export async function contractIsCurrent(signal) {
  const folder = mkdtempSync(path.join(tmpdir(), 'ieum-contract-'));
  try {
    const fresh = { document: path.join(folder, 'openapi.json'), types: path.join(folder, 'schema.ts') };
    await writeContract(fresh, { signal });
    let current = true;
    for (const [part, file] of Object.entries(CONTRACT)) {
      const difference = firstDifference(read(file), read(fresh[part]));
      if (difference === undefined) continue;
      current = false;
      say(`  ${path.relative(inTop(), file)} is not current: ${difference}`);
    }
    if (!current) say('  npm run contract writes it; commit the result.');
    return current;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
