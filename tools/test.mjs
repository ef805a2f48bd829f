/**
 * `npm test`: everything, in the order of the table below; `npm test -- --only=api,journeys` runs some of it.
 * A failed stage does not keep the later ones from running. One closing line counts it all.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { contractIsCurrent } from './check-contract.mjs';
import { findBrowser } from './find-browser.mjs';
import { startPostgres } from './pg.mjs';
import { say, seconds, tell, Told } from './say.mjs';
import { inTop, nxRun, runNode, Stopped, stopSignal } from './steps.mjs';
import { jestCounts, playwrightCounts } from './test-counts.mjs';

const RESULTS = inTop('.data/test-results');
const bin = {
  prettier: 'prettier/bin/prettier.cjs',
  eslint: 'eslint/bin/eslint.js',
  jest: 'jest/bin/jest.js',
};
const tool = (name) => inTop('node_modules', bin[name]);
const program = (...args) => ({ programs: [args] });
const jest = (folder, ...needs) => ({ jest: folder, needs });

/** name, title, work; `needs` names what is prepared before the stage. */
const STAGES = [
  { name: 'format', title: 'Format', ...program(tool('prettier'), '--check', '--log-level=warn', '.') },
  {
    name: 'lint',
    title: 'Lint and walls',
    programs: [
      nxRun('lint'),
      [tool('eslint'), 'tools', 'eslint.config.mjs'],
      [inTop('tools/eslint/walls.spec.mjs')],
    ],
  },
  { name: 'types', title: 'Types', ...program(...nxRun('typecheck')) },
  { name: 'build', title: 'Build', ...program(...nxRun('build')) },
  { name: 'rules', title: 'Rules (libs/domain)', ...jest('libs/domain') },
  { name: 'screens', title: 'Screens (apps/web)', ...jest('apps/web') },
  { name: 'tools', title: 'Start-up tools', ...jest('tools') },
  { name: 'api', title: 'API on real PostgreSQL', ...jest('apps/api', 'database') },
  { name: 'contract', title: 'Contract', check: contractIsCurrent },
  {
    name: 'journeys',
    title: 'Journeys in a browser',
    playwright: 'apps/web',
    needs: ['database', 'browser'],
  },
];

function chosenStages(args) {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  if (!only) return STAGES;
  const names = only.split(',');
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length) {
    throw new Told(
      `No stage "${unknown.join(', ')}". Stages: ${STAGES.map((stage) => stage.name).join(', ')}.`,
    );
  }
  return STAGES.filter((stage) => names.includes(stage.name));
}

/** What several stages share, made when the first of them asks; its environment is handed to the tests. */
function preparations(cleanUp) {
  const made = {};
  const makers = {
    database: async () => {
      if (process.env.TEST_DATABASE_URL) return {};
      const server = await startPostgres({ memory: true });
      cleanUp.push(server.stop);
      return { TEST_DATABASE_URL: server.url };
    },
    browser: async () => {
      const { file, env } = await findBrowser();
      say(`  Browser: ${file}`);
      return { CHROME_PATH: file, ...env };
    },
  };
  return async (needs = []) => {
    let env = {};
    for (const need of needs) env = { ...env, ...(await (made[need] ??= makers[need]())) };
    return env;
  };
}

async function runTests(stage, env, signal) {
  const report = path.join(RESULTS, `${stage.name}.json`);
  rmSync(report, { force: true });
  if (stage.jest) {
    const config = inTop(stage.jest, 'jest.config.mjs');
    const args = [
      '--experimental-vm-modules',
      '--no-warnings',
      tool('jest'),
      '-c',
      config,
      '--json',
      `--outputFile=${report}`,
    ];
    const { code } = await runNode(args, { env: { ...env, NODE_ENV: 'test' }, signal });
    return jestCounts(report, code);
  }
  const args = [
    inTop('node_modules/@playwright/test/cli.js'),
    'test',
    '-c',
    inTop(stage.playwright, 'playwright.config.ts'),
  ];
  const { code } = await runNode([...args, '--reporter=list,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    signal,
  });
  return playwrightCounts(report, code);
}

/** @returns {Promise<{passed: number, failed: number}>} a stage without tests counts as one */
async function runStage(stage, prepare, signal) {
  const env = await prepare(stage.needs);
  if (stage.jest || stage.playwright) return runTests(stage, env, signal);
  let good = true;
  for (const args of stage.programs ?? []) good = (await runNode(args, { env, signal })).code === 0 && good;
  if (stage.check) good = await stage.check(signal);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1 };
}

async function main() {
  const stages = chosenStages(process.argv.slice(2));
  const signal = stopSignal();
  const cleanUp = [];
  const prepare = preparations(cleanUp);
  const total = { passed: 0, failed: 0 };
  const begin = performance.now();
  mkdirSync(RESULTS, { recursive: true });
  try {
    for (const stage of stages) {
      const start = performance.now();
      say(`\n== ${stage.title} ==`);
      let counts;
      try {
        counts = await runStage(stage, prepare, signal);
      } catch (error) {
        if (error instanceof Stopped || signal.aborted) throw new Stopped();
        say(error instanceof Told ? error.message : error.stack);
        counts = { passed: 0, failed: 1 };
      }
      total.passed += counts.passed;
      total.failed += counts.failed;
      say(`-- ${stage.title}: ${counts.passed} passed, ${counts.failed} failed (${seconds(start)})`);
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    say('\nStopped.');
    return 130;
  } finally {
    for (const stop of cleanUp) await stop();
  }
  say(`\nAll of it took ${seconds(begin)}.`);
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

await tell(main);
process.exit();
