/**
 * Every wall, shown to hold: one planted violation that ESLint must report, and its clean twin that it must not.
 * Nothing is written into the source folders: ESLint is given a text and the path it would have.
 * `node tools/eslint/walls.spec.mjs`, part of the lint stage of `npm test`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import noCycles from './no-cycles.mjs';
import { plantings, typedPlantings } from './plantings.mjs';
import { apiFeatures } from './walls.mjs';

const top = path.resolve(import.meta.dirname, '../..');
const failures = [];
let held = 0;

function expectThat(sentence, holds, detail = '') {
  if (holds) held += 1;
  else failures.push(`${sentence}${detail ? `: ${detail}` : ''}`);
}

async function reported(eslint, file, text, rule) {
  const [{ messages }] = await eslint.lintText(text, { filePath: path.join(top, file) });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${file}: ${fatal.message}`);
  return messages.some((message) => message.ruleId === rule);
}

async function checkPlantings(eslint, list) {
  for (const { wall, rule, file, bad, good, goodFile = file } of list) {
    expectThat(
      `"${wall}" is reported`,
      await reported(eslint, file, bad, rule),
      `${rule} was silent in ${file}`,
    );
    expectThat(
      `"${wall}" lets the clean twin pass`,
      !(await reported(eslint, goodFile, good, rule)),
      `${rule} in ${goodFile}`,
    );
  }
}

/** Two files that import each other, on disk in a temporary folder; then one of the two imports becomes a type import. */
function checkCycles() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ieum-walls-'));
  try {
    mkdirSync(path.join(folder, 'inner'));
    const file = path.join(folder, 'a.ts');
    const text = `import { b } from './inner/b';\nexport const a = () => b;\n`;
    const other = path.join(folder, 'inner/b.ts');
    const lint = () =>
      new Linter({ cwd: folder }).verify(
        text,
        [
          {
            files: ['**/*.ts'],
            languageOptions: { parser: tseslint.parser },
            plugins: { ieum: { rules: { 'no-cycles': noCycles } } },
            rules: { 'ieum/no-cycles': 'error' },
          },
        ],
        file,
      );
    writeFileSync(file, text);
    writeFileSync(other, `import { a } from '../a';\nexport const b = () => a;\n`);
    expectThat(
      '"no cycles between files" is reported',
      lint().some(({ ruleId }) => ruleId === 'ieum/no-cycles'),
    );
    rmSync(other);
    writeFileSync(
      path.join(folder, 'inner/b.tsx'),
      `import type { a } from '../a';\nexport const b: typeof a | undefined = undefined;\n`,
    );
    expectThat('"no cycles between files" lets the clean twin pass', lint().length === 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Files that do not exist have no types: these plantings need only the text. The typed ones borrow a real file's place.
const untyped = {
  languageOptions: { parserOptions: { projectService: false, project: false } },
  rules: tseslint.configs.disableTypeChecked.rules,
};
await checkPlantings(new ESLint({ cwd: top, overrideConfig: untyped }), plantings(apiFeatures()));
await checkPlantings(new ESLint({ cwd: top }), typedPlantings());
checkCycles();

process.stdout.write(`Walls: ${held} held, ${failures.length} did not.\n`);
for (const failure of failures) process.stdout.write(`  ${failure}\n`);
process.exit(failures.length === 0 && held > 0 ? 0 : 1);
