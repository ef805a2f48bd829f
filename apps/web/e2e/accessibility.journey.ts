import { findingsAtAllWidths, WIDTHS } from './support/accessible';
import { exampleOf, routesFor, TRIED_ELSEWHERE, type Visitor } from './support/addresses';
import { expect, test } from './support/fixtures';
import { loginAs, open } from './support/people';

const VISITORS: readonly Visitor[] = ['manager', 'clerk', 'admin', 'support', 'enterprise', 'anonymous'];

/** Somebody signed in is led on from the login page. */
const pagesFor = (visitor: Visitor) =>
  routesFor(visitor).filter(
    ({ path }) => !TRIED_ELSEWHERE.includes(path) && (path !== '/login' || visitor === 'anonymous'),
  );

/*
 * Every visitor, every page, every width: what a role alone sees (a button, a column, an empty list) has its own
 * layout at each width, so no visitor stands for another. The longest rounds begin first, for two of them run abreast.
 */
const rounds = VISITORS.map((visitor) => ({ visitor, pages: pagesFor(visitor) }));
rounds.sort((one, other) => other.pages.length - one.pages.length);

for (const { visitor, pages } of rounds) {
  test(`every page is accessible for ${visitor} at ${WIDTHS.join(', ')} px`, async ({
    page,
    site,
    watch,
  }) => {
    // Some fifty pages, each measured at three widths, also on a machine that has other things to do.
    test.setTimeout(1_200_000);
    if (visitor !== 'anonymous') await loginAs(page, visitor);
    for (const { path } of pages) {
      await test.step(path, async () => {
        watch.refusals.length = 0;
        const address = await exampleOf(path, site);
        expect(address, `${path} has an example in e2e/support/addresses.ts`).not.toBeNull();
        await open(page, address ?? '');
        const name = path.replaceAll(/[/:]+/g, '-').slice(1) || 'home';
        const found = await findingsAtAllWidths(page, `${visitor}/${name}`);
        // What a page asked for late is answered before it is judged by what was refused.
        await page.waitForLoadState('networkidle');
        found.push(...watch.refusals.map((refusal) => `was refused ${refusal}`));
        expect.soft(found, path).toEqual([]);
      });
    }
  });
}

test('the round finds what is wrong at one width only, and nothing else', async ({ page }) => {
  await open(page, '/login');
  expect(await findingsAtAllWidths(page, 'planted/none')).toEqual([]);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      @media (width = 360px) { h1 { color: #ccc !important } }
      @media (width = 768px) { body { min-width: 900px } }
      @media (width = 320px) { body { min-width: 330px } }
    `);
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await findingsAtAllWidths(page, 'planted/widths')).toEqual([
    expect.stringContaining('at 768 px: 900 px wide'),
    expect.stringContaining('at 360 px: color-contrast: h1'),
    expect.stringContaining('at 320 px: 330 px wide'),
  ]);
});

test('the round finds what a page lacks, and a frame that axe would not look into', async ({ page }) => {
  await open(page, '/login');
  await page.evaluate(() => {
    document.title = 'no name before it';
    document.querySelector('main')?.append(document.createElement('button'), document.createElement('h1'));
  });
  expect(await findingsAtAllWidths(page, 'planted/lacks')).toEqual([
    ...WIDTHS.map((width) => expect.stringContaining(`at ${width} px: button-name: `)),
    'needs exactly one h1',
    'has no title of its own',
  ]);
  await open(page, '/login');
  await page.evaluate(() => document.body.append(document.createElement('iframe')));
  expect(await findingsAtAllWidths(page, 'planted/frame')).toEqual(
    WIDTHS.map((width) => `at ${width} px: has a frame, into which axe does not look`),
  );
});
