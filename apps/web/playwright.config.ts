import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';

const results = path.resolve(import.meta.dirname, '../../.data/test-results');

/** The journeys in a real browser; `npm test -- --only=journeys` hands over the browser and the database server. */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.journey.ts',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: path.join(results, 'journeys'),
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    // An action that finds nothing to act on fails soon, and says on what.
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env['CHROME_PATH'] },
  },
});
