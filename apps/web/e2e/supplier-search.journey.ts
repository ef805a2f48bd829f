import { loginMessages } from '../src/features/login/messages';
import { entryMessages } from '../src/features/purchases/entry-messages';
import { pageMessages } from '../src/features/suppliers/page-messages';
import { searchMessages } from '../src/features/suppliers/search-messages';
import { accessibilityFindings, sidewaysScroll } from './support/accessibility';
import { findingsAtAllWidths } from './support/accessible';
import { expect, test } from './support/fixtures';
import { loginAs, open, settled } from './support/people';

const search = searchMessages.ko;
const page_ = pageMessages.ko;
const entry = entryMessages.ko;
const PHONE = { width: 360, height: 740 };

test('somebody without an account finds on a phone who makes banners with a valid certificate, and compares two', async ({
  page,
  watch,
}) => {
  await page.setViewportSize(PHONE);
  await open(page, '/login');
  await page.getByRole('main').getByRole('link', { name: loginMessages.ko.publicSuppliers }).click();
  await settled(page);

  const box = page.getByRole('searchbox', { name: search.question });
  await box.fill('현수막');
  const results = page.getByRole('region', { name: search.results }).getByRole('article');
  const yellow = results.filter({ has: page.getByRole('link', { name: '노란들판' }) });
  await expect(page).toHaveURL(/q=/);
  await expect(yellow).toBeVisible();
  await expect(yellow.locator('mark').first()).toHaveText('현수막');
  // The results came while the keyboard stayed where it was.
  await expect(box).toBeFocused();

  const fold = page.getByRole('button', { name: new RegExp(search.filters) });
  await fold.click();
  await page.getByRole('checkbox', { name: search.validToday }).check();
  await expect(page).toHaveURL(/certifiedOn=today/);
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toEqual([]);
  await page.getByRole('button', { name: /곳 보기/ }).click();
  await expect(fold).toBeFocused();
  for (const article of await results.all())
    await expect(article.locator('.found-certificates')).toBeVisible();

  await results.nth(0).getByRole('checkbox').check();
  await results.nth(1).getByRole('checkbox').check();
  await page.getByRole('link', { name: search.compareOpen.replace('{count}', '2') }).click();
  await settled(page);
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  await expect(page.getByRole('rowheader').first()).toContainText('유효한 인증');
  expect(await findingsAtAllWidths(page, 'suppliers-compare')).toEqual([]);

  // The way back leads to the search as it was.
  await page.goBack();
  await settled(page);
  await expect(box).toHaveValue('현수막');
  expect(watch.refusals).toEqual([]);
});

test('initial consonants and a slip of the keyboard find the banner, and the slip is told', async ({
  page,
}) => {
  await open(page, '/suppliers?q=ㅎㅅㅁ');
  const yellow = page.getByRole('article').filter({ has: page.getByRole('link', { name: '노란들판' }) });
  await expect(yellow).toBeVisible();
  await expect(yellow.locator('mark').first()).toHaveText('현수막');
  await expect(page.getByText(search.nearMatchText)).toHaveCount(0);

  await open(page, '/suppliers?q=현수먁');
  await expect(page.getByText("'현수먁' 대신 '현수막'으로 찾았습니다.")).toBeVisible();
  await expect(yellow).toBeVisible();
});

test('a link reproduces the search, back takes the last choice away, and the map narrows to a district', async ({
  page,
}) => {
  await open(page, '/suppliers?certifiedOn=today&map=shown');
  const total = page.getByRole('heading', { level: 2, name: /찾았습니다/ });
  const all = await total.innerText();
  await page.getByRole('button', { name: /^강북구 \d/ }).click();
  await expect(page).toHaveURL(/district=11305/);
  await expect(total).not.toHaveText(all);
  await page.reload();
  await settled(page);
  await expect(page.getByRole('button', { name: /^강북구 \d/ })).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(total).toHaveText(all);
  await page.getByRole('button', { name: /표로 보기/ }).click();
  await expect(page.getByRole('rowheader', { name: '강북구' })).toBeVisible();
});

test('a clerk begins a purchase from an item of a supplier, and what was typed before is asked about', async ({
  page,
}) => {
  await loginAs(page, 'clerk', '/suppliers?q=현수막');
  await page.getByRole('link', { name: '노란들판' }).click();
  await settled(page);
  const item = page.getByRole('article').filter({ hasText: '현수막 제작' });
  await item.getByRole('link', { name: page_.enterPurchaseItem }).click();
  await settled(page);
  await expect(page.getByRole('combobox', { name: entry.supplier })).toHaveValue('노란들판');
  await expect(page.getByLabel(entry.item)).toHaveValue(/현수막 제작/);
  await expect(page.getByLabel(entry.amount)).toHaveValue('44,000');
  await expect(page).toHaveURL(/\/purchases\/new$/);

  await page.goBack();
  await settled(page);
  await page
    .getByRole('article')
    .filter({ hasText: '배너 제작' })
    .getByRole('link', { name: page_.enterPurchaseItem })
    .click();
  await settled(page);
  await expect(page.getByText(entry.startTitle)).toBeVisible();
  await expect(page.getByLabel(entry.item)).toHaveValue(/현수막 제작/);
  await page.getByRole('button', { name: entry.startTake }).click();
  await expect(page.getByLabel(entry.item)).toHaveValue(/배너 제작/);
});
