import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { permissionsOf } from '@ieum/domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { createQueryClient } from '../../lib/query-client';
import { SessionContext, type Session } from '../../lib/session';
import type { ShortlistDetail } from '../../lib/shortlist-queries';
import type { ShortlistEntry } from './api';
import { shortlistMessages } from './messages';
import ShortlistPage from './shortlist-page';
import ShortlistsPage from './shortlists-page';

const t = shortlistMessages.ko;

const entry = (name: string, more: Partial<ShortlistEntry> = {}): ShortlistEntry => ({
  id: `entry-${name}`,
  supplierId: name,
  supplierName: name,
  mergedFromName: null,
  businessNumber: null,
  districtCode: null,
  closedOn: null,
  closed: false,
  certified: true,
  certifications: [],
  item: null,
  note: null,
  addedAt: '2026-11-20T00:00:00.000Z',
  ...more,
});
const listOf = (entries: ShortlistEntry[]): ShortlistDetail => ({
  id: 'list',
  title: 'Spring',
  purpose: null,
  archived: false,
  entryCount: entries.length,
  choices: [],
  updatedAt: '2026-11-20T00:00:00.000Z',
  version: 1,
  entries,
  asOf: '2026-11-20',
});

let list: ShortlistDetail;
let sent: { readonly method: string; readonly path: string; readonly body: string }[];

const session = (role: 'clerk' | null): Session => {
  const done = () => Promise.resolve();
  const user: Session['user'] = role && {
    id: 'u',
    email: 'u@example.kr',
    name: 'Kim',
    role,
    permissions: permissionsOf(role),
    institutionId: 'i',
    institutionName: 'Gangbuk',
    departmentId: 'd',
    departmentName: 'Jobs',
    enterpriseId: null,
    mustChangePassword: false,
  };
  return { user, loading: false, login: done, logout: done, extend: done };
};

const open = (address: string, role: 'clerk' | null = 'clerk') =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <SessionContext value={session(role)}>
          <Routes>
            <Route path="/shortlists" element={<ShortlistsPage />} />
            <Route path="/shortlists/:id" element={<ShortlistPage />} />
          </Routes>
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );

beforeEach(() => {
  localStorage.clear();
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  sent = [];
  globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname: path } = new URL(request.url);
    const body = await request.text();
    if (request.method === 'GET' && path.endsWith('/shortlists'))
      return Response.json({ items: [], nextCursor: null });
    if (request.method === 'GET') return Response.json(list);
    sent.push({ method: request.method, path, body });
    if (request.method === 'PATCH' && request.headers.get('If-Match') !== `"v${list.version}"`)
      return Response.json({ code: 'VERSION_STALE' }, { status: 412 });
    list = { ...list, version: list.version + 1 };
    return Response.json(list, { status: request.method === 'POST' ? 201 : 200 });
  });
});
afterEach(cleanup);

describe('a shortlist', () => {
  it('compares a short list whole, and of a longer one those that are ticked, four at most', async () => {
    list = listOf(['a', 'b', 'c'].map((name) => entry(name)));
    open('/shortlists/list');
    const link = await screen.findByRole('link', { name: t.compare });
    expect(link.getAttribute('href')).toBe('/suppliers/compare?id=a&id=b&id=c');
    cleanup();
    list = listOf(['a', 'b', 'c', 'd', 'e'].map((name) => entry(name)));
    open('/shortlists/list');
    expect((await screen.findByRole('button', { name: t.compare })).hasAttribute('disabled')).toBe(true);
    for (const name of ['a', 'b', 'd', 'e'])
      fireEvent.click(screen.getByRole('checkbox', { name: `${name} 비교에 넣기` }));
    expect(screen.getByRole('link', { name: t.compare }).getAttribute('href')).toBe(
      '/suppliers/compare?id=a&id=b&id=d&id=e',
    );
    expect(screen.getByRole('checkbox', { name: 'c 비교에 넣기' }).hasAttribute('disabled')).toBe(true);
  });

  it('says in words what is closed, merged, without certificate or no longer offered', async () => {
    const gone = {
      id: 'i',
      name: 'Banner',
      available: false,
      priceKrw: null,
      priceIncludesVat: null,
      unit: null,
    };
    list = listOf([
      entry('a', { closed: true, closedOn: '2026-11-01' }),
      entry('b', { mergedFromName: 'Old name', item: gone }),
    ]);
    open('/shortlists/list');
    expect(await screen.findByText('2026. 11. 1. 폐업')).toBeTruthy();
    expect(screen.getByText(/Old name/)).toBeTruthy();
    expect(screen.getByText(t.itemGone)).toBeTruthy();
    expect(screen.getAllByText(t.noCertificate)).toHaveLength(2);
    // A purchase is offered of whoever is in business alone.
    expect(screen.getAllByRole('link', { name: new RegExp(t.buy) })).toHaveLength(1);
  });

  it('does not overwrite unseen what another tab changed while the dialog was open', async () => {
    list = listOf([entry('a')]);
    open('/shortlists/list');
    fireEvent.click(await screen.findByRole('button', { name: t.edit }));
    fireEvent.change(screen.getByLabelText(new RegExp(`^${t.listName}`)), { target: { value: 'Mine' } });
    list = { ...list, title: 'Theirs', version: 2 };
    fireEvent.click(screen.getByRole('button', { name: t.save }));
    expect(await screen.findByText(t.stale)).toBeTruthy();
    expect(screen.getByDisplayValue('Mine')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: t.save }));
    await waitFor(() => expect(list.version).toBe(3));
    expect(sent).toHaveLength(2);
  });
});

describe('what was put aside before signing in', () => {
  const kept = [{ supplierId: 'a', catalogueItemId: null, supplierName: 'Nodeul', itemName: null }];

  it('is shown to somebody without an account, who can take it out', async () => {
    localStorage.setItem('ieum.shortlist', JSON.stringify(kept));
    open('/shortlists', null);
    expect(screen.getByRole('link', { name: 'Nodeul' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Nodeul/ }));
    expect(await screen.findByText(t.keptEmptyTitle)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('is taken over only when asked, and then the browser forgets it', async () => {
    localStorage.setItem('ieum.shortlist', JSON.stringify(kept));
    list = listOf([entry('a')]);
    open('/shortlists');
    fireEvent.click(await screen.findByRole('button', { name: t.takeOver }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Spring' })).toBeTruthy();
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      entries: [{ supplierId: 'a', catalogueItemId: null }],
    });
    expect(localStorage.getItem('ieum.shortlist')).toBeNull();
  });
});
