import path from 'node:path';
import type { Page } from '@playwright/test';

/** Pictures to look at after a run; not kept in the repository. */
export const SCREENSHOTS = path.resolve(import.meta.dirname, '../../../../.data/test-results/screenshots');

/** The whole page, once its letters are there. @param name path under the folder of pictures, without ending */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
}
