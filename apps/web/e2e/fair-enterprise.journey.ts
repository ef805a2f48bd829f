import type { Page } from '@playwright/test';
import { myFairMessages } from '../src/features/fairs/enterprise/my-fair-messages';
import { fairWords } from '../src/features/fairs/messages';
import { partyMessages } from '../src/features/fairs/party-messages';
import { timetableMessages } from '../src/features/fairs/timetable/timetable-messages';
import { accessibilityFindings, sidewaysScroll } from './support/accessibility';
import { findingsAtAllWidths } from './support/accessible';
import { choose, fairId, FAIRS, rowsOfFair, said, textbox } from './support/fairs';
import { expect, test, type Site } from './support/fixtures';
import { pressEnterOn, tabTo, typeInto } from './support/keyboard';
import { loginAs, open, settled } from './support/people';

const own = myFairMessages.ko;
const word = fairWords.ko;
const party = partyMessages.ko;
const grid = timetableMessages.ko;

const PHONE = { width: 360, height: 740 };
const OWN = '노란들판';

test('on a phone and by keyboard alone, an enterprise applies to a fair and says whom it wants to meet', async ({
  page,
  site,
  watch,
}) => {
  const fair = await fairId(site, 'applications');
  await page.setViewportSize(PHONE);
  await loginAs(page, 'enterprise', '/my-fairs');
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toEqual([]);

  await test.step('it applies', async () => {
    await pressEnterOn(
      page,
      page.getByRole('link', { name: new RegExp(`^${FAIRS.applications}.* ${own.applyNow}$`) }),
    );
    await expect(page).toHaveURL(new RegExp(`/my-fairs/${fair}$`));
    await settled(page);
    expect(await accessibilityFindings(page)).toEqual([]);
    await expect(textbox(page, party.representativeName)).toHaveValue('한담당');
    await expect(textbox(page, party.representativeEmail)).toHaveValue('company@supplier.example');
    await typeInto(page, textbox(page, party.offers), '현수막, 배너, 인쇄물');
    await tabTo(page, page.getByRole('checkbox').first());
    await page.keyboard.press('Space');
    await pressEnterOn(page, page.getByRole('button', { name: own.apply, exact: true }));
    await expect(said(page, own.applied)).toBeVisible();
    const application = page.getByRole('region', { name: own.application });
    await expect(application).toContainText(word.exhibitor_applied);
    await expect(application).toContainText('10:00–10:20');
  });

  await test.step('it says whom it wants to meet', async () => {
    await pressEnterOn(page, page.getByRole('button', { name: own.wishesEdit }));
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByLabel(/일자리지원과/));
    await page.keyboard.press('5');
    await pressEnterOn(page, dialog.getByRole('button', { name: word.save }));
    await expect(said(page, party.wishSaved)).toBeVisible();
    await expect(page.getByText(own.wishesChosen.replace('{count}', '1'))).toBeVisible();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toEqual([]);
  });
  const kept = await rowsOfFair(
    site,
    fair,
    `SELECT e.state, e.offers, cardinality(e.absent_slot_ids) AS absent, w.weight, w."by"
     FROM fair_exhibitors e JOIN fair_wishes w ON w.exhibitor_id = e.id
     WHERE e.fair_id = :fair AND e.supplier_name = '${OWN}'`,
  );
  expect(kept).toEqual([
    { state: 'applied', offers: '현수막, 배너, 인쇄물', absent: 1, weight: 5, by: 'exhibitor' },
  ]);
  expect(watch.refusals).toEqual([]);
});

test('an enterprise sees its meetings at a large fair, moves one, and answers a question', async ({
  page,
  site,
  watch,
}) => {
  const fair = await fairId(site, 'large');
  await page.setViewportSize(PHONE);
  await loginAs(page, 'enterprise', `/my-fairs/${fair}`);
  const meetings = page.getByRole('region', { name: own.meetings });
  const before = await ownMeetings(site, fair);
  await expect(meetings.getByRole('listitem')).toHaveCount(before.length);

  await test.step('it moves one to another free slot of the desk', async () => {
    const meeting = meetings.getByRole('listitem').filter({ hasText: '삼양동' });
    await meeting.getByRole('button', { name: grid.move, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /삼양동/ });
    await dialog.getByLabel(grid.moveTo).selectOption({ index: 1 });
    await dialog.getByRole('button', { name: grid.move, exact: true }).click();
    await expect(said(page, /옮겼습니다/)).toBeVisible();
    await expect(dialog).toBeHidden();
    const after = await ownMeetings(site, fair);
    const moved = after.filter(({ id, slot }) => before.some((one) => one.id === id && one.slot !== slot));
    expect(moved.map(({ desk }) => desk)).toEqual(['삼양동']);
    expect(after).toHaveLength(before.length);
  });

  await test.step('it accepts what a desk asked for', async () => {
    const asked = meetings.getByRole('listitem').filter({ hasText: grid.askedBy_desk });
    await asked.getByRole('button', { name: grid.accept }).click();
    await expect(said(page, grid.accepted)).toBeVisible();
    await expect(meetings.getByRole('button', { name: grid.accept })).toHaveCount(0);
  });
  await settled(page);
  expect(await findingsAtAllWidths(page, 'fair-own-meetings')).toEqual([]);
  expect(watch.refusals).toEqual([]);
});

test('a place that somebody else takes first is refused with free times near it and the waiting list', async ({
  page,
  site,
  visit,
  watch,
}) => {
  const fair = await fairId(site, 'large');
  const free = await freePlace(site, fair);
  const address = `/fairs/${fair}/timetable?day=${free.day}`;
  await loginAs(page, 'enterprise', address);
  const cell = (where: Page) =>
    where.getByRole('button', { name: new RegExp(`^${free.desk}, ${free.time}`) });
  await cell(page).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(free.desk) });
  await expect(dialog.getByRole('button', { name: grid.request, exact: true })).toBeVisible();

  await test.step('the organiser books it meanwhile', async () => {
    const manager = await visit('manager', address);
    await cell(manager).click();
    const booking = manager.getByRole('dialog', { name: new RegExp(free.desk) });
    const exhibitor = booking.getByRole('combobox', { name: new RegExp(`^${grid.exhibitor}`) });
    await choose(manager, exhibitor, free.rival);
    await booking.getByRole('button', { name: grid.book, exact: true }).click();
    await expect(said(manager, grid.booked)).toBeVisible();
    await expect(cell(manager)).toContainText(free.rival);
  });

  await test.step('the refusal says where else, and the enterprise waits', async () => {
    await dialog.getByRole('button', { name: grid.request, exact: true }).click();
    await expect(dialog.getByText(grid.takenNearest, { exact: true })).toBeVisible();
    await expect(dialog.getByRole('button', { name: /고르기$/ }).first()).toBeVisible();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: grid.wait }).click();
    await expect(said(page, grid.waitJoined)).toBeVisible();
    await expect(dialog).toBeHidden();
  });

  await test.step('the place says how many wait, and its own page that it does', async () => {
    await expect(cell(page)).toContainText(grid.waitingCount.replace('{count}', '1'));
    expect(await findingsAtAllWidths(page, 'fair-timetable-large')).toEqual([]);
    await open(page, `/my-fairs/${fair}`);
    const waiting = page.getByRole('region', { name: own.waiting });
    await expect(waiting.getByRole('listitem').filter({ hasText: free.desk })).toBeVisible();
    await page.goBack();
    await settled(page);
    await expect(page).toHaveURL(new RegExp(`day=${free.day}`));
  });
  expect(watch.refusals).toEqual([`409 POST /api/v1/fairs/${fair}/bookings`]);
});

interface OwnMeeting {
  readonly id: string;
  readonly desk: string;
  readonly slot: string;
}

function ownMeetings(site: Site, fair: string): Promise<OwnMeeting[]> {
  return rowsOfFair<OwnMeeting>(
    site,
    fair,
    `SELECT b.id, d.department_name AS desk, b.slot_id AS slot
     FROM fair_bookings b JOIN fair_desks d ON d.id = b.desk_id JOIN fair_exhibitors e ON e.id = b.exhibitor_id
     WHERE b.fair_id = :fair AND e.supplier_name = '${OWN}' AND b.state IN ('proposed', 'confirmed') ORDER BY b.id`,
  );
}

interface FreePlace {
  /** as the timetable names it */
  readonly desk: string;
  readonly day: string;
  readonly time: string;
  /** somebody who is free then and does not meet the desk either */
  readonly rival: string;
}

/** A place that the enterprise could have, at a desk that has another one as well. */
async function freePlace(site: Site, fair: string): Promise<FreePlace> {
  const [row] = await rowsOfFair<FreePlace>(
    site,
    fair,
    `WITH held AS (SELECT * FROM fair_bookings WHERE fair_id = :fair AND state IN ('proposed', 'confirmed')),
       own AS (SELECT id FROM fair_exhibitors WHERE fair_id = :fair AND supplier_name = '${OWN}'),
       free AS (
         SELECT d.id AS desk_id, d.institution_name || ' ' || d.department_name AS desk, s.id AS slot_id, s.during,
           count(*) OVER (PARTITION BY d.id) AS places
         FROM fair_desks d JOIN fair_slots s ON s.fair_id = :fair
         WHERE d.fair_id = :fair AND d.seats = 1 AND d.institution_name = '강북구'
           AND NOT EXISTS (SELECT FROM held h WHERE h.desk_id = d.id AND h.exhibitor_id = (SELECT id FROM own))
           AND NOT EXISTS (SELECT FROM held h WHERE h.slot_id = s.id
             AND (h.desk_id = d.id OR h.exhibitor_id = (SELECT id FROM own))))
     SELECT desk, to_char(lower(during), 'YYYY-MM-DD') AS day, to_char(lower(during), 'HH24:MI') AS time,
       (SELECT e.supplier_name FROM fair_exhibitors e WHERE e.fair_id = :fair AND e.supplier_name LIKE '%(예시)'
          AND NOT EXISTS (SELECT FROM held h WHERE h.exhibitor_id = e.id AND (h.slot_id = free.slot_id OR h.desk_id = free.desk_id))
        ORDER BY e.supplier_name LIMIT 1) AS rival
     FROM free WHERE places > 2 ORDER BY desk, during LIMIT 1`,
  );
  if (row === undefined) throw new Error('the large fair has no free place');
  return row;
}
