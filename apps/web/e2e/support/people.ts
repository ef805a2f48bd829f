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

/** The page is there: its heading stands and nothing is being waited for any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached();
  await expect(page.locator('main [aria-busy="true"], main .skeleton')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** Opens an address and waits until the page is there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}
