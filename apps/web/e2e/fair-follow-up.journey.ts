import { koreanDay, yearOf } from '@ieum/domain';
import type { Page } from '@playwright/test';
import { homeMessages } from '../src/app/homes/messages';
import { contractMessages } from '../src/features/contracts/messages';
import { organiserMessages } from '../src/features/fairs/organiser-messages';
import { reportMessages } from '../src/features/fairs/report/report-messages';
import { matchMessages } from '../src/features/matches/messages';
import { matchWords } from '../src/lib/match-messages';
import { purchaseWords } from '../src/lib/purchase-messages';
import { accessibilityFindings } from './support/accessibility';
import { findingsAtAllWidths } from './support/accessible';
import { fairId, said, textbox } from './support/fairs';
import { departmentKrw, figure, numberIn } from './support/figures';
import { expect, test } from './support/fixtures';
import { open, settled } from './support/people';

const report = reportMessages.ko;
const organiser = organiserMessages.ko;
const matches = matchMessages.ko;
const stages = matchWords.ko;
const contracts = contractMessages.ko;

const TODAY = koreanDay(new Date());
const YEAR = yearOf(TODAY);
const DEPARTMENT = '일자리지원과';
const SUPPLIER = '터치포굿';
const WANTED = '직원 교육 기념품';
const VALUE_KRW = 2_970_000;

test('what was said at a desk becomes a match, a contract and a purchase, and the report of the fair counts it', async ({
  site,
  visit,
  watch,
}) => {
  test.setTimeout(180_000);
  const fair = await fairId(site, 'today');
  const [manager, adviser, clerk] = [
    await visit('manager', `/fairs/${fair}?tab=report`),
    await visit('support', '/fair-follow-ups'),
    await visit('clerk', '/'),
  ];
  const bar = await departmentKrw(clerk, YEAR, DEPARTMENT);
  const before = await reportOf(manager);
  expect(await findingsAtAllWidths(manager, 'fair-report')).toEqual([]);

  await test.step('the adviser begins a match from the follow-up', async () => {
    expect(await findingsAtAllWidths(adviser, 'fair-follow-ups')).toEqual([]);
    const row = adviser.getByRole('row').filter({ hasText: SUPPLIER });
    await row.getByRole('button', { name: report.begin }).click();
    const dialog = adviser.getByRole('dialog', { name: report.beginOf.replace('{name}', SUPPLIER) });
    await textbox(dialog, report.matchTitle).fill(WANTED);
    expect(await accessibilityFindings(adviser)).toEqual([]);
    await dialog.getByRole('button', { name: report.begin, exact: true }).click();
    await expect(said(adviser, report.begun)).toBeVisible();
    await adviser
      .getByRole('combobox', { name: report.followUpState })
      .selectOption({ label: report.state_matched });
    await adviser
      .getByRole('row')
      .filter({ hasText: SUPPLIER })
      .getByRole('link', { name: report.openMatch })
      .click();
    await settled(adviser);
    await expect(adviser.getByRole('heading', { level: 1 })).toHaveText(WANTED);
  });

  await test.step('the enterprise of the meeting is selected, and the contract is signed', async () => {
    for (const stage of [stages.stage_supported, stages.stage_proposed]) {
      await adviser
        .getByRole('button', { name: matches.moveTo.replace('{stage}', stage), exact: true })
        .click();
      await expect(said(adviser, matches.moved.replace('{stage}', stage))).toBeVisible();
      await settled(adviser);
    }
    const selected = matches.moveTo.replace('{stage}', stages.stage_selected);
    await adviser.getByRole('button', { name: selected, exact: true }).click();
    const select = adviser.getByRole('dialog', { name: matches.selectTitle });
    await select.getByRole('checkbox', { name: SUPPLIER }).check();
    await select.getByRole('button', { name: matches.move }).click();
    await expect(select).toBeHidden();
    await adviser.getByRole('link', { name: matches.contractNew }).click();
    await settled(adviser);
    await adviser.getByLabel(contracts.kind).selectOption({ label: purchaseWords.ko.kind_goods });
    await adviser.getByLabel(contracts.signedOn).fill(TODAY);
    await adviser.getByLabel(contracts.valueWon).fill(String(VALUE_KRW));
    await adviser.getByLabel(contracts.number).fill(`${YEAR}-박람회-1`);
    await adviser.getByRole('button', { name: contracts.save }).click();
    await expect(adviser).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
    await settled(adviser);
    await expect(adviser.getByRole('main')).toContainText(contracts.source_fair);
  });

  await test.step('the clerk enters it as a purchase of the department', async () => {
    await open(clerk, '/contracts?state=signed&isPurchased=false&source=fair');
    await clerk.getByRole('link', { name: WANTED }).click();
    await settled(clerk);
    await clerk.getByRole('button', { name: contracts.enter }).click();
    const enter = clerk.getByRole('dialog', { name: contracts.enterTitle });
    await enter.getByRole('button', { name: contracts.enter, exact: true }).click();
    await expect(clerk).toHaveURL(/\/purchases\/[0-9a-f-]{36}$/);
    expect(await departmentKrw(clerk, YEAR, DEPARTMENT)).toBe(bar + VALUE_KRW);
  });

  await test.step('the report counts it, its card leads to the contract, and the way back to the report', async () => {
    await manager.reload();
    await settled(manager);
    expect(await reportOf(manager)).toEqual({
      ...before,
      openFollowUps: before.openFollowUps - 1,
      matches: before.matches + 1,
      contracts: before.contracts + 1,
      contractAmount: before.contractAmount + VALUE_KRW,
    });
    await figure(manager, report.contractAmount).getByRole('link').first().click();
    await expect(manager.getByRole('link', { name: WANTED })).toBeVisible();
    await manager.goBack();
    await settled(manager);
    await expect(figure(manager, report.contractAmount)).toBeVisible();
  });

  await test.step('and so does the year of fairs', async () => {
    await open(manager, `/fairs?year=${YEAR}`);
    const counted = await figure(manager, organiser.contractAmount).locator('.stat-card__value').innerText();
    expect(numberIn(counted)).toBe(VALUE_KRW);
    await expect(manager.getByRole('row').filter({ hasText: '찾아가는 박람회 강북구청' })).toContainText(
      '강북구',
    );
  });
  expect(watch.refusals).toEqual([]);
});

test('the year 2017 says what the report states and what its rows count, where they differ', async ({
  visit,
}) => {
  const admin = await visit('admin', '/fairs?year=2017');
  const suppliers = figure(admin, organiser.contractSuppliers);
  expect(numberIn(await suppliers.locator('.stat-card__value').innerText())).toBe(3);
  await expect(suppliers).toContainText(/보고서 4개 기업 · 집계 3개 기업 · 차이 1/);
  await expect(figure(admin, organiser.contractAmount)).toContainText('20,805,000');
  await expect(figure(admin, organiser.contractAmount)).toContainText(organiser.officialSame);
  // By consultations: 노원 164, 강북 32, 성북 10.
  await expect(admin.getByRole('row').filter({ hasText: /찾아가는/ })).toHaveText([
    /노원구/,
    /강북구/,
    /성북구/,
  ]);
  expect(await findingsAtAllWidths(admin, 'fairs-2017')).toEqual([]);
});

test('a contract of a year that is long over is nothing to do today', async ({ visit }) => {
  const clerk = await visit('clerk', '/');
  const [before = '', after = ''] = homeMessages.ko.todoContracts.split('{count}');
  await clerk.getByRole('link', { name: new RegExp(`^${before}\\d+${after}`) }).click();
  await settled(clerk);
  await expect(clerk.getByRole('grid').getByRole('link').first()).toBeVisible();
  await expect(clerk.getByRole('grid')).not.toContainText('현수막/배너 제작');
  await open(clerk, '/contracts?year=2017');
  await expect(clerk.getByRole('grid')).toContainText('현수막/배너 제작');
});

/** The figures of the report, in its own order. */
async function reportOf(page: Page) {
  const value = async (label: string) =>
    numberIn(
      await figure(page, new RegExp(`^${label}`))
        .locator('.stat-card__value')
        .innerText(),
    );
  return {
    consultations: await value(report.consultations),
    noShows: await value(report.noShows),
    openFollowUps: await value(report.openFollowUps),
    matches: await value(report.matches),
    contracts: await value(report.contracts),
    contractAmount: await value(report.contractAmount),
  };
}
