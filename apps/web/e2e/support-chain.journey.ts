import { koreanDay, yearOf } from '@ieum/domain';
import type { Locator, Page } from '@playwright/test';
import { componentMessages } from '../src/components/messages';
import { chainMessages } from '../src/features/chains/messages';
import { contractMessages } from '../src/features/contracts/messages';
import { kpiFormMessages } from '../src/features/kpis/form-messages';
import { matchMessages } from '../src/features/matches/messages';
import { requestMessages } from '../src/features/supplier-requests/messages';
import { visitMessages } from '../src/features/visits/messages';
import { needMessages } from '../src/features/visits/need-messages';
import { matchWords } from '../src/lib/match-messages';
import { purchaseWords } from '../src/lib/purchase-messages';
import { accessibilityFindings, sidewaysScroll } from './support/accessibility';
import { departmentKrw, kpiKrw } from './support/figures';
import { expect, test } from './support/fixtures';
import { open, settled } from './support/people';
import { takePicture } from './support/screenshots';

const visits = visitMessages.ko;
const needs = needMessages.ko;
const matches = matchMessages.ko;
const stages = matchWords.ko;
const requests = requestMessages.ko;
const contracts = contractMessages.ko;
const kpi = kpiFormMessages.ko;
const chain = chainMessages.ko;

const TABLET = { width: 768, height: 1024 };
const TODAY = koreanDay(new Date());
const YEAR = yearOf(TODAY);
const DEPARTMENT = '일자리지원과';
const NEED = '마을축제 안내 현수막';
const KPI = '계약으로 이어진 금액';
const QUOTE_KRW = 2_640_000;
const SEVEN_STEPS = ['visit', 'need', 'match', 'answer', 'selection', 'contract', 'purchase'] as const;

test('on a tablet, a visit becomes a purchase, moves the bar and the indicator, and the chain shows it all', async ({
  visit,
  watch,
}) => {
  test.setTimeout(240_000);
  const onTablet = async (...who: Parameters<typeof visit>) => {
    const page = await visit(...who);
    await page.setViewportSize(TABLET);
    return page;
  };
  const [admin, clerk, adviser] = [
    await onTablet('admin', `/kpis?year=${YEAR}`),
    await onTablet('clerk', '/'),
    await onTablet('support', '/'),
  ];

  await test.step('an administrator puts the value of contracts on the board', () => addContractValue(admin));
  const barBefore = await departmentKrw(clerk, YEAR, DEPARTMENT);
  const kpiBefore = await kpiKrw(admin, YEAR, KPI);

  await test.step('the adviser logs a visit, and what is needed', async () => {
    await adviser.getByRole('button', { name: visits.quickLog, exact: true }).click();
    const log = adviser.getByRole('dialog', { name: visits.quickLog });
    await log.getByRole('combobox', { name: new RegExp(`^${visits.institution}`) }).fill('강북구');
    await adviser
      .getByRole('option')
      .filter({ has: adviser.getByText('강북구', { exact: true }) })
      .click();
    await log.getByLabel(visits.metRole, { exact: true }).fill('행사 담당');
    await log.getByLabel(visits.result).fill('봄 마을축제의 현수막을 찾고 있습니다.');
    await log.getByLabel(visits.needs).fill(NEED);
    await log.getByRole('button', { name: visits.save }).click();
    await expect(said(adviser, visits.savedDone)).toBeVisible();
    await expect(log).toBeHidden();
  });

  await test.step('the need begins a match', async () => {
    await open(adviser, '/needs');
    await adviser.getByRole('link', { name: NEED }).click();
    await settled(adviser);
    await adviser.getByRole('link', { name: needs.beginMatch }).click();
    await settled(adviser);
    await expect(adviser.getByLabel(matches.titleField)).toHaveValue(NEED);
    await adviser.getByLabel(matches.department).selectOption({ label: DEPARTMENT });
    await adviser.getByLabel(matches.estimatedValue).fill('3000000');
    await adviser.getByRole('button', { name: matches.save }).click();
    await expect(adviser).toHaveURL(/\/matches\/[0-9a-f-]{36}$/);
    await settled(adviser);
  });

  await test.step('the search finds 노란들판, which is asked', async () => {
    await adviser.getByRole('button', { name: matches.findCandidates }).click();
    const find = adviser.getByRole('dialog', { name: matches.findTitle });
    await find.getByLabel(matches.findWords).fill('노란들판');
    await find.getByRole('checkbox', { name: '노란들판' }).check();
    await find.getByRole('button', { name: matches.add }).click();
    await expect(find).toBeHidden();
    for (const stage of [stages.stage_supported, stages.stage_proposed]) await moveTo(adviser, stage);
    await adviser.getByRole('button', { name: matches.ask }).click();
    const ask = adviser.getByRole('dialog', { name: matches.askTitle });
    await textbox(ask, matches.message).fill('5m × 0.9m 현수막 16장의 견적을 부탁드립니다.');
    await ask.getByRole('button', { name: matches.send }).click();
    await expect(said(adviser, matches.sent.replace('{count}', '1'))).toBeVisible();
  });

  await test.step('the enterprise answers with a quote', async () => {
    const enterprise = await onTablet('enterprise', '/supplier-requests');
    await enterprise.getByRole('link', { name: NEED }).click();
    await settled(enterprise);
    await textbox(enterprise, requests.answerLabel).fill('닷새 안에 설치까지 마치겠습니다.');
    await enterprise.getByLabel(requests.amount).fill(String(QUOTE_KRW));
    await enterprise.getByRole('radio', { name: requests.withVat }).check();
    await enterprise.getByRole('button', { name: requests.answer, exact: true }).click();
    await expect(said(enterprise, requests.answered)).toBeVisible();
  });

  await test.step('it is selected, and the contract is signed', async () => {
    await adviser.reload();
    await settled(adviser);
    await expect(adviser.getByRole('main')).toContainText(matches.state_answered);
    await expect(adviser.getByRole('main')).toContainText('2,640,000');
    await adviser.getByRole('button', { name: stageButton(stages.stage_selected), exact: true }).click();
    const select = adviser.getByRole('dialog', { name: matches.selectTitle });
    await expect(select.getByRole('checkbox', { name: '노란들판' })).toBeChecked();
    await select.getByRole('button', { name: matches.move }).click();
    await expect(select).toBeHidden();
    await adviser.getByRole('link', { name: matches.contractNew }).click();
    await settled(adviser);
    await adviser.getByLabel(contracts.kind).selectOption({ label: purchaseWords.ko.kind_goods });
    await adviser.getByLabel(contracts.signedOn).fill(TODAY);
    await adviser.getByLabel(contracts.valueWon).fill(String(QUOTE_KRW));
    await adviser.getByLabel(contracts.number).fill(`${YEAR}-축제-64`);
    await adviser.getByRole('button', { name: contracts.save }).click();
    await expect(adviser).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
    await settled(adviser);
  });

  await test.step('the clerk makes it a purchase by one press and a look', async () => {
    await open(clerk, '/contracts');
    await clerk.getByRole('link', { name: NEED }).click();
    await settled(clerk);
    await clerk.getByRole('button', { name: contracts.enter }).click();
    const enter = clerk.getByRole('dialog', { name: contracts.enterTitle });
    await expect(enter).toContainText('2,640,000원 계상됩니다');
    await enter.getByRole('button', { name: contracts.enter, exact: true }).click();
    await expect(clerk).toHaveURL(/\/purchases\/[0-9a-f-]{36}$/);
    await settled(clerk);
  });

  await test.step('the chain shows all seven steps, to the adviser and to the clerk', async () => {
    await adviser.reload();
    await settled(adviser);
    // The visit was to the whole district: it is where the department's purchase began all the same.
    for (const page of [adviser, clerk]) {
      await page.getByRole('link', { name: componentMessages.ko.showChain }).click();
      await settled(page);
      const kinds = page.locator('.chain__kind strong');
      await expect(kinds).toHaveText(SEVEN_STEPS.map((step) => chain[`kind_${step}`]));
      expect(await sidewaysScroll(page)).toEqual([]);
      expect(await accessibilityFindings(page)).toEqual([]);
    }
    await takePicture(adviser, 'support-chain-768');
  });

  await test.step('the bar of the department and the indicator moved by exactly the value', async () => {
    expect(await departmentKrw(clerk, YEAR, DEPARTMENT)).toBe(barBefore + QUOTE_KRW);
    expect(await kpiKrw(admin, YEAR, KPI)).toBe(kpiBefore + QUOTE_KRW);
  });
  expect(watch.refusals).toEqual([]);
});

async function addContractValue(admin: Page): Promise<void> {
  await admin.getByRole('button', { name: kpi.add }).click();
  const dialog = admin.getByRole('dialog', { name: kpi.addTitle.replace('{year}', String(YEAR)) });
  await textbox(dialog, kpi.programme).fill('사회적경제기업 공공시장 확대');
  await textbox(dialog, kpi.group).fill('영업매칭');
  await textbox(dialog, kpi.item).fill(KPI);
  await dialog.getByLabel(kpi.basis).selectOption({ label: kpi.basis_amount });
  await dialog.getByLabel(kpi.source).selectOption({ label: kpi.source_contract_value });
  await dialog.getByLabel(kpi.target, { exact: true }).fill('500000000');
  await dialog.getByRole('button', { name: kpi.add }).click();
  await expect(said(admin, kpi.added)).toBeVisible();
}

function stageButton(stage: string): string {
  return matches.moveTo.replace('{stage}', stage);
}

/** A step that needs nothing more said. */
async function moveTo(page: Page, stage: string): Promise<void> {
  await page.getByRole('button', { name: stageButton(stage), exact: true }).click();
  await expect(said(page, matches.moved.replace('{stage}', stage))).toBeVisible();
  await settled(page);
}

/** Its label goes on with a mark when it is required. */
function textbox(where: Page | Locator, label: string): Locator {
  return where.getByRole('textbox', { name: new RegExp(`^${label}`) });
}

function said(page: Page, text: string) {
  return page.getByRole('status').filter({ hasText: text });
}
