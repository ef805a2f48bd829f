import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Told } from './say.mjs';

/**
 * The secret kept in a file, made at the first call: 48 hexadecimal characters, readable by its owner only.
 * @throws {Told} when the file belongs to somebody else
 */
export function secretIn(file) {
  const folder = path.dirname(file);
  // In two steps: the mode is for the last folder only, others must be able to pass through its parents.
  mkdirSync(path.dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Told(
      `${file} cannot be read (${error.code}): it was made by another user. Run the command as that user.`,
    );
  }
}
