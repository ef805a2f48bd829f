import { componentMessages } from '../src/components/messages';
import { layoutMessages } from '../src/app/messages';
import { entryMessages } from '../src/features/purchases/entry-messages';
import { purchaseMessages } from '../src/features/purchases/messages';
import { publicationMessages } from '../src/features/publications/messages';
import { rankingMessages } from '../src/features/rankings/messages';
import { accessibilityFindings } from './support/accessibility';
import { expect, test } from './support/fixtures';
import { loginAs, open, PEOPLE, settled } from './support/people';
import { takePicture } from './support/screenshots';
import { logPurchase } from './support/tasks';

const entry = entryMessages.ko;
const list = purchaseMessages.ko;
const words = componentMessages.ko;
test('a session that ends in the middle of a form costs nothing that was typed', async ({ page, watch }) => {
  await loginAs(page, 'clerk', '/purchases/new');
  await page.getByRole('combobox', { name: entry.supplier }).fill('마을에서 처음 만난 가게');
  await page.getByLabel(entry.item).fill('직원 교육 도시락');
  await page.getByLabel(entry.amount).fill('352000');
  await page.getByLabel(entry.paymentDate).fill('2026-11-05');
  const ended = await page.context().request.post('/api/v1/auth/logout');
  expect(ended.ok()).toBe(true);

  // Whichever comes first meets the ended session: the button, or a question that the page asks by itself.
  const save = page.getByRole('button', { name: entry.saveNext }).click();
  await Promise.any([page.waitForURL(/\/login\?next=/), save]);
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByRole('button', { name: PEOPLE.clerk.name }).click();
  await expect(page).toHaveURL(/\/purchases\/new/);
  await expect(page.getByText(words.draftKept)).toBeVisible();
  await expect(page.getByRole('combobox', { name: entry.supplier })).toHaveValue('마을에서 처음 만난 가게');
  await expect(page.getByLabel(entry.item)).toHaveValue('직원 교육 도시락');
  await expect(page.getByLabel(entry.amount)).toHaveValue('352,000');
  await expect(page.getByLabel(entry.paymentDate)).toHaveValue(/2026-11-05/);
  await page.getByRole('button', { name: entry.saveNext }).click();
  await expect(page.getByRole('status').filter({ hasText: '직원 교육 도시락' })).toBeVisible();
  expect(watch.refusals.filter((refusal) => !refusal.startsWith('401'))).toEqual([]);
});

test('two tabs on one purchase: the later one sees both versions and decides', async ({ page, watch }) => {
  await loginAs(page, 'healthClerk');
  const receipt = { item: '처음 품목', amountKrw: 240_000, contractDate: '2026-11-03' };
  const address = await logPurchase(page, receipt);
  await open(page, `${address}/edit`);
  const other = await page.context().newPage();
  await open(other, `${address}/edit`);
  await other.getByLabel(entry.item).fill('먼저 저장한 품목');
  await other.getByRole('button', { name: entry.saveEdit, exact: true }).click();
  await expect(other.getByText(entry.savedEdit)).toBeVisible();

  await page.getByLabel(entry.item).fill('나중에 저장한 품목');
  await page.getByRole('button', { name: entry.saveEdit, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.versionTitle });
  await expect(dialog).toContainText('먼저 저장한 품목');
  await expect(dialog).toContainText('나중에 저장한 품목');
  expect(watch.refusals).toEqual([`412 PATCH /api/v1${address}`]);
  expect(await accessibilityFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.versionKeepMine }).click();
  await expect(page.getByRole('heading', { level: 1, name: '나중에 저장한 품목' })).toBeVisible();
});

test('the back button brings back the list as it was filtered', async ({ page }) => {
  await loginAs(page, 'manager', '/purchases?fiscalYear=2026');
  await page.getByLabel(list.period).selectOption('q1');
  await settled(page);
  const item = await page.getByRole('grid').getByRole('link').first().innerText();
  await page.getByLabel(list.search).fill(item);
  await page.getByLabel(list.search).press('Enter');
  await expect(page).toHaveURL(/q=/);
  await settled(page);
  const filtered = page.url();
  const first = page.getByRole('grid').getByRole('link').first();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(item);
  await page.goBack();
  await settled(page);
  expect(page.url()).toBe(filtered);
  await expect(page.getByLabel(list.period)).toHaveValue('q1');
  await expect(page.getByLabel(list.search)).toHaveValue(item);
  await expect(page.getByRole('grid').getByRole('link').first()).toHaveText(item);
});

test('English is one press away and is remembered', async ({ page }) => {
  await loginAs(page, 'manager', '/purchases');
  await page.getByRole('button', { name: layoutMessages.ko.otherLanguage }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(purchaseMessages.en.title);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(purchaseMessages.en.title);
  for (const address of ['/achievements', '/rankings', '/purchase-targets']) {
    await open(page, address);
    expect(await accessibilityFindings(page)).toEqual([]);
  }
  await page.getByRole('button', { name: layoutMessages.en.otherLanguage }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});

test('ranking and publication print with their figures and without the controls', async ({ page, site }) => {
  await loginAs(page, 'manager', '/rankings?fiscalYear=2016&view=table');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByRole('main')).toContainText(rankingMessages.ko.title);
  await expect(page.getByRole('main')).toContainText('일자리지원과');
  await expect(page.getByRole('grid').getByText(/\d%/).first()).toBeVisible();
  await takePicture(page, 'print/rankings');

  const [newest] = await site.rows<{ id: string }>(
    `SELECT id FROM publications WHERE fiscal_year = 2016 AND quarter = 2 ORDER BY publication_version DESC LIMIT 1`,
  );
  await page.emulateMedia({ media: 'screen' });
  await open(page, `/publications/${newest?.id}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('main')).toContainText(publicationMessages.ko.policyTitle);
  await expect(page.getByRole('main').getByText('일자리지원과').first()).toBeVisible();
  await expect(page.getByRole('grid').getByText(/\d%/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: words.print })).toBeHidden();
  // The sheet belongs to the page: nothing keeps the place of the navigation.
  expect((await page.getByRole('main').boundingBox())?.width).toBeGreaterThan(1000);
  await takePicture(page, 'print/publication');
});

test('an address that leads nowhere says so, with a way on', async ({ page }) => {
  await loginAs(page, 'clerk', '/no/such/page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(layoutMessages.ko.notFoundTitle);
  await page.getByRole('link', { name: layoutMessages.ko.toHome }).click();
  await expect(page).toHaveURL(/\/$/);
});

for (const theme of ['dark', 'contrast'] as const) {
  test(`the ${theme} theme keeps its contrasts`, async ({ page }) => {
    await loginAs(page, 'clerk');
    await page.evaluate((chosen) => localStorage.setItem('ieum.theme', chosen), theme);
    for (const address of ['/', '/purchases', '/purchases/new', '/achievements', '/rankings']) {
      await open(page, address);
      expect(await accessibilityFindings(page), address).toEqual([]);
      await takePicture(page, `${theme}/${address.slice(1) || 'home'}`);
    }
  });
}
