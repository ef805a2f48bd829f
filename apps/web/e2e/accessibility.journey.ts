import { findingsAtAllWidths, WIDTHS } from './support/accessible';
import { exampleOf, routesFor, TRIED_ELSEWHERE, type Visitor } from './support/addresses';
import { expect, test } from './support/fixtures';
import { loginAs, open } from './support/people';

const VISITORS: readonly Visitor[] = ['manager', 'clerk', 'admin', 'support', 'enterprise', 'anonymous'];
/** Between them they see every page. */
const PICTURED: readonly Visitor[] = ['manager', 'clerk', 'anonymous'];

for (const visitor of VISITORS) {
  test(`every page is accessible for ${visitor} at ${WIDTHS.join(', ')} px`, async ({
    page,
    site,
    watch,
  }) => {
    // Some fifty pages, each measured at three widths, also on a machine that has other things to do.
    test.setTimeout(1_200_000);
    if (visitor !== 'anonymous') await loginAs(page, visitor);
    for (const { path } of routesFor(visitor)) {
      // Somebody signed in is led on from the login page.
      if (TRIED_ELSEWHERE.includes(path) || (path === '/login' && visitor !== 'anonymous')) continue;
      await test.step(path, async () => {
        watch.refusals.length = 0;
        const address = await exampleOf(path, site);
        expect(address, `${path} has an example in e2e/support/addresses.ts`).not.toBeNull();
        await open(page, address ?? '');
        const picture = `${visitor}/${path.replaceAll(/[/:]+/g, '-').slice(1) || 'home'}`;
        const found = await findingsAtAllWidths(page, PICTURED.includes(visitor) ? picture : null);
        found.push(...watch.refusals.map((refusal) => `was refused ${refusal}`));
        expect.soft(found, path).toEqual([]);
      });
    }
  });
}
