import { surveyMessages } from '../src/features/demand-surveys/messages';
import { targetMessages } from '../src/features/purchase-targets/messages';
import { purchaseWords } from '../src/lib/purchase-messages';
import { figure } from './support/figures';
import { expect, test } from './support/fixtures';
import { open, settled } from './support/people';
import { openYear } from './support/tasks';

const survey = surveyMessages.ko;
const target = targetMessages.ko;
const MAIN = purchaseWords.ko.scheme_social_economy;
const REASON = '하반기 추경에서 2천만원을 더 정하기로 함';

test('a year from the survey to acknowledged targets, with a sum that needs a reason', async ({
  visit,
  watch,
}) => {
  const manager = await visit('manager', '/');
  await openYear(manager, 2027);

  await test.step('the clerk answers', async () => {
    const clerk = await visit('clerk', '/demand-surveys?fiscalYear=2027');
    await clerk.getByLabel(survey.itemOf.replace('{row}', '1')).fill('행사 현수막');
    await clerk.getByLabel(survey.amountOf.replace('{row}', '1')).fill('480000000');
    await clerk.getByRole('button', { name: survey.useSum }).click();
    await clerk.getByLabel(survey.wishedMallTarget).fill('32000000');
    await clerk.getByRole('button', { name: survey.submit, exact: true }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: survey.submit, exact: true }).click();
    await expect(clerk.getByText(survey.readOnlySubmitted)).toBeVisible();
  });

  await test.step('the monitor counts the answer', async () => {
    await open(manager, '/demand-surveys?fiscalYear=2027&unit=won');
    await expect(figure(manager, survey.waiting)).toContainText('45');
    await expect(figure(manager, survey.wished)).toContainText('480,000,000');
    await manager.getByRole('button', { name: survey.acceptAll.replace('{count}', '1') }).click();
    await expect(manager.getByText(survey.acceptedAll.replace('{count}', '1'))).toBeVisible();
    await manager.getByRole('button', { name: survey.closeSurvey }).click();
    await manager.getByRole('dialog').getByRole('button', { name: survey.closeSurvey }).click();
    await expect(manager.getByText(survey.closed)).toBeVisible();
  });

  await test.step('targets that add up to 1,180,000,000 need a reason', async () => {
    await open(manager, '/purchase-targets?fiscalYear=2027&unit=won');
    await expect(figure(manager, target.mallShare)).toContainText('2.67%');
    await manager.getByRole('button', { name: target.propose }).click();
    await manager.getByRole('dialog').getByRole('button', { name: target.propose }).click();
    await expect(targetOf(manager, '일자리지원과')).toHaveValue('480,000,000');
    await targetOf(manager, '삼양동').fill('300000000');
    await targetOf(manager, '보건행정과').fill('400000000');
    await manager.keyboard.press('Enter');
    await expect(manager.getByText(target.allSaved)).toBeVisible();
    const card = figure(manager, target.institutionTarget.replace('{scheme}', MAIN));
    await expect(card).toContainText('1,180,000,000');
    await expect(card).toContainText('20,000,000');

    await manager.getByRole('button', { name: target.confirm }).click();
    const dialog = manager.getByRole('dialog');
    await expect(dialog).toContainText('1,180,000,000');
    await expect(dialog).toContainText('1,200,000,000');
    await dialog.getByRole('button', { name: target.confirm }).click();
    await expect(dialog).toContainText(target.reasonRequired);
    await dialog.getByLabel(target.confirmReason).fill(REASON);
    await dialog.getByRole('button', { name: target.confirm }).click();
    await expect(manager.getByText(target.confirmed, { exact: true })).toBeVisible();
    await expect(manager.getByText(REASON)).toBeVisible();
  });

  await manager.getByRole('button', { name: target.notify }).click();
  await manager.getByRole('dialog').getByRole('button', { name: target.notify }).click();
  await expect(manager.getByText(target.notified)).toBeVisible();

  const clerk = await visit('clerk', '/purchase-targets?fiscalYear=2027');
  await expect(clerk.getByText('480,000,000 원')).toBeVisible();
  await clerk.getByRole('button', { name: target.acknowledgeAll }).click();
  await expect(clerk.getByText(target.acknowledgedToast)).toBeVisible();
  await manager.reload();
  await settled(manager);
  await expect(manager.getByText(target.acknowledgedBy.replace('{name}', '김서무')).first()).toBeVisible();
  expect(watch.refusals).toEqual([]);

  function targetOf(page: typeof manager, name: string) {
    return page.getByLabel(target.targetOf.replace('{name}', name).replace('{scheme}', MAIN));
  }
});
