import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { permissionsOf } from '@ieum/domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { ToastProvider } from '../../components/toast';
import { createQueryClient } from '../../lib/query-client';
import { SessionContext, type Session, type SessionUser } from '../../lib/session';
import type { Recount } from './api';
import { recountMessages } from './messages';
import PurchaseRecountsPage from './purchase-recounts-page';

const t = recountMessages.ko;

function finding(id: string, item: string, quarterClosed: boolean): Recount {
  return {
    id,
    institutionId: 'gangbuk',
    institutionName: '강북구',
    departmentId: 'jobs',
    departmentName: '일자리지원과',
    purchaseId: `purchase-${id}`,
    item,
    fiscalYear: 2016,
    recognitionDate: '2016-03-02',
    amountKrw: 160_000,
    quarterClosed,
    supplierId: 'nodeul',
    supplierName: '노란들판',
    cause: {
      certificationId: 'certificate',
      type: 'certified_social_enterprise',
      validFrom: '2012-01-01',
      validUntil: null,
      revokedOn: '2016-01-15',
      revocationReason: '부정 수급',
    },
    before: { countStatus: 'counted', countedSchemes: ['social_economy'], countReasons: [] },
    after: { countStatus: 'needs_check', countedSchemes: [], countReasons: ['certificate_revoked'] },
    differences: [{ scheme: 'social_economy', krw: -160_000 }],
    state: 'open',
    foundAt: '2016-06-15T03:00:00.000Z',
    endedAt: null,
    decidedBy: null,
    decidedByName: null,
    reason: null,
  };
}

const rows = [finding('open', '현수막', false), finding('closed', '인쇄물', true)];
let sent: { readonly path: string; readonly body: unknown }[];
let outdated: boolean;

function answer(method: string, path: string, body: string): Response {
  if (method === 'POST') {
    sent.push({ path, body: JSON.parse(body) });
    return outdated
      ? Response.json({ code: 'RECOUNT_OUTDATED' }, { status: 409 })
      : Response.json({ items: rows });
  }
  if (path.endsWith('/summary'))
    return Response.json({ count: 2, amountKrw: 320_000, differences: [], departments: [] });
  return Response.json({ items: path.endsWith('/purchase-recounts') ? rows : [], nextCursor: null });
}

function open(role: 'manager' | 'clerk') {
  const user: SessionUser = {
    id: 'u',
    email: 'someone@example.kr',
    name: 'Lee',
    role,
    permissions: permissionsOf(role),
    institutionId: 'gangbuk',
    institutionName: 'Gangbuk',
    departmentId: role === 'clerk' ? 'jobs' : null,
    departmentName: null,
    enterpriseId: null,
    mustChangePassword: false,
  };
  const done = () => Promise.resolve();
  const session: Session = { user, loading: false, login: done, logout: done, extend: done };
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={['/purchase-recounts']}>
        <SessionContext value={session}>
          <ToastProvider>
            <PurchaseRecountsPage />
          </ToastProvider>
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = async (name: string) => fireEvent.click(await screen.findByRole('checkbox', { name }));
/** The button of the dialog, which repeats the verb of the one that opened it. */
const confirm = (name: string) => {
  const buttons = screen.getAllByRole('button', { name, hidden: true });
  fireEvent.click(buttons[buttons.length - 1] as HTMLElement);
};
const field = (label: string) => screen.getByLabelText(new RegExp(`^${label}`));

beforeEach(() => {
  localStorage.clear();
  sent = [];
  outdated = false;
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
  };
  globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    return answer(request.method, new URL(request.url).pathname, await request.text());
  });
});
afterEach(cleanup);

describe('the recounts of a manager', () => {
  it('are not decided without a reason, and ask for no day while all lies in open quarters', async () => {
    open('manager');
    await choose('현수막 선택');
    press(t.recount);
    expect(screen.queryByLabelText(new RegExp(`^${t.day}`))).toBeNull();
    confirm(t.recount);
    expect(await screen.findByText(t.reasonRequired)).toBeTruthy();
    expect(sent).toEqual([]);
    fireEvent.change(field(t.reason), { target: { value: '소급 취소' } });
    confirm(t.recount);
    await waitFor(() =>
      expect(sent).toEqual([
        { path: '/api/v1/purchase-recounts/recount', body: { ids: ['open'], reason: '소급 취소' } },
      ]),
    );
  });

  it('ask for the day of the signed rows when a closed quarter is among them', async () => {
    open('manager');
    await choose('현수막 선택');
    await choose('인쇄물 선택');
    press(t.recount);
    fireEvent.change(field(t.reason), { target: { value: '소급 취소' } });
    fireEvent.change(field(t.day), { target: { value: '2016-07-01' } });
    confirm(t.recount);
    await waitFor(() =>
      expect(sent[0]?.body).toEqual({ ids: ['open', 'closed'], reason: '소급 취소', day: '2016-07-01' }),
    );
  });

  it('say why when the facts moved meanwhile', async () => {
    outdated = true;
    open('manager');
    await choose('현수막 선택');
    press(t.keep);
    fireEvent.change(field(t.reason), { target: { value: '유지' } });
    confirm(t.keep);
    expect(await screen.findByText(t.failed)).toBeTruthy();
  });
});

describe('the recounts of a clerk', () => {
  it('are read, not decided', async () => {
    open('clerk');
    expect(await screen.findByText('현수막')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: '현수막 선택' })).toBeNull();
    expect(screen.queryByRole('button', { name: t.selectAll })).toBeNull();
  });
});
