import type { Page } from '@playwright/test';
import { accessibilityFindings, sidewaysScroll } from './accessibility';
import { settled } from './people';
import { PICTURES_ASKED, takePicture } from './screenshots';

export const WIDTHS = [1280, 768, 360] as const;
/** A phone of 320 px, or a desktop magnified fourfold (WCAG 1.4.10). */
const REFLOW_WIDTH = 320;

/**
 * What is wrong with the page that stands, at every width: axe, sideways scroll, heading, title.
 * @param picture name for pictures of it, taken when they are asked for or something is wrong
 */
export async function findingsAtAllWidths(page: Page, picture: string): Promise<string[]> {
  const findings: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    const found = [...(await accessibilityFindings(page)), ...(await sidewaysScroll(page))];
    findings.push(...found.map((finding) => `at ${width} px: ${finding}`));
    if (PICTURES_ASKED || found.length > 0) await takePicture(page, `${picture}-${width}`);
  }
  await page.setViewportSize({ width: REFLOW_WIDTH, height: 900 });
  const wide = await sidewaysScroll(page);
  findings.push(...wide.map((finding) => `at ${REFLOW_WIDTH} px: ${finding}`));
  if ((await page.locator('h1').count()) !== 1) findings.push('needs exactly one h1');
  if (!/.+ · .+/.test(await page.title())) findings.push('has no title of its own');
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  return findings;
}
