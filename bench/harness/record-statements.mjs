/**
 * Loaded into the API before it starts: notes every statement that leaves for PostgreSQL, one line of JSON each in the
 * file RECORD_TO. Statements that leave while others are under way have their group number, so that a bare handler can
 * send the very same ones in the same way.
 */
import { appendFileSync } from 'node:fs';
import pg from 'pg';

let group = 0;
let underWay = 0;
const query = pg.Client.prototype.query;

pg.Client.prototype.query = function record(first, second, ...rest) {
  const values = Array.isArray(second) ? second : undefined;
  const statement = typeof first === 'string' ? { text: first, values } : first;
  const running = query.call(this, first, second, ...rest);
  if (typeof running?.then !== 'function') return running;
  if (underWay === 0) group += 1;
  const { name, text } = statement;
  appendFileSync(
    process.env.RECORD_TO,
    `${JSON.stringify({ group, name, text, values: statement.values })}\n`,
  );
  underWay += 1;
  const done = () => (underWay -= 1);
  running.then(done, done);
  return running;
};
