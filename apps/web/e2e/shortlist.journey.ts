import { directAwardHintMessages } from '../src/components/direct-award-hint-messages';
import { shortlistButtonMessages } from '../src/components/shortlist-messages';
import { awardRuleMessages } from '../src/features/direct-award/messages';
import { entryMessages } from '../src/features/purchases/entry-messages';
import { shortlistMessages } from '../src/features/shortlists/messages';
import { directAwardWords } from '../src/lib/direct-award-messages';
import { accessibilityFindings } from './support/accessibility';
import { findingsAtAllWidths } from './support/accessible';
import { expect, test, type Site } from './support/fixtures';
import { loginAs, open, PEOPLE, settled } from './support/people';

const t = shortlistMessages.ko;
const button = shortlistButtonMessages.ko;
const rules = awardRuleMessages.ko;
const hint = directAwardHintMessages.ko;
const word = directAwardWords.ko;

async function supplierId(site: Site, condition: string): Promise<string> {
  const [row] = await site.rows<{ id: string }>(
    `SELECT id FROM suppliers WHERE merged_into_id IS NULL AND ${condition} ORDER BY name LIMIT 1`,
  );
  return row?.id ?? '';
}

test('what was put aside before signing in becomes a list; two tabs do not overwrite each other', async ({
  page,
  site,
  watch,
}) => {
  const ids = [
    await supplierId(site, `name = '노란들판'`),
    await supplierId(site, `name = '푸른환경코리아'`),
  ];
  for (const id of ids) {
    await open(page, `/suppliers/${id}`);
    await page
      .locator('.page-header')
      .getByRole('button', { name: new RegExp(`${button.add}$`) })
      .click();
  }
  await open(page, '/shortlists');
  await expect(page.getByRole('link', { name: '노란들판' })).toBeVisible();
  expect(await findingsAtAllWidths(page, 'shortlists-kept')).toEqual([]);

  await page.getByRole('link', { name: t.signIn, exact: true }).last().click();
  await page.getByRole('button', { name: PEOPLE.healthClerk.name }).click();
  await expect(page).toHaveURL(/\/shortlists$/);
  await page.getByRole('button', { name: t.takeOver }).click();
  await expect(page.getByRole('heading', { level: 1, name: t.keptName })).toBeVisible();
  await settled(page);
  expect(await findingsAtAllWidths(page, 'shortlist')).toEqual([]);

  const other = await page.context().newPage();
  await open(other, new URL(page.url()).pathname);
  const note = async (tab: typeof page, text: string) => {
    await tab
      .getByRole('row', { name: /노란들판/ })
      .getByRole('button', { name: t.change })
      .click();
    await tab.getByRole('menuitem', { name: t.noteEdit }).click();
    const dialog = tab.getByRole('dialog', { name: /노란들판/ });
    await dialog.getByLabel(t.note).fill(text);
    await dialog.getByRole('button', { name: t.save }).click();
    return dialog;
  };
  await expect(await note(other, '먼저 적은 메모')).toBeHidden();
  const later = await note(page, '나중에 적은 메모');
  await expect(later.getByText(t.stale)).toBeVisible();
  await expect(later.getByLabel(t.note)).toHaveValue('나중에 적은 메모');
  expect(await accessibilityFindings(page)).toEqual([]);
  await later.getByRole('button', { name: t.save }).click();
  await expect(later).toBeHidden();
  await expect(page.getByRole('row', { name: /노란들판/ })).toContainText('나중에 적은 메모');
  expect(watch.refusals.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['412 PATCH']);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: t.export }).click();
  await page.getByRole('menuitem', { name: t.export_csv }).click();
  expect((await download).suggestedFilename()).toBe(`${t.keptName}.csv`);
  await page.getByRole('link', { name: t.compare }).click();
  await expect(page).toHaveURL(/\/suppliers\/compare\?id=.+&id=/);
});

test('the hint tells the rule and blocks nothing; a law that changes is an edited row', async ({
  page,
  site,
  visit,
}) => {
  const id = await supplierId(
    site,
    `vulnerable_employment_bp >= 3000 AND closed_on IS NULL AND EXISTS (
    SELECT FROM supplier_certifications c WHERE c.supplier_id = suppliers.id AND c.type = 'certified_social_enterprise'
      AND c.verified_at IS NOT NULL AND c.revoked_on IS NULL AND c.valid_until IS NULL)`,
  );
  await loginAs(page, 'healthClerk', `/suppliers/${id}`);
  const panel = page.getByRole('region', { name: hint.title });
  await panel.getByLabel(hint.amount).fill('52800000');
  await panel.getByLabel(hint.kind).selectOption('services');
  await panel.getByLabel(hint.day).fill('2026-07-25');
  await expect(panel.getByText(word.verdict_single_quote_possible)).toBeVisible();
  await expect(panel.getByText(hint.notice)).toBeVisible();

  const admin = await visit('admin', '/direct-award-rules?rule=single_quote');
  const row = admin.getByRole('row', { name: new RegExp(word.class_social_enterprise) });
  const dialog = admin.getByRole('dialog', { name: rules.correctTitle });
  const correct = () => row.getByRole('button', { name: new RegExp(`^${rules.correct}`) }).click();
  await correct();
  expect(await accessibilityFindings(admin)).toEqual([]);
  await dialog.getByLabel(rules.limit).fill('40000000');
  await dialog.getByRole('button', { name: rules.save }).click();
  await expect(dialog.getByText(rules.reasonRequired)).toBeVisible();
  await dialog.getByLabel(rules.reason).fill('시험으로 한도를 낮춥니다.');
  await dialog.getByRole('button', { name: rules.save }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('40,000,000');

  await page.reload();
  await settled(page);
  await expect(panel.getByText(word.verdict_two_quotes)).toBeVisible();
  await expect(panel.getByLabel(hint.amount)).toHaveValue('52,800,000');

  // Whatever the hint says, the purchase is saved.
  await open(page, `/purchases/new?supplierId=${id}&kind=services&item=${encodeURIComponent('교육 용역')}`);
  const entry = entryMessages.ko;
  await page.getByLabel(entry.amount).fill('52800000');
  await page.getByLabel(entry.contractDate).fill('2026-11-03');
  const beside = page.getByRole('complementary', { name: entry.hints });
  await expect(beside.getByText(word.verdict_two_quotes)).toBeVisible();
  await page.getByRole('button', { name: entry.saveNext }).click();
  await expect(page.getByRole('region', { name: entry.recent })).toContainText('교육 용역');

  await correct();
  await dialog.getByLabel(rules.limit).fill('50000000');
  await dialog.getByLabel(rules.reason).fill('되돌립니다.');
  await dialog.getByRole('button', { name: rules.save }).click();
  await expect(row).toContainText('50,000,000');
});
