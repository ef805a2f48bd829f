import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The web is static files. The API serves them under a strict Content-Security-Policy, so nothing here may
 * be inlined as a script (no module-preload polyfill, no data: assets).
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
  preview: { port: 4173, proxy: { '/api': 'http://localhost:3000' } },
  build: {
    target: 'es2022',
    outDir: resolve(import.meta.dirname, '../../dist/apps/web'),
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        // Long-lived parts apart, so that a release of the product does not make everybody load React again.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: 'router', test: /node_modules\/(react-router|cookie|set-cookie-parser)\//, priority: 2 },
            {
              name: 'data',
              test: /node_modules\/(@tanstack\/(query-core|react-query)|openapi-fetch)\//,
              priority: 2,
            },
          ],
        },
      },
    },
  },
});
