import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { createQueryClient } from '../../lib/query-client';
import { SessionContext, type SessionUser } from '../../lib/session';
import { pageMessages } from './page-messages';
import type { Certification, Supplier } from './supplier-api';
import SupplierPage from './supplier-page';

const t = pageMessages.ko;
const ID = '01990000-0000-7000-8000-000000000001';
const MERGED_ID = '01990000-0000-7000-8000-00000000000f';
const nothing = async () => undefined;

const certification = (more: Partial<Certification>): Certification => ({
  id: 'c',
  type: 'certified_social_enterprise',
  number: null,
  issuer: null,
  issuedOn: null,
  issueRound: null,
  validFrom: '2015-03-01',
  validUntil: null,
  revokedOn: null,
  revocationReason: null,
  verified: true,
  replacesId: null,
  state: 'active',
  ...more,
});
const supplier: Supplier = {
  id: ID,
  name: 'Yellow Field',
  businessNumber: '0001234567',
  districtCode: '11305',
  representative: null,
  address: null,
  homepage: 'http://www.example.com',
  phone: null,
  email: null,
  businessSummary: 'banners',
  socialPurpose: null,
  serviceField: null,
  introduction: null,
  vulnerableEmploymentBp: 3250,
  vulnerableEmploymentOn: '2026-06-30',
  closedOn: null,
  purchaseCount: 12,
  buyerCount: 3,
  recordAsOf: '2026-11-19',
  certifications: [
    certification({
      id: 'a',
      type: 'prospective_local',
      validFrom: '2012-03-01',
      validUntil: '2015-02-28',
      state: 'expired',
    }),
    certification({ id: 'b' }),
  ],
  warnings: ['business_number_checksum'],
  asOf: '2026-11-20',
  version: 1,
};
const item = {
  id: 'item',
  supplierId: ID,
  supplierName: 'Yellow Field',
  name: 'Big banner',
  kind: 'services',
  classificationCode: null,
  detailProductCode: null,
  categoryPath: [],
  description: null,
  unit: null,
  priceKrw: 48_000_000,
  priceIncludesVat: false,
  leadTimeDays: null,
  minimumOrder: null,
  regions: [],
  directProduction: false,
  state: 'published',
  confirmedOn: '2026-01-01',
  isStale: false,
  missing: [],
  photos: [],
  publishedAt: null,
  updatedAt: '2026-01-01T00:00:00Z',
  version: 1,
};
const member = (permissions: SessionUser['permissions']): SessionUser => ({
  id: 'u',
  email: 'u@test.example',
  name: 'u',
  role: 'clerk',
  permissions,
  institutionId: 'gangbuk',
  institutionName: null,
  departmentId: 'jobs',
  departmentName: null,
  enterpriseId: null,
  mustChangePassword: false,
});

let shown = supplier;

function Place() {
  return <output data-testid="place">{useLocation().pathname + useLocation().search}</output>;
}

function open(user: SessionUser | null, id = ID, search = '') {
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <SessionContext value={{ user, loading: false, login: nothing, logout: nothing, extend: nothing }}>
        <MemoryRouter initialEntries={[`/suppliers/${id}${search}`]}>
          <Routes>
            <Route path="/suppliers/:id" element={<SupplierPage />} />
          </Routes>
          <Place />
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
}

describe("a supplier's public page", () => {
  beforeEach(() => {
    localStorage.clear();
    shown = supplier;
    globalThis.fetch = jest.fn(async (input: string | URL | Request) => {
      const { pathname } = new URL(new Request(input).url);
      if (/\/suppliers\/[^/]+$/.test(pathname)) return Response.json(shown);
      if (pathname.endsWith('/catalogue-items')) return Response.json({ items: [item], nextCursor: null });
      if (pathname.endsWith('/shortlists')) return Response.json({ items: [], nextCursor: null });
      return Response.json({ code: 'NOT_FOUND' }, { status: 404 });
    });
  });
  afterEach(cleanup);

  it('tells a visitor who it is, and offers nothing that needs an account', async () => {
    open(null);
    expect(await screen.findByRole('heading', { level: 1, name: 'Yellow Field' })).toBeTruthy();
    expect(screen.getByText('000-12-34567')).toBeTruthy();
    expect(screen.getByText('32.5% (2026. 6. 30. 기준)')).toBeTruthy();
    for (const name of [t.enterPurchase, t.request, t.edit, t.purchases])
      expect(screen.queryByRole('link', { name })).toBeNull();
    expect(screen.queryByText(t.warning_business_number_checksum)).toBeNull();
  });

  it('shows the certificates as a history, latest first', async () => {
    open(null);
    const names = (await screen.findAllByRole('heading', { level: 3 })).map((one) => one.textContent);
    expect(names.slice(0, 2)).toEqual(['인증사회적기업', '예비사회적기업 (지역형)']);
  });

  it.each([
    ['http://www.example.com', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['www.example.com', false],
  ])('makes a link of the homepage %s: %p', async (homepage, isLink) => {
    shown = { ...supplier, homepage };
    open(null);
    expect(await screen.findByText(new RegExp(homepage.slice(0, 12).replace(/[().]/g, '\\$&')))).toBeTruthy();
    const link = screen.queryByRole('link', { name: new RegExp(t.newWindow) });
    expect(link !== null).toBe(isLink);
    if (link !== null) expect(link.getAttribute('rel')).toContain('noopener');
  });

  it('leads a merged id to the supplier that stays, and says so', async () => {
    open(null, MERGED_ID, '?asOf=2018-07-25');
    await waitFor(() =>
      expect(screen.getByTestId('place').textContent).toBe(`/suppliers/${ID}?asOf=2018-07-25`),
    );
    expect(await screen.findByText(t.merged)).toBeTruthy();
  });

  it('says since when it is out of business', async () => {
    shown = { ...supplier, closedOn: '2020-05-01' };
    open(null);
    expect(await screen.findByText(t.closedTitle.replace('{day}', '2020. 5. 1.'))).toBeTruthy();
  });

  it('lets a clerk begin a purchase of an item, with what the catalogue says', async () => {
    open(member(['purchase:write', 'purchase:read', 'supplier-request:write', 'shortlist:own']));
    const link = await screen.findByRole('link', { name: t.enterPurchaseItem });
    expect(link.getAttribute('href')).toBe(
      `/purchases/new?supplierId=${ID}&item=Big+banner&kind=services&price=48000000&vat=excluded`,
    );
    expect(screen.getByRole('link', { name: t.request }).getAttribute('href')).toBe(
      `/supplier-requests/new?supplierId=${ID}`,
    );
    expect(screen.queryByRole('link', { name: t.edit })).toBeNull();
  });

  it('leads a keeper of the register to its page of the register', async () => {
    open(member(['supplier:write']));
    expect((await screen.findByRole('link', { name: t.edit })).getAttribute('href')).toBe(
      `/suppliers/${ID}/register`,
    );
    expect(screen.getByText(t.warning_business_number_checksum)).toBeTruthy();
  });
});
