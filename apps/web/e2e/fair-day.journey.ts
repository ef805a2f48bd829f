import type { Page } from '@playwright/test';
import { dayMessages } from '../src/features/fairs/day/day-messages';
import { fairWords } from '../src/features/fairs/messages';
import { timetableMessages } from '../src/features/fairs/timetable/timetable-messages';
import { findingsAtAllWidths } from './support/accessible';
import { accessibilityFindings, sidewaysScroll } from './support/accessibility';
import { choose, fairId } from './support/fairs';
import { expect, test, type Site } from './support/fixtures';
import { loginAs, settled } from './support/people';

const day = dayMessages.ko;
const word = fairWords.ko;
const grid = timetableMessages.ko;

const TABLET = { width: 768, height: 1024 };
/** They have no booking at this fair. */
const ON_THE_SPOT = ['트래블러스맵', '동연디자인'] as const;
const DESK = '일자리지원과';

test('on a tablet, the clerk runs the desk: who comes by a code, who does not, who comes without a booking', async ({
  page,
  site,
  watch,
}) => {
  const fair = await fairId(site, 'today');
  const [here, missing] = await begunMeetings(site, fair);
  expect(missing, 'two meetings have begun, and nobody has said who came').toBeDefined();
  if (here === undefined || missing === undefined) return;
  await page.setViewportSize(TABLET);
  await loginAs(page, 'clerk', `/fairs/${fair}/desk`);
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toEqual([]);

  await test.step('a code, in small letters and with a space, is enough', async () => {
    await page.getByLabel(day.code).fill(` ${here.code.slice(0, 3).toLowerCase()} ${here.code.slice(3)}`);
    await page.getByRole('button', { name: day.checkIn }).click();
    await expect(card(page, here.name).getByText(day.checkedIn, { exact: true })).toBeVisible();
    await expect(page.getByLabel(day.code)).toBeFocused();
    await expect(page.getByLabel(day.code)).toHaveValue('');
  });

  await test.step('the meeting takes place, and its result is two taps', async () => {
    await card(page, here.name).getByRole('button', { name: day.attend, exact: true }).click();
    await expect(card(page, here.name).getByText(word.booking_attended)).toBeVisible();
    await card(page, here.name).getByRole('button', { name: word.interest_strong }).click();
    await card(page, here.name).getByRole('button', { name: word.next_offer }).click();
    await expect(card(page, here.name)).toContainText(`${word.interest_strong} · ${word.next_offer}`);
    await expect(notSent(page)).toHaveCount(0);
    expect(
      await site.rows(
        `SELECT b.state, r.interest, r.next_step, r.follow_up FROM fair_bookings b JOIN fair_results r ON r.booking_id = b.id WHERE b.id = '${here.id}'`,
      ),
    ).toEqual([{ state: 'attended', interest: 'strong', next_step: 'offer', follow_up: 'open' }]);
  });

  await test.step('who does not come gives the place away', async () => {
    await card(page, missing.name).getByRole('button', { name: day.noShow }).click();
    const asked = page.getByRole('dialog', { name: day.noShowTitle });
    await asked.getByRole('button', { name: day.noShow }).click();
    await expect(card(page, missing.name).getByText(word.booking_no_show, { exact: true })).toBeVisible();
  });

  await test.step('who comes without a booking is met at once', async () => {
    await beginWalkIn(page, ON_THE_SPOT[0]);
    const walkIn = card(page, ON_THE_SPOT[0]);
    await expect(walkIn.getByText(word.booking_walk_in)).toBeVisible();
    await walkIn.getByRole('button', { name: word.interest_some }).click();
    await walkIn.getByRole('button', { name: word.next_later }).click();
    await expect(walkIn).toContainText(`${word.interest_some} · ${word.next_later}`);
    await expect(notSent(page)).toHaveCount(0);
  });

  await test.step('the timetable shows all of it, and the way back leads to the desk', async () => {
    expect(await findingsAtAllWidths(page, 'fair-desk')).toEqual([]);
    await page.getByRole('link', { name: day.toTimetable }).click();
    await settled(page);
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: DESK }) });
    await expect(row.getByRole('button', { name: new RegExp(ON_THE_SPOT[0]) })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(grid.title);
    await page.goBack();
    await settled(page);
    await expect(card(page, ON_THE_SPOT[0])).toContainText(day.resultGiven);
  });
  expect(watch.refusals).toEqual([]);
});

test('what is done on a broken line is kept on the device and sent once, also when two pages are open', async ({
  page,
  site,
  watch,
}) => {
  const fair = await fairId(site, 'today');
  const late = await someoneElse(site, fair);
  await page.setViewportSize(TABLET);
  await loginAs(page, 'clerk', `/fairs/${fair}/desk`);
  const other = await page.context().newPage();
  await other.goto(`/fairs/${fair}/desk`);
  await settled(other);

  await test.step('without a connection the code is taken, and the page says that it waits', async () => {
    await page.context().setOffline(true);
    await page.getByLabel(day.code).fill(late.code);
    await page.getByRole('button', { name: day.checkIn }).click();
    await expect(page.getByText(day.broken)).toBeVisible();
    await expect(notSent(page)).toContainText(day.waitingCount.replace('{count}', '1'));
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await checkIns(site, late.exhibitorId)).toBe(0);
  });

  await test.step('with a connection it is sent, once', async () => {
    await page.context().setOffline(false);
    await expect(notSent(page)).toHaveCount(0);
    await expect(notSent(other)).toHaveCount(0);
    expect(await checkIns(site, late.exhibitorId)).toBe(1);
  });

  await test.step('an answer that is lost on its way makes no second meeting', async () => {
    let sent = 0;
    await page.context().route('**/walk-ins', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      // The server has done it, and the browser never hears of it.
      await route.fetch();
      return route.abort('connectionreset');
    });
    await beginWalkIn(page, ON_THE_SPOT[1]);
    await expect(card(page, ON_THE_SPOT[1]).getByText(word.booking_walk_in)).toBeVisible();
    await expect(notSent(page)).toHaveCount(0);
    expect(sent).toBeGreaterThan(1);
    const meetings = await site.rows(
      `SELECT b.id FROM fair_bookings b JOIN fair_exhibitors e ON e.id = b.exhibitor_id
       WHERE b.fair_id = '${fair}' AND b.state = 'walk_in' AND e.supplier_name = '${ON_THE_SPOT[1]}'`,
    );
    expect(meetings).toHaveLength(1);
  });
  expect(watch.refusals).toEqual([]);
});

interface Meeting {
  readonly id: string;
  readonly exhibitorId: string;
  readonly name: string;
  readonly code: string;
}

const MEETINGS = `SELECT b.id, e.id AS "exhibitorId", e.supplier_name AS name, e.check_in_code AS code
  FROM fair_bookings b JOIN fair_desks d ON d.id = b.desk_id JOIN fair_exhibitors e ON e.id = b.exhibitor_id
  WHERE d.department_name = '${DESK}' AND b.state = 'confirmed'`;

/** Meetings of the clerk's desk whose time has come, the latest first. */
function begunMeetings(site: Site, fair: string): Promise<Meeting[]> {
  return site.rows<Meeting>(
    `${MEETINGS} AND b.fair_id = '${fair}' AND lower(b.during) <= now() ORDER BY lower(b.during) DESC`,
  );
}

async function someoneElse(site: Site, fair: string): Promise<{ exhibitorId: string; code: string }> {
  const [row] = await site.rows<{ exhibitorId: string; code: string }>(
    `SELECT id AS "exhibitorId", check_in_code AS code FROM fair_exhibitors
     WHERE fair_id = '${fair}' AND supplier_name = '페어트레이드코리아'`,
  );
  if (row === undefined) throw new Error('페어트레이드코리아 does not exhibit');
  return row;
}

async function checkIns(site: Site, exhibitorId: string): Promise<number> {
  const rows = await site.rows(`SELECT 1 FROM fair_check_ins WHERE exhibitor_id = '${exhibitorId}'`);
  return rows.length;
}

async function beginWalkIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: day.walkIn, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: day.walkIn });
  await choose(page, dialog.getByRole('combobox', { name: new RegExp(`^${grid.exhibitor}`) }), name);
  await dialog.getByRole('button', { name: day.walkInStart }).click();
  await expect(dialog).toBeHidden();
}

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

const notSent = (page: Page) => page.locator('.outbox-bar');
