import type { Page } from '@playwright/test';
import { publicationMessages } from '../src/features/publications/messages';
import { periodMessages } from '../src/features/purchase-periods/messages';
import { detailMessages } from '../src/features/purchases/detail-messages';
import { entryMessages } from '../src/features/purchases/entry-messages';
import { REFUSAL_MESSAGES } from '../src/lib/refusal-messages';
import { expect, test } from './support/fixtures';
import { open, settled } from './support/people';
import { logPurchase, openYear } from './support/tasks';

const period = periodMessages.ko;
const detail = detailMessages.ko;
const entry = entryMessages.ko;
const publication = publicationMessages.ko;
const ITEM = '자료집 인쇄';

test('a quarter is handed in, closed, adjusted and published again, and version 1 stays as it was', async ({
  visit,
  watch,
  browser,
}) => {
  const clerk = await visit('dongClerk', '/');
  const address = await logPurchase(clerk, { item: ITEM, amountKrw: 900_000, contractDate: '2016-09-12' });
  await open(clerk, '/purchase-periods?fiscalYear=2016&quarter=3');
  await clerk.getByRole('button', { name: period.submitReport }).click();
  await clerk.getByRole('dialog').getByRole('button', { name: period.submitReport }).click();
  await expect(clerk.getByText(period.submitted.replace('{quarter}', '3'))).toBeVisible();

  const manager = await visit('manager', '/');
  await test.step('a quarter without a purchase is handed in as nil', async () => {
    await openYear(manager, 2025);
    const other = await visit('healthClerk', '/purchase-periods?fiscalYear=2025&quarter=4');
    await other.getByRole('button', { name: period.submitNil }).click();
    await other.getByRole('dialog').getByRole('button', { name: period.submitNil }).click();
    await expect(other.getByText(period.submitted.replace('{quarter}', '4'))).toBeVisible();
  });

  await open(manager, '/purchase-periods?fiscalYear=2016&quarter=3');
  const close = period.close.replace('{quarter}', '3');
  await manager.getByRole('button', { name: close }).click();
  await manager
    .getByRole('dialog')
    .getByLabel(period.closeReason)
    .fill('기한이 지난 부서는 실적 없음으로 봄');
  await manager.getByRole('dialog').getByRole('button', { name: close }).click();
  await expect(manager.getByText(period.closed.replace('{quarter}', '3'))).toBeVisible();
  expect(watch.refusals).toEqual([]);

  const first = await publish(manager, '');
  const firstText = await frozen(manager);

  await test.step('an edit in the closed quarter is refused in a sentence', async () => {
    await open(clerk, address);
    await expect(clerk.getByRole('main')).toContainText(REFUSAL_MESSAGES.PERIOD_CLOSED.ko);
    await open(clerk, `${address}/edit`);
    await clerk.getByLabel(entry.amount).fill('950000');
    await clerk.getByRole('button', { name: entry.saveEdit, exact: true }).click();
    await expect(clerk.getByRole('alert')).toContainText(REFUSAL_MESSAGES.PERIOD_CLOSED.ko);
    await expect(clerk.getByLabel(entry.amount)).toHaveValue('950,000');
    expect(watch.refusals).toEqual([expect.stringMatching(/^409 /)]);
    await open(clerk, address);
  });

  await test.step('a signed adjustment goes into the open quarter', async () => {
    await clerk.getByRole('button', { name: detail.adjust }).click();
    const dialog = clerk.getByRole('dialog');
    await dialog.getByLabel(detail.adjustAmount).fill('-100000');
    await dialog.getByLabel(detail.adjustDay).fill('2016-11-25');
    await dialog.getByLabel(detail.adjustReason).fill('쪽수를 줄여 다시 계약함');
    await expect(dialog).toContainText('900,000원 → 800,000원');
    await dialog.getByRole('button', { name: detail.adjustConfirm }).click();
    await expect(clerk.getByText(detail.adjusted)).toBeVisible();
  });

  const second = await publish(manager, '삼양동 자료집 계약 금액 정정');
  await expect(manager.getByRole('main')).toContainText(publication.versionName.replace('{version}', '2'));
  const difference = manager.getByRole('region', { name: publication.differenceTitle });
  await expect(difference.getByRole('row', { name: /삼양동.*실적/ })).toBeVisible();
  await expect(manager.getByRole('main')).toContainText('삼양동 자료집 계약 금액 정정');

  await test.step('everybody reads both versions without an account', async () => {
    const context = await browser.newContext();
    const reader = await context.newPage();
    await open(reader, second);
    await expect(reader.getByRole('region', { name: publication.differenceTitle })).toContainText('삼양동');
    await open(reader, first);
    expect(await frozen(reader)).toEqual(firstText);
    await context.close();
  });
});

/** Publishes the third quarter of 2016 as of 30 November. @returns the address of the publication */
async function publish(page: Page, reason: string): Promise<string> {
  await open(page, '/publications/new');
  await page.getByLabel(publication.year).selectOption('2016');
  await page.getByLabel(publication.quarterLabel).selectOption('3');
  await page.getByLabel(publication.asOf).fill('2016-11-30');
  await page.getByLabel(publication.reason).fill(reason);
  await page.getByRole('button', { name: publication.confirm, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: publication.confirm, exact: true }).click();
  await expect(page).toHaveURL(/publications\/[0-9a-f-]{36}/);
  await settled(page);
  return new URL(page.url()).pathname;
}

/** Ranking and notice as they stand on the page of a publication. */
async function frozen(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole('grid')).toBeVisible();
  return [
    await page.getByRole('grid').innerText(),
    await page.locator('.publication-notice, pre').first().innerText(),
  ];
}
