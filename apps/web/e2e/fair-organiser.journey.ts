import { addDays, koreanDay } from '@ieum/domain';
import type { Page } from '@playwright/test';
import { myFairMessages } from '../src/features/fairs/enterprise/my-fair-messages';
import { fairWords } from '../src/features/fairs/messages';
import { organiserMessages } from '../src/features/fairs/organiser-messages';
import { partyMessages } from '../src/features/fairs/party-messages';
import { scheduleMessages } from '../src/features/fairs/schedule/schedule-messages';
import { timetableMessages } from '../src/features/fairs/timetable/timetable-messages';
import { accessibilityFindings } from './support/accessibility';
import { findingsAtAllWidths } from './support/accessible';
import { choose, rowsOfFair, said, textbox } from './support/fairs';
import { expect, test } from './support/fixtures';
import { loginAs, open, settled } from './support/people';

const organiser = organiserMessages.ko;
const party = partyMessages.ko;
const plan = scheduleMessages.ko;
const word = fairWords.ko;
const own = myFairMessages.ko;
const grid = timetableMessages.ko;

const NAME = '강북구 봄맞이 공공구매 박람회';
const DAY = addDays(koreanDay(new Date()), 60);
const DESKS = ['재무과', '환경과'] as const;
const ADDED = ['터치포굿', '아름다운커피'] as const;

test('an organiser plans a fair, gathers who takes part, weighs the schedule and applies it', async ({
  page,
  site,
  visit,
  watch,
}) => {
  test.setTimeout(240_000);
  await loginAs(page, 'manager', '/fairs');

  const fair = await test.step('a fair begins with its name, its day and its hours', async () => {
    await page.getByRole('link', { name: organiser.create }).click();
    await settled(page);
    await textbox(page, organiser.name).fill(NAME);
    await textbox(page, organiser.firstDayField).fill(DAY);
    await textbox(page, organiser.lastDay).fill(DAY);
    await page.getByRole('button', { name: organiser.newSave }).click();
    await expect(page).toHaveURL(/\/fairs\/[0-9a-f-]{36}$/);
    await settled(page);
    await page.getByRole('button', { name: organiser.slotsLay }).click();
    const dialog = page.getByRole('dialog', { name: organiser.slotsLay });
    await expect(dialog.getByText(organiser.slotsOutlook.replace('{count}', '12'))).toBeVisible();
    await dialog.getByRole('button', { name: organiser.slotsLay }).click();
    await expect(said(page, organiser.slotsSaved)).toBeVisible();
    expect(await findingsAtAllWidths(page, 'fair-planned')).toEqual([]);
    await step(page, organiser.move_applications);
    return page.url().split('/').at(-1) ?? '';
  });

  await test.step('desks are opened', async () => {
    await tab(page, organiser.tab_desks);
    for (const department of DESKS) {
      await page.getByRole('button', { name: party.deskAdd }).click();
      const dialog = page.getByRole('dialog', { name: party.deskAdd });
      await choose(
        page,
        dialog.getByRole('combobox', { name: new RegExp(`^${party.deskInstitution}`) }),
        '강북구',
      );
      await dialog.getByLabel(party.deskDepartment).selectOption({ label: department });
      await dialog.getByRole('button', { name: word.save }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('row').filter({ hasText: department })).toBeVisible();
    }
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  await test.step('an enterprise applies and is confirmed, others are added', async () => {
    const enterprise = await visit('enterprise', `/my-fairs/${fair}`);
    await textbox(enterprise, party.representativeEmail).fill('company@supplier.example');
    await enterprise.getByRole('button', { name: own.apply, exact: true }).click();
    await expect(said(enterprise, own.applied)).toBeVisible();

    await tab(page, organiser.tab_exhibitors);
    for (const name of ADDED) {
      await page.getByRole('button', { name: party.exhibitorAdd }).click();
      const dialog = page.getByRole('dialog', { name: party.exhibitorAdd });
      await choose(page, dialog.getByRole('combobox', { name: new RegExp(`^${party.supplier}`) }), name);
      await textbox(dialog, party.representativeName).fill('예시담당');
      await textbox(dialog, party.representativeEmail).fill(`${ADDED.indexOf(name)}@supplier.example`);
      await dialog.getByRole('button', { name: word.save }).click();
      await expect(dialog).toBeHidden();
    }
    const applied = page.getByRole('row').filter({ hasText: '노란들판' });
    await applied.getByRole('button', { name: party.decide }).click();
    const decision = page.getByRole('dialog', { name: party.decideTitle.replace('{name}', '노란들판') });
    await textbox(decision, party.booth).fill('A-01');
    await decision.getByRole('button', { name: party.decision_confirmed }).click();
    await expect(said(page, party.decided)).toBeVisible();
    await expect(applied).toContainText(word.exhibitor_confirmed);
    await expect(page.getByRole('row').filter({ hasText: word.exhibitor_confirmed })).toHaveCount(3);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  await test.step('both sides say whom they want to meet', async () => {
    await tab(page, organiser.tab_wishes);
    await wish(page, '강북구 재무과', { 노란들판: '5', 터치포굿: '3' });
    await wish(page, '노란들판', { '강북구 재무과': '4', '강북구 환경과': '2' });
    expect(await findingsAtAllWidths(page, 'fair-wishes')).toEqual([]);
    await tab(page, organiser.tab_overview);
    await step(page, organiser.move_scheduling);
  });

  await test.step('the schedule is computed, and what changed since makes it outdated', async () => {
    await tab(page, organiser.tab_schedule);
    await page.getByRole('button', { name: plan.compute, exact: true }).click();
    const preview = page.getByRole('region', { name: plan.preview });
    // 9 of 재무과 and 노란들판, 3 of 재무과 and 터치포굿, 2 of 환경과 and 노란들판.
    await expect(preview).toContainText(worth('14'));
    const other = await page.context().newPage();
    await open(other, `/fairs/${fair}?tab=wishes`);
    await wish(other, '아름다운커피', { '강북구 환경과': '5' });
    await other.close();
    await page.reload();
    await settled(page);
    await expect(preview.getByText(plan.outdatedTitle)).toBeVisible();
    await expect(preview.getByRole('button', { name: plan.apply })).toHaveCount(0);
    await page.getByRole('button', { name: plan.compute, exact: true }).click();
    await expect(preview).toContainText(worth('19'));
    await settled(page);
    await expect(preview.getByText(plan.outdatedTitle)).toHaveCount(0);
    expect(await findingsAtAllWidths(page, 'fair-schedule-preview')).toEqual([]);
  });

  await test.step('it is applied, and the timetable has it', async () => {
    const preview = page.getByRole('region', { name: plan.preview });
    await preview.getByRole('button', { name: plan.apply }).click();
    await page
      .getByRole('dialog', { name: plan.applyTitle })
      .getByRole('button', { name: plan.apply })
      .click();
    await expect(said(page, /추가 4건/)).toBeVisible();
    await page.getByRole('link', { name: grid.title }).first().click();
    await settled(page);
    await expect(page.getByRole('gridcell').filter({ hasText: '노란들판' })).toHaveCount(2);
    await page.goBack();
    await settled(page);
    await expect(page).toHaveURL(/tab=schedule/);
    await expect(page.getByRole('row').filter({ hasText: plan.state_applied })).toBeVisible();
    const booked = await rowsOfFair(
      site,
      fair,
      `SELECT DISTINCT state, origin, count(*) OVER ()::int AS meetings FROM fair_bookings WHERE fair_id = :fair`,
    );
    expect(booked).toEqual([{ state: 'confirmed', origin: 'schedule', meetings: 4 }]);
  });
  expect(watch.refusals).toEqual([]);
});

const worth = (preference: string) =>
  plan.worthPrices.slice(0, plan.worthPrices.indexOf('이고')).replace('{preference}', preference);

async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await settled(page);
}

/** To the next stage, after the question. */
async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog', { name }).getByRole('button', { name, exact: true }).click();
  await expect(said(page, organiser.moved)).toBeVisible();
  await settled(page);
}

/** Who is wanted how much, by one party. */
async function wish(page: Page, who: string, wanted: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: party.wishEdit }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(party.wishParty).selectOption({ label: who });
  for (const [name, weight] of Object.entries(wanted))
    await dialog.getByRole('combobox', { name: new RegExp(`^${name}`) }).selectOption(weight);
  await dialog.getByRole('button', { name: word.save }).click();
  await expect(said(page, party.wishSaved)).toBeVisible();
  await expect(dialog).toBeHidden();
}
