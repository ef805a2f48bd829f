import { expect, type Page } from '@playwright/test';
import { policyMessages } from '../../src/features/purchase-targets/policy-messages';
import { entryMessages } from '../../src/features/purchases/entry-messages';
import { purchaseWords } from '../../src/lib/purchase-messages';
import { open, settled } from './people';

const entry = entryMessages.ko;
const policy = policyMessages.ko;
const schemes = purchaseWords.ko;

interface Receipt {
  readonly item: string;
  readonly amountKrw: number;
  readonly contractDate: string;
  readonly contractNumber?: string;
}

/** Fills the form of entry with a purchase from 노란들판, which has had its certificate all along. */
export async function fillReceipt(page: Page, receipt: Receipt): Promise<void> {
  await page.getByRole('combobox', { name: entry.supplier }).fill('노란들판');
  await page.getByRole('option', { name: /노란들판/ }).click();
  await page.getByLabel(entry.item).fill(receipt.item);
  await page.getByLabel(entry.amount).fill(String(receipt.amountKrw));
  await page.getByLabel(entry.contractDate).fill(receipt.contractDate);
  await page.getByLabel(entry.contractNumber).fill(receipt.contractNumber ?? '');
}

/** Logs a purchase as the clerk who is signed in. @returns the address of its page */
export async function logPurchase(page: Page, receipt: Receipt): Promise<string> {
  await open(page, '/purchases/new');
  await fillReceipt(page, receipt);
  await page.getByRole('button', { name: entry.saveNext }).click();
  const link = page.getByRole('region', { name: entry.recent }).getByRole('link', { name: receipt.item });
  await expect(link).toBeVisible();
  return (await link.getAttribute('href')) ?? '';
}

/** Opens a year with 1,200,000,000 won, of which 32,000,000 through the mall, as the manager who is signed in. */
export async function openYear(page: Page, fiscalYear: number): Promise<void> {
  await open(page, '/purchase-targets/new-year');
  await page.getByLabel(policy.fiscalYear).first().fill(String(fiscalYear));
  await page.getByLabel(policy.surveyDueOn).fill(`${fiscalYear}-03-18`);
  await page
    .getByLabel(policy.amountOf.replace('{scheme}', schemes.scheme_social_economy))
    .fill('1200000000');
  await page
    .getByLabel(policy.amountOf.replace('{scheme}', schemes.scheme_hamkke_nuri_mall))
    .fill('32000000');
  await page.getByRole('button', { name: policy.open }).click();
  await expect(page).toHaveURL(new RegExp(`demand-surveys\\?fiscalYear=${fiscalYear}`));
  await settled(page);
}
