import { achievementMessages } from '../src/features/achievements/messages';
import { entryMessages } from '../src/features/purchases/entry-messages';
import { expect, test } from './support/fixtures';
import { actualKrw, figure } from './support/figures';
import { pressEnterOn, typeInto } from './support/keyboard';
import { loginAs, open, PEOPLE, settled } from './support/people';
import { fillReceipt } from './support/tasks';

const entry = entryMessages.ko;
const achievement = achievementMessages.ko;
const NUMBER = '제2026-일자리-0160호';

test('a clerk logs a banner by keyboard on a phone and finds it behind the figure', async ({
  page,
  watch,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '/login');
  await pressEnterOn(page, page.getByRole('button', { name: PEOPLE.clerk.name }));
  await expect(page).not.toHaveURL(/\/login/);
  await settled(page);
  const before = await actualKrw(page, 2026, achievement.actual);

  await open(page, '/purchases/new');
  await typeInto(page, page.getByRole('combobox', { name: entry.supplier }), '노란들판');
  await expect(page.getByRole('option', { name: /노란들판/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(entry.supplierRegistered)).toBeVisible();
  await typeInto(page, page.getByLabel(entry.item), '현수막/배너 제작');
  await typeInto(page, page.getByLabel(entry.amount), '160000');
  await expect(page.getByLabel(entry.amount)).toHaveValue('160,000');
  await typeInto(page, page.getByLabel(entry.contractDate), '20261102');
  await typeInto(page, page.getByLabel(entry.contractNumber), NUMBER);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('status').filter({ hasText: '현수막/배너 제작 160,000' })).toBeVisible();
  expect(watch.refusals).toEqual([]);
  expect(await actualKrw(page, 2026, achievement.actual)).toBe(before + 160_000);

  // The institution's total has no link for a clerk, who may not open all of its rows; the own department's bar has.
  await expect(figure(page, achievement.actual).getByRole('link')).toHaveCount(0);
  await pressEnterOn(page, page.getByRole('main').getByRole('link', { name: '일자리지원과' }));
  await settled(page);
  await pressEnterOn(page, page.getByRole('link', { name: '현수막/배너 제작' }).first());
  await settled(page);
  await expect(page.getByText(NUMBER)).toBeVisible();
  await expect(page.getByText('160,000').first()).toBeVisible();
});

test('the same contract number is refused in a sentence, and the form keeps what was typed', async ({
  page,
  watch,
}) => {
  await loginAs(page, 'dongClerk', '/purchases/new');
  const receipt = { amountKrw: 160_000, contractDate: '2026-11-02', contractNumber: '제2026-삼양-1호' };
  await fillReceipt(page, { ...receipt, item: '현수막/배너 제작' });
  await page.getByRole('button', { name: entry.saveNext }).click();
  await expect(page.getByRole('status').filter({ hasText: '현수막/배너 제작' })).toBeVisible();

  await fillReceipt(page, { ...receipt, item: '배너 거치대' });
  await page.getByRole('button', { name: entry.saveNext }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(entry.contractNumber);
  await expect(alert).toContainText(/이미|같은/);
  await expect(alert).toBeFocused();
  expect(watch.refusals).toEqual(['409 POST /api/v1/purchases']);
  await expect(page.getByLabel(entry.item)).toHaveValue('배너 거치대');
  await expect(page.getByLabel(entry.amount)).toHaveValue('160,000');
  await expect(page.getByLabel(entry.contractNumber)).toHaveValue('제2026-삼양-1호');

  await page.getByLabel(entry.contractNumber).fill('제2026-삼양-2호');
  await page.getByRole('button', { name: entry.saveNext }).dblclick();
  await expect(page.getByRole('status').filter({ hasText: '배너 거치대' })).toBeVisible();
  await open(page, '/purchases?fiscalYear=2026&q=배너+거치대');
  await expect(page.getByRole('link', { name: '배너 거치대' })).toHaveCount(1);
});
