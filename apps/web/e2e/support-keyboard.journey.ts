import { matchMessages } from '../src/features/matches/messages';
import { visitMessages } from '../src/features/visits/messages';
import { matchWords } from '../src/lib/match-messages';
import { expect, test } from './support/fixtures';
import { pressEnterOn, tabTo, typeInto } from './support/keyboard';
import { loginAs, open } from './support/people';

const visits = visitMessages.ko;
const matches = matchMessages.ko;
const stages = matchWords.ko;
const PHONE = { width: 360, height: 740 };
/** Two of the demo's matches, one at the stage 지원 and one at the stage 발굴. */
const SUPPORTED = '경로당 돌봄 위탁';
const IDENTIFIED = '예방접종 안내문 발송';

test('an adviser without a mouse logs a visit on a phone by the key V', async ({ page, watch }) => {
  await page.setViewportSize(PHONE);
  await loginAs(page, 'support', '/');
  await page.keyboard.press('v');
  const log = page.getByRole('dialog', { name: visits.quickLog });
  const institution = log.getByRole('combobox', { name: new RegExp(`^${visits.institution}`) });
  await typeInto(page, institution, '강북');
  const found = page.getByRole('option').filter({ has: page.getByText('강북구', { exact: true }) });
  await expect(found).toBeVisible();
  // Esc closes the list, not the form around it.
  await page.keyboard.press('Escape');
  await expect(found).toBeHidden();
  await typeInto(page, institution, '구');
  await expect(found).toBeVisible();
  while ((await found.getAttribute('data-focused')) === null) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await typeInto(page, log.getByLabel(visits.result), '청사 안내판을 새로 하려 합니다.');
  await typeInto(page, log.getByLabel(visits.needs), '- 청사 안내판 교체');
  await pressEnterOn(page, log.getByRole('button', { name: visits.save }));
  await expect(page.getByRole('status').filter({ hasText: visits.savedDone })).toBeVisible();
  await expect(log).toBeHidden();
  await open(page, '/needs');
  await expect(page.getByRole('link', { name: '청사 안내판 교체' })).toBeVisible();
  expect(watch.refusals).toEqual([]);
});

test('an adviser without a mouse moves cards on the board of a phone, and stays with them', async ({
  page,
  watch,
}) => {
  await page.setViewportSize(PHONE);
  await loginAs(page, 'support', '/matches');
  const column = (stage: string) => page.getByRole('region', { name: new RegExp(`^${stage}`) });

  await test.step('by an arrow', async () => {
    await tabTo(page, page.getByRole('link', { name: SUPPORTED }));
    await page.keyboard.press('Shift+ArrowRight');
    const card = column(stages.stage_proposed).getByRole('link', { name: SUPPORTED });
    await expect(card).toBeFocused();
    await expect(page.getByText(matches.moved.replace('{stage}', stages.stage_proposed))).toBeVisible();
    await expect(card).toBeFocused();
  });

  await test.step('by the menu', async () => {
    await page
      .getByRole('heading', { level: 1 })
      .evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(page, page.getByRole('link', { name: IDENTIFIED }));
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: matches.moveCard }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', {
      name: matches.moveTo.replace('{stage}', stages.stage_supported),
    });
    await expect(item).toBeVisible();
    while (!(await item.evaluate((one) => one === document.activeElement)))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(column(stages.stage_supported).getByRole('link', { name: IDENTIFIED })).toBeFocused();
  });
  expect(watch.refusals).toEqual([]);
});
