import { accessibilityFindings, sidewaysScroll } from './support/accessibility';
import { exampleOf, routesFor, type Visitor } from './support/addresses';
import { expect, test } from './support/fixtures';
import { loginAs, open, settled } from './support/people';
import { takePicture } from './support/screenshots';

const WIDTHS = [1280, 768, 360] as const;
/** A phone of 320 px, or a desktop magnified fourfold (WCAG 1.4.10). */
const REFLOW_WIDTH = 320;
const VISITORS: readonly Visitor[] = ['manager', 'clerk', 'admin', 'support', 'enterprise', 'anonymous'];

for (const visitor of VISITORS) {
  test(`every page is accessible for ${visitor} at ${WIDTHS.join(', ')} px`, async ({
    page,
    site,
    watch,
  }) => {
    const findings: string[] = [];
    if (visitor !== 'anonymous') await loginAs(page, visitor);
    for (const { path } of routesFor(visitor)) {
      // Somebody signed in is led on from the login page.
      if (path === '/login' && visitor !== 'anonymous') continue;
      await test.step(path, async () => {
        watch.refusals.length = 0;
        const address = await exampleOf(path, site);
        if (address === null) return void findings.push(`${path}: has no example in e2e/support/addresses.ts`);
        await open(page, address);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await settled(page);
          const found = [...(await accessibilityFindings(page)), ...(await sidewaysScroll(page))];
          findings.push(...found.map((finding) => `${path} at ${width} px: ${finding}`));
          await takePicture(page, `${visitor}${path === '/' ? '/home' : path.replaceAll(':', '')}-${width}`);
        }
        await page.setViewportSize({ width: REFLOW_WIDTH, height: 900 });
        findings.push(...(await sidewaysScroll(page)).map((finding) => `${path}: ${finding}`));
        if ((await page.locator('h1').count()) !== 1) findings.push(`${path}: needs exactly one h1`);
        if (!/.+ · .+/.test(await page.title())) findings.push(`${path}: has no title of its own`);
        findings.push(...watch.refusals.map((refusal) => `${path}: was refused ${refusal}`));
        await page.setViewportSize({ width: WIDTHS[0], height: 900 });
      });
    }
    expect(findings).toEqual([]);
  });
}
