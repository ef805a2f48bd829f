import { expect, type Locator, type Page } from '@playwright/test';
import type { Site } from './fixtures';

/** The fairs of the demo, by how their names begin. */
export const FAIRS = {
  today: '찾아가는 박람회 강북구청',
  large: '서울 사회적경제 공공구매 박람회',
  applications: '강북구 돌봄·생활 박람회',
} as const;

export async function fairId(site: Site, fair: keyof typeof FAIRS): Promise<string> {
  const [row] = await site.rows<{ id: string }>(`SELECT id FROM fairs WHERE name LIKE '${FAIRS[fair]}%'`);
  expect(row, `the demo has ${FAIRS[fair]}`).toBeDefined();
  return row?.id ?? '';
}

/** Its label goes on with a mark when it is required. */
export function textbox(where: Page | Locator, label: string): Locator {
  return where.getByRole('textbox', { name: new RegExp(`^${label}`) });
}

export function said(page: Page, text: string | RegExp): Locator {
  return page.getByRole('status').filter({ hasText: text });
}

/** What every row of a fair is found by: it fills in `:fair`. */
export function rowsOfFair<Row extends object>(site: Site, fair: string, text: string): Promise<Row[]> {
  return site.rows<Row>(text.replaceAll(':fair', `'${fair}'::uuid`));
}

/** Types into a field that searches, and takes the row of that name once the search has answered. */
export async function choose(page: Page, field: Locator, name: string): Promise<void> {
  await field.fill(name);
  const options = page.getByRole('option');
  // Until then the rows are those of the search before, and move away under the pointer.
  await expect(options.filter({ hasNotText: name })).toHaveCount(0);
  await options.filter({ has: page.getByText(name, { exact: true }) }).click();
}
