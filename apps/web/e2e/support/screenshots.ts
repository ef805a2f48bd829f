import path from 'node:path';
import type { Page } from '@playwright/test';

/** Pictures to look at after a run; not kept in the repository. */
export const SCREENSHOTS = path.resolve(import.meta.dirname, '../../../../.data/test-results/screenshots');

/** Whether every page is pictured, not only those where something is wrong: it takes a fifth of the round's time. */
export const PICTURES_ASKED = process.env['IEUM_PICTURES'] === '1';

/** Long lists are cut here: what follows looks like what came before. */
const TALLEST = 2_600;

/** The page, once its letters are there. @param name path under the folder of pictures, without ending */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const [width, height] = await page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollHeight,
  ]);
  await page.screenshot({
    path: path.join(SCREENSHOTS, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width: width ?? 0, height: Math.min(height ?? 0, TALLEST) },
  });
}
