import { randomInt } from 'node:crypto';

/** Without the letters that are mistaken for one another when somebody reads them out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** About 79 bits, in groups that can be read over the telephone; it must be changed at the first login. */
export function initialPassword(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
