import { achievementMessages } from '../src/features/achievements/messages';
import { importMessages } from '../src/features/purchase-imports/messages';
import { importWords } from '../src/lib/import-messages';
import { findingsAtAllWidths } from './support/accessible';
import { actualKrw } from './support/figures';
import { expect, test } from './support/fixtures';
import { loginAs, settled } from './support/people';
import { asCp949, asXlsx, FINANCE_SHEET_KRW, financeSheet } from './support/sheets';

const t = importMessages.ko;
const { actual } = achievementMessages.ko;

const FORMS = [
  { person: 'healthClerk', name: '8월 지출.xlsx', make: () => asXlsx(financeSheet('보건')) },
  {
    person: 'dongClerk',
    name: '9월 지출(cp949).csv',
    make: () => Promise.resolve(asCp949(financeSheet('삼양'))),
  },
] as const;

for (const { person, name, make } of FORMS) {
  test(`${name}: dry run, application and undoing`, async ({ page, watch }) => {
    await loginAs(page, person);
    const before = await actualKrw(page, 2026, actual);
    await page.goto('/purchase-imports');
    await settled(page);
    await page.getByLabel(importWords.ko.file).setInputFiles({ name, mimeType: '', buffer: await make() });
    await page.getByRole('button', { name: t.start }).click();
    await expect(page).toHaveURL(/purchase-imports\/.+/);

    await test.step('the dry run names the rows of each class', async () => {
      await expect(page.getByRole('button', { name: t.apply.replace('{count}', '3') })).toBeVisible();
      const main = page.getByRole('main');
      for (const [kind, row] of [
        ['sales', 4],
        ['subtotal', 5],
        ['negative_unlinked', 6],
        ['duplicate_in_file', 7],
        ['invalid', 8],
        ['total', 10],
      ] as const) {
        const rows = new RegExp(`${escaped(t[`class_${kind}`])} 1건.*: ${row}행`);
        await expect(main.getByText(rows).first()).toBeVisible();
      }
      await expect(main.getByText('헤어샾 간판 정비').first()).toBeVisible();
      expect(await actualKrw(await page.context().newPage(), 2026, actual)).toBe(before);
    });
    expect(await findingsAtAllWidths(page, `${person}/purchase-import`)).toEqual([]);

    await page.getByRole('button', { name: t.apply.replace('{count}', '3') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t.apply.replace('{count}', '3') })
      .click();
    await expect(page.getByText(/구매 3건, 2,330,000원/).first()).toBeVisible();
    const address = page.url();
    expect(await actualKrw(page, 2026, actual)).toBe(before + FINANCE_SHEET_KRW);

    await page.goto(address);
    await page.getByRole('button', { name: t.undo }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.undoConfirm }).click();
    await expect(page.getByText(t.undoneTitle)).toBeVisible();
    expect(await actualKrw(page, 2026, actual)).toBe(before);
    expect(watch.refusals).toEqual([]);
  });
}

test('a file that is no sheet is refused in a sentence', async ({ page }) => {
  await loginAs(page, 'clerk', '/purchase-imports');
  await page
    .getByLabel(importWords.ko.file)
    .setInputFiles({ name: '지출.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.7 this is no workbook') });
  await page.getByRole('button', { name: t.start }).click();
  await expect(page.getByRole('alert').first()).toContainText(/니다\.|주십시오\./);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
