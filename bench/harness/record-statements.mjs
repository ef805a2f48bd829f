/**
 * Loaded into the API before it starts: notes every statement that leaves for PostgreSQL, in groups of those that leave
 * together, so that a bare handler can send the very same ones. SIGUSR2 writes the notes to RECORD_TO and begins anew.
 */
import { writeFileSync } from 'node:fs';
import pg from 'pg';

let groups = [];
let underWay = 0;
const query = pg.Client.prototype.query;

pg.Client.prototype.query = function record(first, second, ...rest) {
  const text = typeof first === 'string' ? first : first.text;
  const values = typeof first === 'string' ? (Array.isArray(second) ? second : []) : (first.values ?? []);
  const running = query.call(this, first, second, ...rest);
  if (typeof running?.then !== 'function') return running;
  if (underWay === 0) groups.push([]);
  groups.at(-1).push({ text, values });
  underWay += 1;
  const done = () => (underWay -= 1);
  running.then(done, done);
  return running;
};

process.on('SIGUSR2', () => {
  writeFileSync(process.env.RECORD_TO, JSON.stringify(groups));
  groups = [];
});
