import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { purchaseStartLink } from '../../lib/purchase-start';
import { createQueryClient } from '../../lib/query-client';
import { SessionContext, type SessionUser } from '../../lib/session';
import { entryMessages } from './entry-messages';
import PurchaseEntryPage from './purchase-entry-page';

const t = entryMessages.ko;
const SUPPLIER_ID = '01990000-0000-7000-8000-000000000001';
const supplier = {
  id: SUPPLIER_ID,
  name: 'Yellow Field',
  businessNumber: '0001234567',
  certifications: [],
  closedOn: null,
};
const clerk: SessionUser = {
  id: 'clerk',
  email: 'clerk@test.example',
  name: 'clerk',
  role: 'clerk',
  permissions: ['purchase:write'],
  institutionId: 'gangbuk',
  institutionName: null,
  departmentId: 'jobs',
  departmentName: null,
  enterpriseId: null,
  mustChangePassword: false,
};
const nothing = async () => undefined;

function Place() {
  return <output>{useLocation().search}</output>;
}

function open(address: string) {
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <SessionContext
        value={{ user: clerk, loading: false, login: nothing, logout: nothing, extend: nothing }}
      >
        <MemoryRouter initialEntries={[address]}>
          <PurchaseEntryPage />
          <Place />
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
}

const banner = purchaseStartLink({
  supplierId: SUPPLIER_ID,
  item: 'Banner',
  kind: 'services',
  priceKrw: 160_000,
  priceIncludesVat: true,
});

describe('a purchase begun from a supplier', () => {
  beforeEach(() => {
    sessionStorage.clear();
    globalThis.fetch = jest.fn(async (input: string | URL | Request) => {
      const { pathname } = new URL(new Request(input).url);
      // The hint at a direct award has a spec of its own.
      if (pathname.endsWith('/direct-award-hint'))
        return Response.json({ code: 'NOT_FOUND' }, { status: 404 });
      return Response.json(pathname.endsWith(SUPPLIER_ID) ? supplier : { items: [], nextCursor: null });
    });
  });
  afterEach(cleanup);

  it('fills an untouched form, takes the parameters off the address and keeps them as a draft', async () => {
    open(banner);
    expect(await screen.findByDisplayValue('Yellow Field')).toBeTruthy();
    expect(screen.getByDisplayValue('Banner')).toBeTruthy();
    expect(screen.getByDisplayValue('160,000')).toBeTruthy();
    expect(screen.getByLabelText<HTMLSelectElement>(new RegExp(`^${t.kind}`)).value).toBe('services');
    await waitFor(() => expect(screen.queryByText(/supplierId/)).toBeNull());
    await waitFor(() => expect(sessionStorage.getItem('ieum.draft.purchase:new')).toContain('Yellow Field'));
  });

  it('never asks, even for a moment, about a form that only it has filled', async () => {
    const asked = jest.fn();
    const watch = new MutationObserver(() => {
      if (screen.queryByText(t.startTitle) !== null) asked();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    open(banner);
    expect(await screen.findByDisplayValue('Banner')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(/supplierId/)).toBeNull());
    watch.disconnect();
    expect(asked).not.toHaveBeenCalled();
  });

  it('takes a price without VAT for the supply value, never for the amount paid', async () => {
    open(purchaseStartLink({ supplierId: SUPPLIER_ID, priceKrw: 48_000_000, priceIncludesVat: false }));
    expect(await screen.findByDisplayValue('48,000,000')).toBe(
      screen.getByLabelText(new RegExp(`^${t.supplyValue}`)),
    );
  });

  it('asks before it replaces what was typed before', async () => {
    const before = open('/purchases/new');
    fireEvent.change(screen.getByLabelText(new RegExp(`^${t.item}`)), { target: { value: 'Paper' } });
    await waitFor(() => expect(sessionStorage.getItem('ieum.draft.purchase:new')).toContain('Paper'));
    before.unmount();

    open(banner);
    expect(await screen.findByText(t.startTitle)).toBeTruthy();
    expect(screen.getByDisplayValue('Paper')).toBeTruthy();
    expect(screen.queryByDisplayValue('Banner')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: t.startLeave }));
    await waitFor(() => expect(screen.queryByText(t.startTitle)).toBeNull());
    expect(screen.getByDisplayValue('Paper')).toBeTruthy();
    cleanup();

    open(banner);
    fireEvent.click(await screen.findByRole('button', { name: t.startTake }));
    expect(await screen.findByDisplayValue('Banner')).toBeTruthy();
    expect(screen.queryByDisplayValue('Paper')).toBeNull();
  });
});
