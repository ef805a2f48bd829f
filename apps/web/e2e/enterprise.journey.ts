import type { Page } from '@playwright/test';
import { enterpriseMessages } from '../src/app/homes/enterprise-messages';
import { accountMessages } from '../src/features/account/messages';
import { claimMessages } from '../src/features/enterprise/claim-messages';
import { companyMessages } from '../src/features/enterprise/company-messages';
import { loginMessages } from '../src/features/login/messages';
import { entryMessages } from '../src/features/purchases/entry-messages';
import { requestMessages } from '../src/features/supplier-requests/messages';
import { userMessages } from '../src/features/users/messages';
import { componentMessages } from '../src/components/messages';
import { organisationWords } from '../src/lib/organisation-messages';
import { accessibilityFindings } from './support/accessibility';
import { expect, test } from './support/fixtures';
import { pressEnterOn, typeInto } from './support/keyboard';
import { open, settled } from './support/people';

const request = requestMessages.ko;
const claim = claimMessages.ko;
const company = companyMessages.ko;
const user = userMessages.ko;
const account = accountMessages.ko;
const TITLE = '체육대회 현수막 견적';
const OWN = `(SELECT enterprise_id FROM users WHERE email = 'company@supplier.example')`;
const PHONE = { width: 360, height: 740 };

test('a department asks, the enterprise answers by keyboard on a phone, and the purchase begins from the offer', async ({
  visit,
  site,
  watch,
}) => {
  const [own] = await site.rows<{ id: string }>(`SELECT ${OWN} AS id`);
  const address = `/supplier-requests/new?supplierId=${own?.id}`;
  const clerk = await visit('clerk', address);
  await expect(clerk.getByRole('combobox', { name: request.supplier })).toHaveValue('노란들판');
  await clerk.getByLabel(request.titleField).fill(TITLE);
  await clerk.getByLabel(request.message).fill('5m × 0.9m 3장입니다.');

  await test.step('what was typed survives a reload, and a double press sends one request', async () => {
    await open(clerk, address);
    await expect(clerk.getByLabel(request.titleField)).toHaveValue(TITLE);
    await clerk.getByRole('button', { name: request.send }).dblclick();
    await expect(clerk).toHaveURL(/supplier-requests\/[0-9a-f-]{36}$/);
    const sent = await site.rows(`SELECT id FROM supplier_requests WHERE title = '${TITLE}'`);
    expect(sent).toHaveLength(1);
  });

  await test.step('the enterprise finds it on its home and answers without a mouse', async () => {
    const phone = await visit('enterprise', '/');
    await phone.setViewportSize(PHONE);
    await phone.getByRole('link', { name: /답변을 기다리는 요청/ }).click();
    await settled(phone);
    await phone.getByRole('link', { name: TITLE }).click();
    await settled(phone);
    await expect(phone.getByRole('main')).toContainText('강북구 일자리지원과');
    await expect(phone.getByRole('main')).not.toContainText('김서무');
    expect(await accessibilityFindings(phone)).toEqual([]);
    await typeInto(
      phone,
      phone.getByRole('textbox', { name: new RegExp(`^${request.answerLabel}`) }),
      '사흘 안에 가능합니다.',
    );
    await typeInto(phone, phone.getByLabel(request.amount), '240000');
    await pressEnterOn(phone, phone.getByRole('button', { name: request.answer }));
    await expect(phone.getByRole('radiogroup', { name: new RegExp(request.vat) })).toContainText(
      request.choose,
    );
    await phone.getByRole('radio', { name: request.withVat }).focus();
    await phone.keyboard.press('Space');
    await pressEnterOn(phone, phone.getByRole('button', { name: request.answer }));
    await expect(phone.getByRole('region', { name: request.answerTitle })).toContainText('240,000');
  });

  await test.step('the department reads it and begins the purchase with its amount', async () => {
    await clerk.reload();
    await settled(clerk);
    await expect(clerk.getByRole('button', { name: request.withdraw })).toHaveCount(0);
    await clerk.getByRole('link', { name: request.enterPurchase }).click();
    await settled(clerk);
    await expect(clerk.getByLabel(entryMessages.ko.amount)).toHaveValue('240,000');
    await expect(clerk.getByRole('combobox', { name: entryMessages.ko.supplier })).toHaveValue('노란들판');
  });
  expect(watch.refusals).toEqual([]);
});

test('an invited person claims the enterprise, somebody verifies it, and the work begins in the open session', async ({
  visit,
  site,
  browser,
  watch,
}) => {
  const [free] = await site.rows<{ id: string; name: string; number: string }>(
    `SELECT id, name, business_number AS number FROM suppliers
     WHERE merged_into_id IS NULL AND business_number IS NOT NULL AND district_code = '11305' AND id <> ${OWN} ORDER BY name LIMIT 1`,
  );
  const manager = await visit('manager', '/users/new');
  await manager.getByLabel(user.name).fill('오담당');
  await manager.getByLabel(user.email).fill('new@supplier.example');
  await manager.getByLabel(user.role).selectOption({ label: organisationWords.ko.role_enterprise });
  await expect(manager.getByRole('combobox', { name: user.enterprise })).toBeVisible();
  await manager.getByRole('button', { name: user.create }).click();
  const password = await manager.locator('.initial-password code').innerText();

  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await test.step('the first password is changed, then the home asks for the enterprise', async () => {
    await firstLogin(page, 'new@supplier.example', password);
    await open(page, '/');
    await expect(page.getByRole('main')).toContainText(enterpriseMessages.ko.unbound);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  await test.step('a wrong number is said to be unknown, the right one shows the name', async () => {
    await page.getByLabel(claim.number).fill('000-99-99999');
    await page.getByRole('button', { name: claim.find }).click();
    await expect(page.getByText(claim.notFound)).toBeVisible();
    await page.getByLabel(claim.number).fill(free?.number ?? '');
    await page.getByRole('button', { name: claim.find }).click();
    await expect(page.getByRole('main')).toContainText(free?.name ?? '-');
    await page.getByLabel(claim.note).fill('영업팀에서 일합니다.');
    const evidence = { name: '사업자등록증.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };
    await page.getByLabel(claim.evidence).setInputFiles(evidence);
    await expect(page.getByText(/올린 파일: 사업자등록증/)).toBeVisible();
    await page.getByRole('button', { name: claim.send }).click();
    await expect(page.getByRole('button', { name: claim.refresh })).toBeVisible();
  });

  await test.step('once verified, the open page becomes the home of the enterprise', async () => {
    await verifyClaim(manager, site.url);
    await page.getByRole('button', { name: claim.refresh }).click();
    await expect(page.getByRole('main')).toContainText(enterpriseMessages.ko.certificates);
    await open(page, '/enterprise');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(free?.name ?? '-');
  });
  await context.close();
  expect(watch.refusals).toEqual([]);
});

test('two people of one enterprise change it at once: the second sees both versions and loses nothing', async ({
  visit,
  watch,
}) => {
  const one = await visit('enterprise', '/enterprise/edit');
  const other = await visit('enterprise', '/enterprise/edit');
  await one.getByLabel(company.own_phone).fill('02-111-1111');
  await one.getByRole('button', { name: company.save }).click();
  await expect(one).toHaveURL(/\/enterprise$/);
  await other.getByLabel(company.own_introduction).fill('둘째 사람의 소개입니다.');
  await other.getByRole('button', { name: company.save }).click();
  const conflict = other.getByRole('dialog', { name: componentMessages.ko.versionTitle });
  await expect(conflict).toContainText('둘째 사람의 소개입니다.');
  await expect(conflict).toContainText('02-111-1111');
  await conflict.getByRole('button', { name: componentMessages.ko.versionKeepMine }).click();
  await expect(other).toHaveURL(/\/enterprise$/);
  await settled(other);
  await expect(other.getByRole('main')).toContainText('둘째 사람의 소개입니다.');
  await expect(other.getByRole('main')).toContainText('02-111-1111');
  expect(watch.refusals).toEqual([expect.stringMatching(/^412 /)]);
});

const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

async function firstLogin(page: Page, email: string, password: string): Promise<void> {
  await open(page, '/login');
  await page.getByLabel(loginMessages.ko.email).fill(email);
  await page.getByLabel(loginMessages.ko.password).fill(password);
  await page.getByRole('button', { name: loginMessages.ko.submit, exact: true }).click();
  await expect(page.getByLabel(account.current)).toBeVisible();
  await page.getByLabel(account.current).fill(password);
  await page.getByLabel(new RegExp(`^${account.next} ?필수`)).fill('새로 정한 긴 비밀번호입니다');
  await page.getByLabel(account.again).fill('새로 정한 긴 비밀번호입니다');
  await page.getByRole('button', { name: account.submit, exact: true }).click();
  await expect(page.getByText(account.done)).toBeVisible();
}

/** The queue has a journey of its own: here the manager decides by the contract alone. */
async function verifyClaim(manager: Page, url: string): Promise<void> {
  const login = { email: 'manager@gangbuk.example', password: 'ieum-demo-2016' };
  const session = await manager.request.post(`${url}/api/v1/auth/login`, { data: login });
  const { accessToken }: { accessToken: string } = await session.json();
  const headers = { authorization: `Bearer ${accessToken}` };
  const list = await manager.request.get(`${url}/api/v1/supplier-verifications?subject=claim`, { headers });
  const { items }: { items: { id: string; version: number }[] } = await list.json();
  expect(items).toHaveLength(1);
  const path = `${url}/api/v1/supplier-verifications/${items[0]?.id}/verify`;
  const decided = await manager.request.post(path, {
    headers: { ...headers, 'if-match': `"v${items[0]?.version}"` },
    data: {},
  });
  expect(decided.status()).toBe(200);
}
