import { addDays, koreanDay } from '@ieum/domain';
import { directAwardHintMessages } from '../src/components/direct-award-hint-messages';
import { shortlistButtonMessages } from '../src/components/shortlist-messages';
import { achievementMessages } from '../src/features/achievements/messages';
import { certificateMessages } from '../src/features/enterprise/certificate-messages';
import { entryMessages } from '../src/features/purchases/entry-messages';
import { verificationMessages } from '../src/features/supplier-register/verification-messages';
import { pageMessages } from '../src/features/suppliers/page-messages';
import { searchMessages } from '../src/features/suppliers/search-messages';
import { directAwardWords } from '../src/lib/direct-award-messages';
import { purchaseWords } from '../src/lib/purchase-messages';
import { actualKrw } from './support/figures';
import { expect, test } from './support/fixtures';
import { open, settled } from './support/people';

const search = searchMessages.ko;
const supplier = pageMessages.ko;
const hint = directAwardHintMessages.ko;
const award = directAwardWords.ko;
const entry = entryMessages.ko;
const certificate = certificateMessages.ko;
const queue = verificationMessages.ko;
const WORKPLACE = purchaseWords.ko.certificate_disabled_standard_workplace;
const PAPER = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

test('a clerk searches, compares, keeps a shortlist, reads the hint and logs the purchase from the supplier', async ({
  visit,
  watch,
}) => {
  const clerk = await visit('clerk', '/suppliers?q=현수막&certifiedOn=today');
  const before = await actualKrw(clerk, 2026, achievementMessages.ko.actual);
  await open(clerk, '/suppliers?q=현수막&certifiedOn=today');

  await test.step('two are compared side by side', async () => {
    for (const name of ['노란들판', '놀자엔터테인먼트협동조합'])
      await clerk.getByRole('checkbox', { name: search.compareNamed.replace('{name}', name) }).check();
    await clerk.getByRole('link', { name: search.compareOpen.replace('{count}', '2') }).click();
    await settled(clerk);
    await expect(clerk.getByRole('columnheader')).toHaveCount(3);
    await expect(clerk.getByRole('main')).toContainText('44,000원');
    await expect(clerk.getByRole('main')).toContainText('40,000원');
  });

  await test.step('the better one goes on the shortlist', async () => {
    await clerk.getByRole('link', { name: '노란들판' }).first().click();
    await settled(clerk);
    const item = clerk.getByRole('article').filter({ hasText: '현수막 제작' });
    await item.getByRole('button', { name: new RegExp(`${shortlistButtonMessages.ko.add}$`) }).click();
    await expect(clerk.getByRole('status').filter({ hasText: '겨울 행사 현수막' })).toBeVisible();
    await open(clerk, '/shortlists');
    await clerk.getByRole('link', { name: '겨울 행사 현수막' }).click();
    await settled(clerk);
    await expect(clerk.getByRole('main')).toContainText('현수막 제작 (5m × 0.9m)');
  });

  await test.step('the hint says that one quotation may be enough, for guidance', async () => {
    await clerk.getByRole('main').getByRole('link', { name: '노란들판' }).first().click();
    await settled(clerk);
    const panel = clerk.getByRole('region', { name: hint.title });
    await panel.getByLabel(hint.amount).fill('440000');
    await expect(panel.getByText(award.verdict_single_quote_possible)).toBeVisible();
    await expect(panel.getByText(hint.notice)).toBeVisible();
  });

  await test.step('the purchase begins from the item, and counts', async () => {
    const item = clerk.getByRole('article').filter({ hasText: '현수막 제작' });
    await item.getByRole('link', { name: supplier.enterPurchaseItem }).click();
    await settled(clerk);
    await expect(clerk.getByRole('combobox', { name: entry.supplier })).toHaveValue('노란들판');
    await clerk.getByLabel(entry.amount).fill('440000');
    await clerk.getByLabel(entry.contractDate).fill('2026-11-03');
    await clerk.getByLabel(entry.contractNumber).fill('제2026-일자리-0440호');
    await clerk.getByRole('button', { name: entry.saveNext }).click();
    await expect(clerk.getByRole('status').filter({ hasText: '440,000' })).toBeVisible();
    expect(await actualKrw(clerk, 2026, achievementMessages.ko.actual)).toBe(before + 440_000);
  });
  expect(watch.refusals).toEqual([]);
});

test('an enterprise renews a certificate, a manager verifies it, and the search shows it', async ({
  visit,
  browser,
  site,
  watch,
}) => {
  const [ending] = await site.rows<{ until: string }>(
    `SELECT c.valid_until::text AS until FROM supplier_certifications c JOIN suppliers s ON s.id = c.supplier_id
     WHERE s.name = '노란들판' AND c.type = 'disabled_standard_workplace'`,
  );
  const from = addDays(ending?.until ?? koreanDay(new Date()), 1);
  const address = `/suppliers?q=노란들판&certification=disabled_standard_workplace&certifiedOn=${addDays(from, 30)}`;
  const visitor = await (await browser.newContext({ baseURL: site.url })).newPage();
  const found = visitor.getByRole('article').getByRole('link', { name: '노란들판' });
  await open(visitor, address);
  await expect(visitor.getByText(search.emptyTitle)).toBeVisible();

  await test.step('the enterprise hands in the new paper', async () => {
    const enterprise = await visit('enterprise', '/enterprise/certificates');
    await enterprise.getByRole('link', { name: certificate.renewOf.replace('{name}', WORKPLACE) }).click();
    await settled(enterprise);
    await enterprise.getByLabel(certificate.number, { exact: true }).fill('시범-갱신-0001');
    await enterprise.getByLabel(certificate.validFrom).fill(from);
    await enterprise.getByLabel(certificate.validUntil).fill(addDays(from, 3 * 365 - 1));
    const paper = {
      name: '장애인표준사업장 인증서.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(PAPER),
    };
    await enterprise.getByLabel(certificate.evidence).setInputFiles(paper);
    await expect(enterprise.getByText(/올린 파일: 장애인표준사업장/)).toBeVisible();
    await enterprise.getByRole('button', { name: certificate.send }).click();
    await expect(enterprise).toHaveURL(/\/enterprise\/certificates$/);
    await expect(
      enterprise.getByRole('region', { name: certificate.waitingTitle }).getByText('시범-갱신-0001'),
    ).toBeVisible();
  });

  await test.step('until it is verified, nobody else sees it', async () => {
    await open(visitor, address);
    await expect(visitor.getByText(search.emptyTitle)).toBeVisible();
  });

  await test.step('the manager looks at the paper and verifies', async () => {
    const manager = await visit('manager', '/supplier-verifications?subject=certification');
    const rows = manager
      .getByRole('navigation', { name: queue.list })
      .getByRole('button', { name: /노란들판/ });
    await rows.last().click();
    await expect(manager.getByRole('main')).toContainText('시범-갱신-0001');
    const download = manager.waitForEvent('download');
    await manager.getByRole('button', { name: /증빙/ }).click();
    expect((await download).suggestedFilename()).toBe('장애인표준사업장 인증서.pdf');
    await manager.getByRole('button', { name: queue.verify, exact: true }).click();
    await expect(manager.getByRole('main')).not.toContainText('시범-갱신-0001');
  });

  await open(visitor, address);
  await expect(found).toBeVisible();
  await visitor.context().close();
  expect(watch.refusals).toEqual([]);
});
