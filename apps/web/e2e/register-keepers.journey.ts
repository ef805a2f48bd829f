import { LIST_FIELDS, LIST_HEADINGS, type ListField } from '@ieum/domain';
import type { Locator, Page } from '@playwright/test';
import { achievementMessages } from '../src/features/achievements/messages';
import { recountMessages } from '../src/features/purchase-recounts/messages';
import { detailMessages } from '../src/features/purchases/detail-messages';
import { listMessages } from '../src/features/supplier-imports/messages';
import { reviewMessages } from '../src/features/supplier-reviews/messages';
import { pageMessages } from '../src/features/suppliers/page-messages';
import { importWords } from '../src/lib/import-messages';
import { listedWords } from '../src/lib/listed-words';
import { purchaseWords } from '../src/lib/purchase-messages';
import { findingsAtAllWidths } from './support/accessible';
import { actualKrw } from './support/figures';
import { expect, test } from './support/fixtures';
import { open, settled } from './support/people';
import { asCp949 } from './support/sheets';

const list = listMessages.ko;
const review = reviewMessages.ko;
const supplier = pageMessages.ko;
const recount = recountMessages.ko;

type Listed = Readonly<Partial<Record<ListField, string>>>;

const LAUNDRY: Listed = {
  name: '(주)아롱다롱세탁나눔터',
  certificateNumber: '제2021-0901호',
  businessNumber: '000-81-90101',
  representative: '한세탁',
  certifiedOn: '2021-03-02',
};
const CARE: Listed = {
  name: '가람솔빛간병사업단',
  certificateNumber: '제2021-0902호',
  businessNumber: '000-81-90102',
  representative: '이간병',
  certifiedOn: '2021-03-02',
};
const FARM: Listed = {
  name: '하늘빛도시농부',
  certificateNumber: '제2021-0903호',
  businessNumber: '000-81-90103',
  certifiedOn: '2021-03-02',
};
const AFTER_SCHOOL: Listed = {
  name: '새벽이슬방과후교실',
  certificateNumber: '제2026-0904호',
  businessNumber: '000-81-90104',
  certifiedOn: '2026-06-01',
};
/** The same name under another certificate, and without its number: it may be somebody else. */
const FARM_DOUBTFUL: Listed = {
  name: '하늘빛도시농부',
  certificateNumber: '제2026-0905호',
  certifiedOn: '2026-06-01',
};
/** Half like 아시아공정무역네트워크 of the demo. */
const TRADE_DOUBTFUL: Listed = {
  name: '아시아공정무역연구회',
  certificateNumber: '제2026-0906호',
  certifiedOn: '2026-06-01',
};

const EARLIER = [LAUNDRY, CARE, FARM];
const LATER = [LAUNDRY, { ...CARE, representative: '박간병' }, AFTER_SCHOOL, FARM_DOUBTFUL, TRADE_DOUBTFUL];

/** The official list as an office saves it: the twelve headings, then a row each. */
function officialCsv(rows: readonly Listed[]): Buffer {
  return asCp949([
    LIST_FIELDS.map((field) => LIST_HEADINGS[field]),
    ...rows.map((row) => LIST_FIELDS.map((field) => row[field] ?? null)),
  ]);
}

/** Uploads a list and waits for its dry run. @returns its address */
async function checkList(page: Page, name: string, asOf: string, rows: readonly Listed[]): Promise<string> {
  await open(page, '/supplier-imports');
  await page.getByLabel(importWords.ko.file).setInputFiles({ name, mimeType: '', buffer: officialCsv(rows) });
  await page.getByRole('textbox', { name: new RegExp(`^${list.asOf}`) }).fill(asOf);
  await page.getByRole('button', { name: list.start }).click();
  await expect(page).toHaveURL(/supplier-imports\/.+/);
  await expect(verdictTabs(page).first()).toBeVisible();
  return page.url();
}

async function applyChecked(page: Page, count: number): Promise<void> {
  const apply = list.apply.replace('{count}', String(count));
  await page.getByRole('button', { name: apply }).click();
  await page.getByRole('dialog').getByRole('button', { name: apply }).click();
  await expect(page.getByText(list.appliedTitle)).toBeVisible();
}

function verdictTabs(page: Page): Locator {
  return page.getByRole('tablist', { name: list.verdicts }).getByRole('tab');
}

function verdicts(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).map(([name, count]) => `${name} ${count}`);
}

test('support staff take in an official list: dry run, doubtful rows decided by key, twice the same file, undone', async ({
  visit,
  watch,
}) => {
  const page = await visit('support', '/supplier-imports');
  await checkList(page, '인증 사회적기업(7월).csv', '2026-07-01', EARLIER);
  await expect(verdictTabs(page)).toHaveText(verdicts({ [list.verdict_new]: 3 }));
  await applyChecked(page, 3);

  const later = await checkList(page, '인증 사회적기업(11월).csv', '2026-11-01', LATER);
  await test.step('the dry run says what each row means, and writes nothing', async () => {
    await expect(verdictTabs(page)).toHaveText(
      verdicts({
        [list.verdict_new]: 1,
        [list.verdict_changed]: 1,
        [list.verdict_unchanged]: 1,
        [list.verdict_review]: 2,
      }),
    );
    await verdictTabs(page).filter({ hasText: list.verdict_changed }).click();
    await expect(page.getByRole('tabpanel')).toContainText('이간병 → 박간병');
    await verdictTabs(page).filter({ hasText: list.verdict_review }).click();
    await expect(page.getByRole('tabpanel')).toContainText(listedWords.ko.reason_certificate_differs);
    await expect(page.getByRole('tabpanel')).toContainText(listedWords.ko.reason_name_alike);
    expect(await findingsAtAllWidths(page, 'support/supplier-import')).toEqual([]);
  });

  await test.step('applied: the doubtful rows wait for a person', async () => {
    await applyChecked(page, LATER.length);
    const said = list.appliedText
      .replace('{created}', '1')
      .replace('{changed}', '1')
      .replace('{confirmed}', '1')
      .replace('{review}', '2');
    await expect(page.getByText(said)).toBeVisible();
    await page.getByRole('link', { name: list.showReviews }).click();
    await settled(page);
    await expect(page.getByRole('heading', { name: position(1, 2) })).toBeVisible();
    expect(await findingsAtAllWidths(page, 'support/supplier-reviews')).toEqual([]);
  });

  await test.step('each is decided by a key: this is the registered one, that is another', async () => {
    const heading = (index: number, total: number) =>
      expect(page.getByRole('heading', { name: position(index, total) })).toBeVisible();
    await page.keyboard.press('j');
    await heading(2, 2);
    await expect(page.getByRole('main')).toContainText(TRADE_DOUBTFUL.name ?? '');
    await page.keyboard.press('k');
    await heading(1, 2);
    await page.keyboard.press('1');
    await expect(page.getByText('하늘빛도시농부를 등록된 기업과 하나로 정했습니다.')).toBeVisible();
    await heading(1, 1);
    await page.keyboard.press('n');
    await expect(page.getByText(review.emptyTitle)).toBeVisible();
    await expect(page.getByText('아시아공정무역연구회를 새 기업으로 등록했습니다.')).toBeVisible();
  });

  await test.step('the same file again brings nothing new and changes nothing', async () => {
    await checkList(page, '인증 사회적기업(11월) 사본.csv', '2026-11-01', LATER);
    await expect(verdictTabs(page)).toHaveText(verdicts({ [list.verdict_unchanged]: LATER.length }));
    await expect(page.getByText(list.sameFileTitle)).toBeVisible();
    await page.getByRole('link', { name: list.showSameFile }).click();
    await expect(page).toHaveURL(later);
  });

  await test.step('undone: what it entered is gone, what it changed is as before, what a person decided is named', async () => {
    await page.getByRole('button', { name: list.undo }).click();
    await page.getByRole('dialog').getByRole('button', { name: list.undo }).click();
    await expect(page.getByText(list.undoneTitle)).toBeVisible();
    const said = list.undoneText
      .replace('{withdrawn}', '1')
      .replace('{restored}', '2')
      .replace('{kept}', '2');
    await expect(page.getByText(said)).toBeVisible();
    await verdictTabs(page).filter({ hasText: list.verdict_kept }).click();
    await expect(page.getByRole('tabpanel').getByText(list.kept_decided)).toHaveCount(2);
    await open(page, '/suppliers?q=새벽이슬방과후교실');
    await expect(page.getByRole('article')).toHaveCount(0);
    await open(page, '/suppliers?q=가람솔빛간병사업단');
    await page.getByRole('article').getByRole('link', { name: '가람솔빛간병사업단' }).click();
    await settled(page);
    await expect(page.getByRole('main')).toContainText('이간병');
    await expect(page.getByRole('main')).not.toContainText('박간병');
  });
  expect(watch.refusals).toEqual([]);
});

function position(index: number, total: number): string {
  return review.position.replace('{index}', String(index)).replace('{total}', String(total));
}

const BRANCH = '한국사회적기업중앙협의회 서울지부';
const HEAD = '한국사회적기업중앙협의회';

test('a manager merges two entries of one enterprise, the old address leads to the one that stays, and separates them', async ({
  visit,
  site,
  watch,
}) => {
  const [branch] = await site.rows<{ id: string }>(`SELECT id FROM suppliers WHERE name = '${BRANCH}'`);
  const [head] = await site.rows<{ id: string }>(`SELECT id FROM suppliers WHERE name = '${HEAD}'`);
  const page = await visit('manager', `/suppliers/${branch?.id}`);
  const heading = page.getByRole('heading', { level: 1 });

  await test.step('from its page to its entry, and on to the merge', async () => {
    await page.getByRole('link', { name: supplier.edit, exact: true }).click();
    await settled(page);
    await page.getByRole('link', { name: listedWords.ko.merge }).click();
    await settled(page);
    await page.getByRole('combobox', { name: review.mergeInto }).fill(HEAD);
    await page.getByRole('option', { name: HEAD }).filter({ hasNotText: BRANCH }).click();
    await page.getByLabel(review.mergeReason).fill('지부와 본부가 같은 사업자입니다.');
    await page.getByRole('button', { name: review.merge, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: review.merge, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/suppliers/${head?.id}/merge$`));
  });

  await test.step('the old address leads to the one that stays, for everybody', async () => {
    await open(page, `/suppliers/${branch?.id}`);
    await expect(page).toHaveURL(new RegExp(`/suppliers/${head?.id}$`));
    await expect(heading).toHaveText(HEAD);
    await expect(page.getByText(supplier.merged)).toBeVisible();
    const clerk = await visit('clerk', `/suppliers/${branch?.id}`);
    await expect(clerk).toHaveURL(new RegExp(`/suppliers/${head?.id}$`));
    await open(page, `/suppliers?q=${HEAD}`);
    await expect(page.getByRole('article').getByRole('link', { name: HEAD, exact: true })).toBeVisible();
    await expect(page.getByRole('article').getByRole('link', { name: BRANCH, exact: true })).toHaveCount(0);
  });

  await test.step('separated again, each has its own page', async () => {
    await open(page, `/suppliers/${branch?.id}/merge`);
    await expect(page).toHaveURL(new RegExp(`/suppliers/${head?.id}/merge$`));
    await page.getByRole('button', { name: review.unmerge }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: review.unmerge }).click();
    await expect(dialog).toContainText(review.noteMissing);
    await dialog.getByLabel(review.unmergeReason).fill('지부는 따로 등록된 사업자입니다.');
    await dialog.getByRole('button', { name: review.unmerge }).click();
    await expect(page.getByRole('button', { name: review.unmerge })).toHaveCount(0);
    await open(page, `/suppliers/${branch?.id}`);
    await expect(heading).toHaveText(BRANCH);
    await expect(page).toHaveURL(new RegExp(`/suppliers/${branch?.id}$`));
  });
  expect(watch.refusals).toEqual([]);
});

/** What 가온 sells in the demo, whose certificate was revoked for days that were counted already. */
const ITEM = '모래소독';

interface OpenRecount {
  readonly purchaseId: string;
  readonly amount: string;
  readonly krw: number;
}

test('a manager recounts a purchase of a revoked certificate, keeps another, and corrects one of a closed quarter', async ({
  visit,
  site,
  watch,
}) => {
  const inQuarter = (state: string) =>
    site.rows<OpenRecount>(
      `SELECT r.purchase_id AS "purchaseId", p.amount_krw::int AS krw, to_char(p.amount_krw, 'FM999,999,999') AS amount
       FROM purchase_recounts r JOIN purchases p ON p.id = r.purchase_id
       JOIN purchase_periods q ON q.institution_id = p.institution_id AND q.fiscal_year = p.fiscal_year
         AND q.quarter = extract(quarter FROM p.recognition_date)
       WHERE r.state = 'open' AND q.state = '${state}' ORDER BY p.amount_krw DESC`,
    );
  const [[changed, kept], [closed]] = [await inQuarter('open'), await inQuarter('closed')];
  if (changed === undefined || kept === undefined || closed === undefined)
    throw new Error('the demo has too few recounts');
  const actual = achievementMessages.ko.actual;
  const page = await visit('manager', '/');
  const before = await actualKrw(page, 2026, actual);
  const rowOf = ({ amount }: OpenRecount) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: ITEM }) })
      .filter({ has: page.getByText(amount, { exact: true }) });
  const decide = async (one: OpenRecount, verb: string, reason: string) => {
    await rowOf(one).getByRole('checkbox').check();
    await page.getByRole('button', { name: verb, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(recount.reason).fill(reason);
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await expect(rowOf(one)).toHaveCount(0);
  };

  await open(page, '/purchase-recounts');
  await expect(page.getByText(recount.totals.replace('{count}', '6'))).toBeVisible();
  await expect(page.getByRole('grid').getByRole('link', { name: '가온' })).toHaveCount(6);
  expect(await findingsAtAllWidths(page, 'manager/purchase-recounts')).toEqual([]);

  await test.step('one is recounted: the figure falls by exactly that amount', async () => {
    await decide(changed, recount.recount, '취소된 인증이므로 뺍니다.');
    expect(await actualKrw(page, 2026, actual)).toBe(before - changed.krw);
  });
  await test.step('one is kept: the figure stays', async () => {
    await open(page, '/purchase-recounts');
    await decide(kept, recount.keep, '계약 당시 확인한 인증을 인정합니다.');
    expect(await actualKrw(page, 2026, actual)).toBe(before - changed.krw);
  });
  await test.step('one of a closed quarter is corrected by signed rows on another day', async () => {
    await open(page, '/purchase-recounts');
    await expect(rowOf(closed)).toContainText(recount.closed);
    await decide(closed, recount.recount, '마감한 분기는 정정으로 바로잡습니다.');
    expect(await actualKrw(page, 2026, actual)).toBe(before - changed.krw - closed.krw);
  });

  await test.step('who decided and why stands with each, and the link opens the purchase with its history', async () => {
    await open(page, '/purchase-recounts?state=');
    await expect(rowOf(changed)).toContainText('취소된 인증이므로 뺍니다.');
    await expect(rowOf(changed)).toContainText('이팀장');
    await expect(rowOf(kept)).toContainText(recount.state_kept);
    await rowOf(changed).getByRole('link', { name: ITEM }).click();
    await settled(page);
    await expect(page).toHaveURL(new RegExp(`/purchases/${changed.purchaseId}$`));
    await expect(page.getByRole('main')).toContainText(purchaseWords.ko.reason_certificate_revoked);
    await open(page, `/purchases/${closed.purchaseId}`);
    const history = page.getByRole('region', { name: detailMessages.ko.history }).first();
    await expect(history.getByRole('link', { name: detailMessages.ko.recountMark })).toHaveCount(2);
    await expect(history).toContainText('마감한 분기는 정정으로 바로잡습니다.');
  });
  expect(watch.refusals).toEqual([]);
});
