import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** Programs that leave this build; each is one file under dist/apps/api, run by Node. */
const PROGRAMS = [
  'main',
  'migrate',
  'seed-demo',
  'openapi',
  'recompute-achievements',
  'verify-audit',
  'load-item-categories',
  'sheet-worker',
  'schedule-worker',
];

export default defineConfig({
  root: import.meta.dirname,
  resolve: { tsconfigPaths: true },
  build: {
    ssr: true,
    target: 'node22',
    outDir: resolve(import.meta.dirname, '../../dist/apps/api'),
    emptyOutDir: true,
    sourcemap: true,
    rollupOptions: {
      input: Object.fromEntries(
        PROGRAMS.map((name) => [name, resolve(import.meta.dirname, `src/${name}.ts`)]),
      ),
    },
  },
});
