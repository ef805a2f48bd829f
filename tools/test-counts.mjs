import { existsSync, readFileSync } from 'node:fs';

/** A runner that left no report, or ran nothing, or failed without a failed test, is one failure. */
function honest(counts, code) {
  if (counts.passed + counts.failed === 0) return { passed: 0, failed: 1 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

/** Counts of a jest run; a suite that could not run, a skipped and a todo test count as failed. */
export function jestCounts(file, code) {
  const report = read(file);
  const failed =
    (report.numFailedTests ?? 0) +
    (report.numRuntimeErrorTestSuites ?? 0) +
    (report.numPendingTests ?? 0) +
    (report.numTodoTests ?? 0);
  return honest({ passed: report.numPassedTests ?? 0, failed }, code);
}

/** Counts of a Playwright run; a skipped test counts as failed, one that passed at the second try as well. */
export function playwrightCounts(file, code) {
  const { stats = {}, errors = [] } = read(file);
  const failed = (stats.unexpected ?? 0) + (stats.flaky ?? 0) + (stats.skipped ?? 0) + errors.length;
  return honest({ passed: stats.expected ?? 0, failed }, code);
}
