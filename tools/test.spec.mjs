import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstDifference } from './check-contract.mjs';
import { jestCounts, playwrightCounts } from './test-counts.mjs';

let folder;
const report = (content) => {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ieum-counts-'))));
afterAll(() => rmSync(folder, { recursive: true }));

test('a green run is counted as it is', () => {
  expect(jestCounts(report({ numPassedTests: 7 }), 0)).toEqual({ passed: 7, failed: 0 });
  expect(playwrightCounts(report({ stats: { expected: 3 } }), 0)).toEqual({ passed: 3, failed: 0 });
});

test.each([
  ['nothing ran', () => jestCounts(report({ numPassedTests: 0 }), 0)],
  ['no report was written', () => jestCounts(path.join(folder, 'none.json'), 0)],
  ['the runner failed without a failed test', () => jestCounts(report({ numPassedTests: 5 }), 1)],
  ['a suite did not load', () => jestCounts(report({ numPassedTests: 5, numRuntimeErrorTestSuites: 1 }), 1)],
  ['a test was skipped', () => jestCounts(report({ numPassedTests: 5, numPendingTests: 1 }), 0)],
  ['a journey was skipped', () => playwrightCounts(report({ stats: { expected: 2, skipped: 1 } }), 0)],
  [
    'a journey passed at the second try',
    () => playwrightCounts(report({ stats: { expected: 2, flaky: 1 } }), 0),
  ],
])('it is a failure when %s', (_when, count) => {
  expect(count().failed).toBe(1);
});

test('a contract that changed is told by its first line', () => {
  expect(firstDifference('a\nb\n', 'a\nb\n')).toBeUndefined();
  expect(firstDifference('a\nb\n', 'a\nc\n')).toContain('line 2');
  expect(firstDifference('a\nb\nc', 'a\nb')).toContain('(end)');
});
