import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { startApi } from './api-process';
import { administer, ownerRows, TEMPLATE } from './database';
import { loginAs, type Person } from './people';

export interface Site {
  readonly url: string;
  /** reads the worker's database as its owner */
  rows<Row extends object>(text: string): Promise<Row[]>;
}

interface Watch {
  /** what no page may ever do: errors on the console, answers of 500 and more */
  readonly faults: string[];
  /** refused requests, `status method path`; a journey that provokes none expects none */
  readonly refusals: string[];
}

/** Signs somebody in at a computer of their own, beside the others of the same journey. */
type Visit = (person: Person, address: string) => Promise<Page>;

/** Each worker has a database and an API process of its own; each test fails on what the watch saw. */
export const test = base.extend<{ watch: Watch; visit: Visit }, { site: Site }>({
  site: [
    async ({ browserName }, use, worker) => {
      const name = `ieum_journeys_${browserName}_${process.pid}_${worker.workerIndex}`;
      const files = await mkdtemp(path.join(tmpdir(), 'ieum-journeys-'));
      await administer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
      const api = await startApi(name, files);
      await use({ url: api.url, rows: (text) => ownerRows(name, text) });
      await api.stop();
      await administer(`DROP DATABASE ${name} WITH (FORCE)`);
      await rm(files, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  watch: [
    async ({ context }, use) => {
      const watch: Watch = { faults: [], refusals: [] };
      watchOver(context, watch);
      await use(watch);
      expect(watch.faults, 'errors on the console, or answers of 500 and more').toEqual([]);
    },
    { auto: true },
  ],
  visit: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, address) => {
      const context = await browser.newContext();
      contexts.push(context);
      watchOver(context, watch);
      const page = await context.newPage();
      await loginAs(page, person, address);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

function watchOver(context: BrowserContext, { faults, refusals }: Watch): void {
  context.on('weberror', (error) => faults.push(String(error.error().stack ?? error.error())));
  context.on('console', (message) => {
    // The browser writes a line for every refused request; those are judged by their status below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  context.on('response', (response) => {
    if (response.status() < 400) return;
    const line = `${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`;
    (response.status() >= 500 ? faults : refusals).push(line);
  });
}

export { expect };
