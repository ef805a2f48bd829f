import type { Locator, Page } from '@playwright/test';
import { open } from './people';

/** The first whole number in a text: "실적 56,470원" → 56470. */
export function numberIn(text: string): number {
  const found = /-?[\d,]+/.exec(text.replace('−', '-'));
  if (found === null) throw new Error(`no number in "${text}"`);
  return Number(found[0].replaceAll(',', ''));
}

/** The card of a figure, by its label; what explains a figure stands there, too, and may name others. */
export function figure(page: Page, label: string | RegExp): Locator {
  return page.locator('.stat-card', { has: page.locator('.stat-card__label', { hasText: label }) }).first();
}

/** What the dashboard says was bought, in won. */
export async function actualKrw(page: Page, fiscalYear: number, label: string): Promise<number> {
  await open(page, `/achievements?fiscalYear=${fiscalYear}&unit=won`);
  return numberIn(await figure(page, label).locator('.stat-card__value').innerText());
}

/** What the bar of one department stands for, in won. */
export async function departmentKrw(page: Page, fiscalYear: number, department: string): Promise<number> {
  await open(page, `/achievements?fiscalYear=${fiscalYear}&unit=won`);
  const bar = page.locator('.bullet-bar', {
    has: page.locator('.bullet-bar__label', { hasText: department }),
  });
  return numberIn(await bar.locator('.bullet-bar__words').innerText());
}

/** What the board counts for one of its rows, in won. */
export async function kpiKrw(page: Page, year: number, item: string): Promise<number> {
  await open(page, `/kpis?year=${year}&unit=won`);
  const row = page.getByRole('row').filter({ hasText: item });
  return numberIn(await row.getByRole('link', { name: new RegExp(item) }).innerText());
}
