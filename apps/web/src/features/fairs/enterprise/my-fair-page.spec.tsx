import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { componentMessages } from '../../../components/messages';
import { createQueryClient } from '../../../lib/query-client';
import { SessionContext, type SessionUser } from '../../../lib/session';
import type { FairDetail, FairExhibitorDetail, WaitingEntry } from '../api';
import { partyMessages } from '../party-messages';
import { bookingOf, fairOf, timetableOf } from '../timetable/timetable-example';
import { timetableMessages } from '../timetable/timetable-messages';
import { myFairMessages } from './my-fair-messages';
import MyFairPage from './my-fair-page';

const t = myFairMessages.ko;
const party = partyMessages.ko;
const grid = timetableMessages.ko;
const nothing = async () => undefined;
const enterprise: SessionUser = {
  id: 'me',
  email: 'me@test.example',
  name: 'Hana',
  role: 'enterprise',
  permissions: ['fair:read', 'fair:exhibit'],
  institutionId: null,
  institutionName: null,
  departmentId: null,
  departmentName: null,
  enterpriseId: 'x1',
  mustChangePassword: false,
};
const confirmed: FairExhibitorDetail = {
  id: 'e1',
  fairId: 'f1',
  supplierId: 'x1',
  supplierName: '노란들판',
  state: 'confirmed',
  booth: 'A-12',
  offers: 'banners',
  floor: 0,
  ceiling: null,
  absentSlotIds: [],
  decisionReason: null,
  checkInCode: 'K7M4QX',
  isCheckedIn: false,
  version: 3,
  representatives: [{ supplierId: 'x1', name: 'Hana', email: 'hana@test.example', phone: null }],
};
const offer: WaitingEntry = {
  id: 'w1',
  fairId: 'f1',
  deskId: 'd1',
  deskName: '강북구청 일자리지원과',
  exhibitorId: 'e1',
  supplierId: 'x1',
  supplierName: '노란들판',
  slotId: 's3',
  state: 'offered',
  place: null,
  bookingId: 'b9',
  offeredUntil: '2026-05-12T00:50:00Z',
};

let fair: FairDetail;
let stored: FairExhibitorDetail;
let sent: { path: string; body: unknown; ifMatch: string | null }[];
let answers: Response[];

function open(user: SessionUser = enterprise) {
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <SessionContext value={{ user, loading: false, login: nothing, logout: nothing, extend: nothing }}>
        <MemoryRouter initialEntries={['/my-fairs/f1']}>
          <Routes>
            <Route path="/my-fairs/:id" element={<MyFairPage />} />
          </Routes>
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  sessionStorage.clear();
  fair = fairOf({ stands: ['exhibitor'], ownExhibitorId: 'e1', lastDay: '2100-01-01' });
  stored = confirmed;
  sent = [];
  answers = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace('/api/v1/fairs/f1', '').replace(/^\//, '');
    if (request.method !== 'GET') {
      const written = await request.text();
      const ifMatch = request.headers.get('If-Match');
      sent.push({ path, body: written === '' ? null : JSON.parse(written), ifMatch });
      return answers.shift() ?? Response.json(confirmed);
    }
    if (path === '') return Response.json(fair);
    if (path === 'exhibitors/e1') return Response.json(stored);
    if (path === 'timetable')
      return Response.json(timetableOf({ bookings: [bookingOf()], now: '2026-05-12T00:30:00Z' }));
    if (path === 'waiting-list') return Response.json({ items: [offer] });
    return Response.json({ items: [], nextCursor: null });
  });
});
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(new RegExp(`^${label}`)), { target: { value } });

describe('the application of an enterprise', () => {
  beforeEach(() => {
    fair = fairOf({ state: 'applications', firstDay: '2100-01-01', lastDay: '2100-01-01' });
  });

  it('says beside the field what is missing, and sends nothing', async () => {
    open();
    const apply = await screen.findByRole('button', { name: t.apply });
    type(party.representativeEmail, 'nobody');
    fireEvent.click(apply);
    expect(await screen.findByText(party.fault_email)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('survives a reload as a draft, and names no other enterprise', async () => {
    const before = open();
    await screen.findByRole('button', { name: t.apply });
    type(party.representativeEmail, 'hana@test.example');
    type(party.offers, 'banners');
    before.unmount();
    open();
    await screen.findByRole('button', { name: t.apply });
    expect(screen.getByDisplayValue('banners')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: t.apply }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      path: 'exhibitors',
      body: {
        representativeName: 'Hana',
        representativeEmail: 'hana@test.example',
        representativePhone: null,
        offers: 'banners',
        absentSlotIds: [],
      },
    });
    expect(sent[0]?.body).not.toHaveProperty('supplierId');
  });

  it('keeps what was typed when it is refused', async () => {
    answers.push(Response.json({ status: 409, code: 'FAIR_STATE' }, { status: 409 }));
    open();
    await screen.findByRole('button', { name: t.apply });
    type(party.representativeEmail, 'hana@test.example');
    fireEvent.click(screen.getByRole('button', { name: t.apply }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/현재 단계에서는/);
    expect(screen.getByDisplayValue('hana@test.example')).toBeTruthy();
  });

  it('leads an account without an enterprise to claiming one', async () => {
    open({ ...enterprise, enterpriseId: null });
    expect(await screen.findByRole('link', { name: t.claim })).toBeTruthy();
    expect(screen.queryByRole('button', { name: t.apply })).toBeNull();
  });
});

describe('what an enterprise has at a fair', () => {
  it('is its meetings, the offer that waits for an answer, and its code in big letters', async () => {
    open();
    expect(await screen.findByText('K7M4QX')).toBeTruthy();
    expect(await screen.findByText(/10:00–10:20/)).toBeTruthy();
    expect(screen.getByText(t.offered)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: grid.take }));
    await waitFor(() => expect(sent[0]?.path).toBe('waiting-list/w1/accept'));
  });

  it("calls a reason the organiser's only where the organiser decided", async () => {
    stored = { ...confirmed, state: 'withdrawn', decisionReason: '사정이 생겼습니다' };
    open();
    expect(await screen.findByText(t.withdrawnReason)).toBeTruthy();
    expect(screen.queryByText(t.decisionReason)).toBeNull();
  });

  it('shows both versions when the organiser changed the application meanwhile, and keeps what was typed', async () => {
    answers.push(Response.json({ status: 412, code: 'VERSION_STALE' }, { status: 412 }));
    open();
    fireEvent.click(await screen.findByRole('button', { name: t.editApplication }));
    type(party.offers, 'flowers');
    stored = { ...confirmed, offers: 'cakes', version: 4 };
    fireEvent.click(screen.getByRole('button', { name: '저장' }));
    const both = await screen.findByRole('dialog');
    expect(both.textContent).toContain('flowers');
    expect(both.textContent).toContain('cakes');
    fireEvent.click(within(both).getByRole('button', { name: componentMessages.ko.versionKeepMine }));
    await waitFor(() => expect(sent[1]).toMatchObject({ body: { offers: 'flowers' }, ifMatch: '"v4"' }));
  });

  it('changes its application against the version that it has read', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: t.editApplication }));
    type(party.offers, 'banners, print');
    fireEvent.click(screen.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(sent[0]).toMatchObject({ path: 'exhibitors/e1', ifMatch: '"v3"' }));
    expect(sent[0]?.body).toMatchObject({ offers: 'banners, print' });
    expect(sent[0]?.body).not.toHaveProperty('booth');
  });
});
