import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { permissionsOf } from '@ieum/domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '../../lib/query-client';
import { SessionContext, type Session, type SessionUser } from '../../lib/session';
import type { Verification } from './api';
import SupplierVerificationsPage from './supplier-verifications-page';
import { verificationMessages } from './verification-messages';

const t = verificationMessages.ko;
const user: SessionUser = {
  id: 'u',
  email: 'manager@example.kr',
  name: 'Lee',
  role: 'manager',
  permissions: permissionsOf('manager'),
  institutionId: 'i',
  institutionName: 'Gangbuk',
  departmentId: null,
  departmentName: null,
  enterpriseId: null,
  mustChangePassword: false,
};

function request(id: string, supplierName: string): Verification {
  return {
    id,
    subject: 'facts',
    state: 'pending',
    supplierId: `supplier-${id}`,
    supplierName,
    businessNumber: null,
    districtCode: '11305',
    supplierVersion: 4,
    differences: [{ fact: 'address', standing: 'Old street', proposed: 'New street', changedSince: true }],
    certification: null,
    replaces: null,
    hasEvidence: false,
    evidenceName: null,
    note: null,
    requestedBy: 'c',
    requestedByName: 'Han',
    requestedAt: '2016-07-01T00:00:00.000Z',
    decidedAt: null,
    reason: null,
    version: 2,
  };
}

let waiting: Verification[];
let sent: { path: string; ifMatch: string | null; body: unknown }[];
let answerOf: (path: string) => Response | null;

function open() {
  const done = () => Promise.resolve();
  const session: Session = { user, loading: false, login: done, logout: done, extend: done };
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <SessionContext value={session}>
          <SupplierVerificationsPage />
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe('the verification queue', () => {
  beforeEach(() => {
    waiting = [request('1', 'First'), request('2', 'Second')];
    sent = [];
    answerOf = () => null;
    globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
      const asked = new Request(input, init);
      const { pathname: path } = new URL(asked.url);
      if (asked.method === 'GET')
        return Response.json({ items: waiting, nextCursor: null, pendingCount: waiting.length });
      const body: unknown = JSON.parse(await asked.text());
      sent.push({ path, ifMatch: asked.headers.get('If-Match'), body });
      const refused = answerOf(path);
      if (refused !== null) return refused;
      const [, id = ''] = /supplier-verifications\/(\w+)/.exec(path) ?? [];
      waiting = waiting.filter((one) => one.id !== id);
      return Response.json({ ...request(id, 'decided'), state: 'verified' });
    });
  });
  afterEach(cleanup);

  it('shows old beside new, and what changed since it was asked', async () => {
    open();
    expect(await screen.findByText('New street')).toBeTruthy();
    expect(screen.getByText('Old street')).toBeTruthy();
    expect(screen.getByText(t.changedSince)).toBeTruthy();
  });

  it('decides on what was seen, opens the next with the focus on it, and says when nothing is left', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: t.verify }));
    const next = await screen.findByRole('heading', { name: /Second/ });
    expect(sent).toEqual([
      {
        path: '/api/v1/supplier-verifications/1/verify',
        ifMatch: '"v2"',
        body: { supplierVersion: 4 },
      },
    ]);
    await waitFor(() => expect(document.activeElement).toBe(next));
    await waitFor(() => expect(screen.queryByText('First')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: t.verify }));
    expect(await screen.findByText(t.emptyTitle)).toBeTruthy();
  });

  it('refuses nothing without a reason', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: t.refuse }));
    const confirm = screen.getAllByRole('button', { name: t.refuse, hidden: true }).at(-1);
    fireEvent.click(confirm ?? document.body);
    expect(await screen.findByText(t.reasonRequired)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('says when somebody else was faster, and reads it again', async () => {
    answerOf = () => {
      waiting = waiting.slice(1);
      return Response.json(
        { status: 409, code: 'VERIFICATION_STATE', detail: '', errors: [], details: {} },
        { status: 409, headers: { 'content-type': 'application/problem+json' } },
      );
    };
    open();
    fireEvent.click(await screen.findByRole('button', { name: t.verify }));
    expect(await screen.findByRole('heading', { name: /Second/ })).toBeTruthy();
    expect(screen.getByText(t.outdated)).toBeTruthy();
  });
});
