import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { permissionsOf } from '@ieum/domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '../../lib/query-client';
import { SessionContext, type Session, type SessionUser } from '../../lib/session';
import type { Target } from './api';
import { targetMessages } from './messages';
import PurchaseTargetsPage from './purchase-targets-page';

const t = targetMessages.ko;
const policy = { rounding: 'half_up', decimals: 2, capPercent: null };
const scheme = (schemeCode: string, targetKrw: number) => ({
  schemeCode,
  schemeName: schemeCode,
  basis: 'amount',
  rateBasisPoints: null,
  targetKrw,
  departmentSumKrw: 0,
  departmentCount: 0,
  differenceKrw: null,
});
const cycle = {
  id: 'cycle',
  institutionId: 'gangbuk',
  fiscalYear: 2016,
  state: 'survey_closed',
  nextActions: ['open_survey', 'confirm'],
  surveyDueOn: null,
  confirmReason: null,
  notifiedAt: null,
  countingPolicyId: 'policy',
  mallTarget: 'inside',
  institutionTargets: [scheme('social_economy', 1_200_000_000), scheme('hamkke_nuri_mall', 32_000_000)],
  mallShare: {
    numeratorKrw: 32_000_000,
    denominatorKrw: 1_200_000_000,
    percent: 2.6667,
    display: '2.67',
    policy,
  },
  totalTargetKrw: 1_200_000_000,
  survey: { departments: 2, answered: 2, accepted: 2, waiting: 0 },
  version: 3,
};

function target(departmentName: string, schemeCode: string, targetKrw: number | null): Target {
  return {
    id: `${departmentName}-${schemeCode}`,
    institutionId: 'gangbuk',
    cycleId: 'cycle',
    fiscalYear: 2016,
    departmentId: departmentName,
    departmentName,
    departmentGroup: 'division',
    schemeCode,
    targetKrw,
    state: 'proposed',
    acknowledgedAt: null,
    acknowledgedBy: null,
    acknowledgedByName: null,
    revisionCount: 0,
    version: 1,
  };
}

let targets: Target[];
let sent: { readonly method: string; readonly path: string; readonly body: string }[];
let stale: boolean;

function answer(method: string, path: string, body: string): Response {
  if (path.endsWith('/purchase-target-cycles')) return Response.json({ items: [cycle] });
  if (path.endsWith('/schemes')) return Response.json({ items: [] });
  if (path.endsWith('/demand-surveys')) return Response.json({ items: [] });
  if (path.endsWith('/purchase-targets')) return Response.json({ items: targets });
  if (method === 'PUT' && stale) {
    stale = false;
    targets = targets.map((one) => ({ ...one, targetKrw: 5_000, version: 2 }));
    return Response.json({ code: 'VERSION_STALE' }, { status: 412 });
  }
  if (method === 'PUT') {
    const id = decodeURIComponent(path.split('/').at(-1) ?? '');
    const change: { targetKrw: number | null } = JSON.parse(body);
    targets = targets.map((one) => (one.id === id ? { ...one, ...change, version: one.version + 1 } : one));
    return Response.json(targets.find((one) => one.id === id));
  }
  return Response.json({ ...cycle, state: 'targets_set' });
}

function open() {
  const user: SessionUser = {
    id: 'u',
    email: 'manager@example.kr',
    name: 'Lee',
    role: 'manager',
    permissions: permissionsOf('manager'),
    institutionId: 'gangbuk',
    institutionName: 'Gangbuk',
    departmentId: null,
    departmentName: null,
    enterpriseId: null,
    mustChangePassword: false,
  };
  const done = () => Promise.resolve();
  const session: Session = { user, loading: false, login: done, logout: done, extend: done };
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={['/purchase-targets']}>
        <SessionContext value={session}>
          <PurchaseTargetsPage />
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

const cellOf = (name: string) => screen.findByLabelText(new RegExp(`^${name} .*사회적경제기업 목표$`));

describe('the target table of a manager', () => {
  beforeEach(() => {
    localStorage.clear();
    sent = [];
    stale = false;
    targets = [
      target('Jobs', 'social_economy', 700_000_000),
      target('Jobs', 'hamkke_nuri_mall', null),
      target('Parks', 'social_economy', 480_000_000),
      target('Parks', 'hamkke_nuri_mall', 32_000_000),
    ];
    globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      const { pathname: path } = new URL(request.url);
      const body = await request.text();
      sent.push({ method: request.method, path, body });
      return answer(request.method, path, body);
    });
  });
  afterEach(cleanup);

  it('shows the mall share and by how much the departments fall short', async () => {
    open();
    await cellOf('Jobs');
    expect(screen.getByText('2.67%')).toBeTruthy();
    expect(screen.getByText(/20,000천원 모자랍니다/)).toBeTruthy();
  });

  it('follows what is typed at once, saves it with its version, and takes it back', async () => {
    open();
    const cell = await cellOf('Parks');
    fireEvent.change(cell, { target: { value: '500,000' } });
    fireEvent.keyDown(cell, { key: 'Enter' });
    // The mall's sum was equal before.
    expect(screen.getAllByText(t.matches)).toHaveLength(2);
    await waitFor(() => expect(sent.filter((one) => one.method === 'PUT')).toHaveLength(1));
    expect(JSON.parse(sent.find((one) => one.method === 'PUT')?.body ?? '')).toEqual({
      targetKrw: 500_000_000,
    });
    fireEvent.click(screen.getByRole('button', { name: t.undo }));
    await waitFor(() => expect(sent.filter((one) => one.method === 'PUT')).toHaveLength(2));
    expect(screen.getByText(/20,000천원 모자랍니다/)).toBeTruthy();
  });

  it('keeps what is no amount in the cell and sends nothing', async () => {
    open();
    const cell = await cellOf('Jobs');
    fireEvent.change(cell, { target: { value: 'many' } });
    fireEvent.blur(cell);
    expect(screen.getByText(t.cellWrong)).toBeTruthy();
    expect(cell.getAttribute('aria-invalid')).toBe('true');
    expect(sent.some((one) => one.method === 'PUT')).toBe(false);
  });

  it('shows both amounts when somebody else was quicker', async () => {
    open();
    const cell = await cellOf('Jobs');
    stale = true;
    fireEvent.change(cell, { target: { value: '1' } });
    fireEvent.blur(cell);
    expect(await screen.findByText('5,000 원')).toBeTruthy();
    expect(screen.getByText('1,000 원')).toBeTruthy();
  });

  it('asks for a reason before it confirms sums that differ', async () => {
    open();
    await cellOf('Jobs');
    fireEvent.click(screen.getByRole('button', { name: t.confirm }));
    const buttons = screen.getAllByRole('button', { name: t.confirm });
    const confirm = buttons.at(-1);
    if (confirm === undefined) throw new Error('no button');
    fireEvent.click(confirm);
    expect(screen.getByText(t.reasonRequired)).toBeTruthy();
    expect(sent.some((one) => one.path.endsWith('/confirm'))).toBe(false);
    fireEvent.change(screen.getByLabelText(new RegExp(t.confirmReason)), {
      target: { value: 'new division' },
    });
    fireEvent.click(confirm);
    await waitFor(() => expect(sent.some((one) => one.path.endsWith('/confirm'))).toBe(true));
    expect(JSON.parse(sent.find((one) => one.path.endsWith('/confirm'))?.body ?? '')).toEqual({
      reason: 'new division',
    });
  });
});
