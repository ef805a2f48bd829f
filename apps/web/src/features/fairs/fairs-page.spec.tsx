import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import type { FairSummary } from './api';
import { renderPage } from './fair-example';
import FairsPage from './fairs-page';
import { organiserMessages } from './organiser-messages';

const t = organiserMessages.ko;

function ranked(name: string, rank: number | null, consultations: number): FairSummary['fairs'][number] {
  const counts = { enterprises: 18, desks: 14, consultations, visitors: null };
  return { fairId: name, name, hostName: '강북구', state: 'held', firstDay: '2017-06-22', rank, ...counts };
}

let summary: FairSummary;

beforeEach(() => {
  localStorage.clear();
  summary = {
    year: 2017,
    fairs: [
      ranked('Nowon', 1, 164),
      ranked('Gangbuk', 2, 32),
      ranked('Seongbuk', 2, 32),
      ranked('Mapo', null, 0),
    ],
    totals: { fairs: 4, enterprises: 72, desks: 56, consultations: 228, visitors: 0 },
    contracts: { contracts: 4, suppliers: 3, amountKrw: 20_805_000 },
    official: [
      { figure: 'contracts', stated: 4, counted: 4, difference: { value: 0 }, source: 'Report 2017' },
      { figure: 'suppliers', stated: 4, counted: 3, difference: { value: 1 }, source: 'Report 2017' },
    ],
  };
  globalThis.fetch = jest.fn(async (input: string | URL | Request) => {
    const { pathname } = new URL(new Request(input).url);
    return Response.json(pathname.endsWith('/fair-summary') ? summary : { items: [], nextCursor: null });
  });
});
afterEach(cleanup);

const open = (role: 'manager' | 'admin' | 'clerk') =>
  renderPage(role, '/fairs', '/fairs?year=2017', <FairsPage />);
const rowOf = async (name: string) =>
  (await screen.findByRole('link', { name })).closest('tr') as HTMLTableRowElement;

describe('the year of fairs', () => {
  it('says that equal fairs share their rank, and gives none to a fair without consultations', async () => {
    open('manager');
    expect(within(await rowOf('Nowon')).getByText('1')).toBeTruthy();
    expect(within(await rowOf('Gangbuk')).getByText('공동 2')).toBeTruthy();
    expect(within(await rowOf('Seongbuk')).getByText('공동 2')).toBeTruthy();
    expect(within(await rowOf('Mapo')).queryByText(/공동/)).toBeNull();
  });

  it('sums what it shows, and says of how many fairs', async () => {
    open('manager');
    const totals = (await screen.findByText('합계 (4회)')).closest('tr') as HTMLTableRowElement;
    expect(within(totals).getByText('228')).toBeTruthy();
  });

  it('shows the contracts as counted, and beside it what the report states and by how much they differ', async () => {
    open('manager');
    expect(await screen.findByText('20,805,000')).toBeTruthy();
    expect(screen.getByText('보고서 4개 기업 · 집계 3개 기업 · 차이 1')).toBeTruthy();
    expect(screen.getAllByText(t.officialSame)).toHaveLength(1);
  });

  it('leads from each of these figures to the contracts that came of fairs', async () => {
    open('manager');
    const links = await screen.findAllByRole('link', { name: /계약.* 내역 보기/ });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/contracts?year=2017&source=fair&state=signed',
      '/contracts?year=2017&source=fair&state=signed',
      '/contracts?year=2017&source=fair&state=signed',
    ]);
  });

  it('lets only who keeps the indicators enter what a report states', async () => {
    open('manager');
    await screen.findByText('20,805,000');
    expect(screen.queryByRole('button', { name: t.officialEdit })).toBeNull();
    cleanup();
    open('admin');
    expect(await screen.findByRole('button', { name: t.officialEdit })).toBeTruthy();
  });

  it('says nothing of contracts to who may not see them', async () => {
    summary = { ...summary, contracts: null };
    open('clerk');
    await rowOf('Nowon');
    expect(screen.queryByText(t.contractCount)).toBeNull();
  });
});
