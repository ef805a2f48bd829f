import { componentMessages } from '../src/components/messages';
import { catalogueMessages } from '../src/features/catalogue/messages';
import { findingsAtAllWidths } from './support/accessible';
import { expect, test } from './support/fixtures';
import { loginAs, open, settled } from './support/people';
import { bluePicture } from './support/pictures';

const t = catalogueMessages.ko;
const NAME = '시험 현수막 (5m × 0.9m)';

test('an enterprise writes an item, is told what is missing, and publishes it with a photo', async ({
  page,
  browser,
  visit,
  watch,
}) => {
  await loginAs(page, 'enterprise', '/enterprise/catalogue');
  await page.getByRole('link', { name: t.create }).first().click();
  await settled(page);
  await page.getByLabel(t.name).fill(NAME);
  await page.getByRole('combobox', { name: t.category }).fill('현수막');
  await page.getByRole('option', { name: /^현수막 55121706/ }).click();
  await page.getByLabel(t.price, { exact: true }).fill('55000');

  await test.step('what was typed survives a reload', async () => {
    await page.reload();
    await settled(page);
    await expect(page.getByText(componentMessages.ko.draftKept)).toBeVisible();
    await expect(page.getByLabel(t.name)).toHaveValue(NAME);
    await expect(page.getByRole('combobox', { name: t.category })).toHaveValue('현수막');
  });
  await page.getByRole('button', { name: t.save, exact: true }).click();
  await expect(page).toHaveURL(/\/enterprise\/catalogue\/[0-9a-f-]{36}$/);
  await settled(page);

  await test.step('publishing names what is missing, before anything is sent', async () => {
    await page.getByRole('button', { name: t.saveAndPublish }).click();
    const summary = page.getByRole('alert');
    await expect(summary).toContainText(t.error_description);
    await expect(summary).toContainText(t.error_unit);
    await page.getByLabel(new RegExp(`^${t.descriptionField}`)).fill('친환경 원단, 실외용');
    await page.getByLabel(t.unit, { exact: true }).fill('장');
  });

  await test.step('a photo needs words', async () => {
    const file = { name: 'banner.png', mimeType: 'image/png', buffer: bluePicture(2400, 1500) };
    await page.getByLabel(t.photoFile).setInputFiles(file);
    await page.getByRole('button', { name: t.photoAdd }).click();
    await expect(page.getByText(t.photo_alternative_text)).toBeVisible();
    await page.getByLabel(t.photoText).fill('행사장에 걸린 파란 현수막');
    await page.getByRole('button', { name: t.photoAdd }).click();
    await expect(page.getByText(t.photoAdded)).toBeVisible();
    // The draft's photo is shown to its enterprise, once in the list and once in the preview.
    await expect(page.getByRole('img', { name: '행사장에 걸린 파란 현수막' })).toHaveCount(2);
  });
  expect(await findingsAtAllWidths(page, 'enterprise/catalogue-item')).toEqual([]);
  await page.getByRole('button', { name: t.saveAndPublish }).click();
  await expect(page.getByText(t.published)).toBeVisible();
  const id = page.url().split('/').at(-1) ?? '';
  expect(watch.refusals).toEqual([]);

  const stranger = await (await browser.newContext()).newPage();
  const supplierId = await page.evaluate(async (item) => {
    const answer: { supplierId: string } = await (await fetch(`/api/v1/catalogue-items/${item}`)).json();
    return answer.supplierId;
  }, id);
  await test.step('everybody sees it, photo and all', async () => {
    await open(stranger, `/suppliers/${supplierId}`);
    const photo = stranger.getByRole('img', { name: '행사장에 걸린 파란 현수막' });
    await photo.scrollIntoViewIfNeeded();
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2000);
    await expect(stranger.getByRole('heading', { name: NAME })).toBeVisible();
  });

  await test.step('when the centre was faster, both versions are shown and mine can be kept', async () => {
    const keeper = await visit('support', `/catalogue-items/${id}`);
    await keeper.getByLabel(t.price, { exact: true }).fill('66000');
    await keeper.getByRole('button', { name: t.save, exact: true }).click();
    await expect(keeper.getByText(t.savedPublic)).toBeVisible();
    await page.getByLabel(t.unit, { exact: true }).fill('개');
    await page.getByRole('button', { name: t.save, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('66,000');
    await dialog.getByRole('button', { name: componentMessages.ko.versionKeepMine }).click();
    await expect(page.getByText(t.savedPublic)).toBeVisible();
  });
  watch.refusals.length = 0;

  await test.step('archived, it is offered no longer and its photo is gone', async () => {
    const address = await stranger
      .getByRole('img', { name: '행사장에 걸린 파란 현수막' })
      .getAttribute('src');
    await page.getByRole('button', { name: t.archive, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.archive, exact: true }).click();
    await expect(page.getByText(t.archivedNotice)).toBeVisible();
    expect((await stranger.request.get(address ?? '')).status()).toBe(404);
    await open(stranger, `/suppliers/${supplierId}`);
    await expect(stranger.getByRole('heading', { name: NAME })).toHaveCount(0);
  });
  await stranger.context().close();
});

test('what is old is confirmed several at once', async ({ page, site, watch }) => {
  await loginAs(page, 'enterprise', '/enterprise/catalogue');
  const stale = page.getByRole('button', { name: /확인이 필요한 \d+개 고르기/ });
  const boxes = page.getByRole('checkbox', { name: / 고르기$/ });
  await expect(boxes.first()).toBeVisible();
  if (await stale.isVisible()) await stale.click();
  else await boxes.first().check();
  await page.getByRole('button', { name: t.confirmChosen }).click();
  await expect(page.getByText(/개 품목을 오늘 날짜로 확인했습니다\./)).toBeVisible();
  const [left] = await site.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM catalogue_items i JOIN users u ON u.enterprise_id = i.supplier_id
     WHERE u.email = 'company@supplier.example' AND i.state = 'published' AND i.confirmed_on < current_date - 366`,
  );
  expect(left).toEqual({ count: 0 });
  expect(watch.refusals).toEqual([]);
});
