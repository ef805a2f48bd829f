import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const top = path.resolve(import.meta.dirname, '../..');

/**
 * Numbers from the command line: `--rounds 5`; what is not given keeps its default.
 * @template {Record<string, number>} T
 * @param {T} defaults
 * @returns {T}
 */
export function numbers(defaults) {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' }]));
  const { values } = parseArgs({ options });
  const given = Object.entries(values).map(([name, text]) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} must be a whole number`);
    return [name, value];
  });
  return { ...defaults, ...Object.fromEntries(given) };
}

/** Small, repeatable random numbers (mulberry32): the same seed gives the same run. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}

/** A seed for runs that must not repeat an earlier one; it is printed, and can be given. */
export const freshSeed = () => Date.now() % 2 ** 31;

export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** What was measured, on what, from which source: the first lines of every run. `owner` where a database is asked. */
export async function heading(name, settings, owner) {
  const server = owner && (await owner.query('SHOW server_version')).rows[0].server_version;
  say(
    `${name}   ${Object.entries(settings)
      .map(([key, value]) => `${key}=${value}`)
      .join(' ')}`,
  );
  const versions = `node ${process.versions.node}${server ? `   postgres ${server}` : ''}`;
  say(`commit ${commit()}   ${versions}   ${os.cpus().length} cores`);
}

function commit() {
  const git = (...args) => execFileSync('git', args, { cwd: top, encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--', 'apps/api/src', 'libs/domain/src') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
}

/** Rows of text in columns, the first line is the heading. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]),
    );
    say(`  ${cells.join('   ')}`);
  }
}

export const median = (values) => quantile(values, 0.5);

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
