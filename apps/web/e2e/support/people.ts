import type { Role } from '@ieum/domain';
import { expect, type Page } from '@playwright/test';

/** The demo accounts as the login page offers them. */
export const PEOPLE = {
  clerk: { name: '김서무', role: 'clerk' },
  dongClerk: { name: '박서무', role: 'clerk' },
  healthClerk: { name: '최서무', role: 'clerk' },
  manager: { name: '이팀장', role: 'manager' },
  support: { name: '정전문위원', role: 'support' },
  enterprise: { name: '한담당', role: 'enterprise' },
  admin: { name: '윤관리자', role: 'admin' },
} as const satisfies Record<string, { name: string; role: Role }>;

export type Person = keyof typeof PEOPLE;

/** Signs in with one press on the demo account and arrives at `next`. */
export async function loginAs(page: Page, person: Person, next = '/'): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByRole('button', { name: PEOPLE[person].name }).click();
  await expect(page).not.toHaveURL(/\/login/);
  await settled(page);
}

/** Frames for which a page has to stand still: between the answer of one question and the next there may be one. */
const STILL_FRAMES = 3;

/** The page is there: its heading stands, nothing is being waited for any more and nothing moves to its place. */
export async function settled(page: Page): Promise<void> {
  // Asked in every frame: the assertions ask again after pauses of up to a second.
  await page.waitForFunction((enough) => {
    const counter = window as Window & { framesOfStillness?: number };
    const isStill =
      document.querySelector('h1') !== null &&
      document.querySelector('main [aria-busy="true"], main .skeleton') === null &&
      document.fonts.status === 'loaded' &&
      document.getAnimations().every((one) => one.effect?.getComputedTiming().endTime === Infinity);
    counter.framesOfStillness = isStill ? (counter.framesOfStillness ?? 0) + 1 : 0;
    if (counter.framesOfStillness < enough) return false;
    counter.framesOfStillness = 0;
    return true;
  }, STILL_FRAMES);
}

/** Opens an address and waits until the page is there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}
