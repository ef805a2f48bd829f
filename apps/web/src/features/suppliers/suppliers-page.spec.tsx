import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router';
import { createQueryClient } from '../../lib/query-client';
import { SessionContext } from '../../lib/session';
import type { FoundSupplier, FoundSuppliers } from './search-api';
import { searchMessages } from './search-messages';
import SuppliersPage from './suppliers-page';

const t = searchMessages.ko;
const nothing = async () => undefined;
const idOf = (number: number) => `01990000-0000-7000-8000-00000000000${number}`;

const found = (number: number): FoundSupplier => ({
  id: idOf(number),
  name: `Supplier ${number}`,
  businessNumber: null,
  districtCode: '11305',
  closedOn: null,
  certifications: [],
  priceMinKrw: 55_000,
  priceMaxKrw: 55_000,
  itemCount: 1,
  purchaseCount: 0,
  buyerCount: 0,
  recordAsOf: null,
  confirmedOn: '2025-01-01',
  isStale: true,
  vulnerableEmploymentBp: null,
  vulnerableEmploymentOn: null,
  items: [
    { id: 'i', name: 'Big banner', kind: 'goods', priceKrw: 55_000, priceIncludesVat: true, unit: null },
  ],
  matchedBy: [{ field: 'item', text: 'Big banner' }],
});
const answer: FoundSuppliers = {
  items: [1, 2, 3, 4, 5].map(found),
  nextCursor: null,
  total: 5,
  totalIsExact: true,
  facets: {
    district: [{ value: '11305', count: 5 }],
    certification: [{ value: 'certified_social_enterprise', count: 3 }],
    category: [],
    kind: [{ value: 'goods', count: 5 }],
    price: [{ value: '50000', count: 3 }],
  },
  facetsAreExact: true,
  nearMatches: [],
  asOf: '2026-11-20',
};
const NOTHING_FOUND: FoundSuppliers = { ...answer, items: [], total: 0 };

let asked: URLSearchParams[] = [];
let reply: (query: URLSearchParams) => FoundSuppliers = () => answer;

function Place() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output data-testid="place">{decodeURIComponent(pathname + search)}</output>
      <button type="button" onClick={() => void navigate(-1)}>
        go back
      </button>
    </>
  );
}

const place = () => screen.getByTestId('place').textContent;

function open(address = '/suppliers') {
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <SessionContext
        value={{ user: null, loading: false, login: nothing, logout: nothing, extend: nothing }}
      >
        <MemoryRouter initialEntries={[address]}>
          <SuppliersPage />
          <Place />
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
}

// The search waits for a pause of the typing before it asks.
configure({ asyncUtilTimeout: 5_000 });

describe('the public search', () => {
  beforeEach(() => {
    localStorage.clear();
    asked = [];
    reply = () => answer;
    globalThis.fetch = jest.fn(async (input: string | URL | Request) => {
      const { pathname, searchParams } = new URL(new Request(input).url);
      if (!pathname.endsWith('/suppliers')) return Response.json({ items: [], nextCursor: null });
      asked.push(searchParams);
      return Response.json(reply(searchParams));
    });
  });
  afterEach(cleanup);

  it('asks without an account for what the address says', async () => {
    open('/suppliers?q=banner&district=11305&kind=goods&certifiedOn=2018-07-25&sort=record');
    expect(await screen.findByText('Supplier 1')).toBeTruthy();
    const [query] = asked;
    expect(query?.get('q')).toBe('banner');
    expect(query?.getAll('district')).toEqual(['11305']);
    expect(query?.get('certifiedOn')).toBe('2018-07-25');
    expect(query?.get('sort')).toBe('record');
    expect(screen.getByLabelText<HTMLInputElement>(t.question).value).toBe('banner');
  });

  it('follows the typing, keeps the focus in the field and says how many there are', async () => {
    open();
    await screen.findByText('Supplier 1');
    const field = screen.getByLabelText<HTMLInputElement>(t.question);
    field.focus();
    reply = () => ({ ...answer, items: [found(1)], total: 1 });
    fireEvent.change(field, { target: { value: 'banner' } });
    await waitFor(() => expect(place()).toBe('/suppliers?q=banner'));
    await waitFor(() => expect(screen.queryByText('Supplier 2')).toBeNull());
    expect(document.activeElement).toBe(field);
    const total = screen.getByRole('heading', { level: 2, name: t.found.replace('{count}', '1') });
    expect(total.closest('[role="status"]')).not.toBeNull();
  });

  it('marks what matched', async () => {
    open('/suppliers?q=banner');
    const marks = await screen.findAllByText('banner');
    expect(marks.every((mark) => mark.localName === 'mark')).toBe(true);
  });

  it('narrows by one tap to what is valid today, and back takes it away again', async () => {
    open('/suppliers?q=banner');
    fireEvent.click(await screen.findByLabelText(t.validToday));
    await waitFor(() => expect(place()).toBe('/suppliers?q=banner&certifiedOn=today'));
    await waitFor(() => expect(asked.at(-1)?.get('certifiedOn')).toMatch(/^\d{4}-\d\d-\d\d$/));
    fireEvent.click(screen.getByText('go back'));
    await waitFor(() => expect(place()).toBe('/suppliers?q=banner'));
    expect(screen.getByLabelText<HTMLInputElement>(t.validToday).checked).toBe(false);
  });

  it('offers ranges of price with their counts, one at a time', async () => {
    open();
    const range = await screen.findByRole<HTMLInputElement>('radio', {
      name: /^50,000 이상 100,000 미만\s*3$/,
    });
    expect(screen.getByRole('radio', { name: /^10,000,000 이상\s*0$/ })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: t.priceAny }).checked).toBe(true);
    fireEvent.click(range);
    await waitFor(() => expect(place()).toBe('/suppliers?priceMin=50000&priceMax=99999'));
    expect(range.checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: t.priceAny }));
    await waitFor(() => expect(place()).toBe('/suppliers'));
  });

  it('shows a chosen facet also when it finds nothing any more, and lets it be taken away', async () => {
    reply = () => ({
      ...answer,
      facets: { district: [], certification: [], category: [], kind: [], price: [] },
    });
    open('/suppliers?district=11320');
    const chip = await screen.findByRole('button', { name: t.chipRemove.replace('{name}', '도봉구') });
    expect(screen.getByLabelText<HTMLInputElement>(/도봉구/, { selector: 'input' }).checked).toBe(true);
    fireEvent.click(chip);
    await waitFor(() => expect(place()).toBe('/suppliers'));
  });

  it('says which filter to loosen when nothing is found, with what that would find', async () => {
    reply = (query) => (query.has('district') ? NOTHING_FOUND : answer);
    open('/suppliers?q=banner&district=11320');
    const way = await screen.findByRole('button', { name: /소재지 조건을 빼면 5곳이 보입니다/ });
    expect(screen.queryByRole('button', { name: /구분 조건을/ })).toBeNull();
    fireEvent.click(way);
    await waitFor(() => expect(place()).toBe('/suppliers?q=banner'));
  });

  it('says as what a word with a slip was read', async () => {
    reply = () => ({ ...answer, nearMatches: [{ typed: '현수먁', meant: '현수막' }] });
    open('/suppliers?q=현수먁');
    expect(await screen.findByText("'현수먁' 대신 '현수막'으로 찾았습니다.")).toBeTruthy();
  });

  it('says "or more" where counting stopped', async () => {
    reply = () => ({ ...answer, total: 2_000, totalIsExact: false });
    open();
    expect(await screen.findByText('2,000건 이상을 찾았습니다.')).toBeTruthy();
  });

  it('lets four be compared and no fifth', async () => {
    open('/suppliers?q=banner');
    for (const number of [1, 2, 3, 4])
      fireEvent.click(await screen.findByLabelText(t.compareNamed.replace('{name}', `Supplier ${number}`)));
    const fifth = screen.getByLabelText<HTMLInputElement>(t.compareNamed.replace('{name}', 'Supplier 5'));
    expect(fifth.disabled).toBe(true);
    const bar = within(screen.getByRole('region', { name: t.compareBar }));
    const link = bar.getByRole('link', { name: t.compareOpen.replace('{count}', '4') });
    expect(link.getAttribute('href')).toBe(
      `/suppliers/compare?${[1, 2, 3, 4].map((number) => `id=${idOf(number)}`).join('&')}&q=banner`,
    );
    fireEvent.click(bar.getByRole('button', { name: t.compareRemove.replace('{name}', 'Supplier 4') }));
    expect(fifth.disabled).toBe(false);
  });
});
