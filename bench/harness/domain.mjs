import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const top = path.resolve(import.meta.dirname, '../..');

/** A file of the rules, bundled as the API bundles it: `await domain('fairs/solver/fair-schedule')`. */
export async function domain(file) {
  const outDir = path.join(top, 'dist/bench');
  const name = `${path.basename(file)}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      lib: { entry: path.join(top, `libs/domain/src/${file}.ts`), formats: ['es'], fileName: () => name },
    },
  });
  return import(pathToFileURL(path.join(outDir, name)).href);
}
