import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { dropAccessToken, holdAccessToken } from '../../../lib/access-token';
import { createQueryClient } from '../../../lib/query-client';
import { SessionContext, type SessionUser } from '../../../lib/session';
import type { Booking } from '../api';
import { fairWords } from '../messages';
import { bookingOf, fairOf, timetableOf } from '../timetable/timetable-example';
import CheckInPage from './check-in-page';
import { dayMessages } from './day-messages';
import DeskPage from './desk-page';
import { OutboxBar } from './outbox-bar';

const t = dayMessages.ko;
const word = fairWords.ko;
const nothing = async () => undefined;
let person = 0;
let clerk: SessionUser;
let bookings: Booking[];
let now: string;
let sent: { path: string; body: unknown; key: string | null }[];
/** What the line does with the next things that are sent; 'down' = nothing answers. */
let line: (Response | 'down')[];
let isManager: boolean;

function open(address = '/fairs/f1/desk') {
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <SessionContext
        value={{ user: clerk, loading: false, login: nothing, logout: nothing, extend: nothing }}
      >
        <MemoryRouter initialEntries={[address]}>
          <OutboxBar />
          <Routes>
            <Route path="/fairs/:id/desk" element={<DeskPage />} />
            <Route path="/fairs/:id/check-in" element={<CheckInPage />} />
          </Routes>
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
}

/** The server does what it is told, and its answers to reading follow. */
function doAsTold(path: string): Response {
  const [, id, action] = /^bookings\/(\w+)\/([\w-]+)$/.exec(path) ?? [];
  const state = action === 'no-show' ? 'no_show' : 'attended';
  bookings = bookings.map((one) =>
    one.id === id ? { ...one, state, hasResult: one.hasResult || action === 'result' } : one,
  );
  if (path === 'check-ins')
    return Response.json({
      exhibitorId: 'e1',
      supplierId: 'x1',
      supplierName: '노란들판',
      booth: 'A-12',
      day: '2026-05-12',
      checkedInAt: now,
      bookings,
    });
  return Response.json(bookings.find((one) => one.id === id) ?? {});
}

beforeEach(() => {
  localStorage.clear();
  // A new account each time: the outbox of an account lives as long as the page.
  person += 1;
  clerk = {
    id: `clerk${person}`,
    email: 'clerk@test.example',
    name: 'clerk',
    role: 'clerk',
    permissions: ['fair:read', 'fair-desk:run'],
    institutionId: 'gangbuk',
    institutionName: null,
    departmentId: 'jobs',
    departmentName: null,
    enterpriseId: null,
    mustChangePassword: false,
  };
  holdAccessToken('token', 900, clerk.id);
  now = '2026-05-12T01:15:00Z';
  bookings = [bookingOf(), bookingOf({ id: 'b2', slotId: 's2', supplierName: 'Sunrise Print' })];
  sent = [];
  line = [];
  isManager = false;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace('/api/v1/fairs/f1', '').replace(/^\//, '');
    if (request.method === 'GET') {
      if (path === '')
        return Response.json(fairOf({ stands: isManager ? ['organiser'] : ['desk'], ownDeskId: 'd1' }));
      if (path === 'timetable') return Response.json(timetableOf({ bookings, now }));
      if (path === 'desks') return Response.json({ items: [deskRow] });
      return Response.json({ items: [], nextCursor: null });
    }
    const written = await request.text();
    const body: unknown = written === '' ? null : JSON.parse(written);
    sent.push({ path, body, key: request.headers.get('Idempotency-Key') });
    const happens = line.shift();
    if (happens === 'down') throw new TypeError('Failed to fetch');
    return happens ?? doAsTold(path);
  });
});
afterEach(() => {
  cleanup();
  dropAccessToken();
  jest.restoreAllMocks();
});

const deskRow = {
  id: 'd1',
  fairId: 'f1',
  institutionId: 'gangbuk',
  institutionName: '강북구청',
  departmentId: 'jobs',
  departmentName: '일자리지원과',
  seats: 1,
  looksFor: null,
  absentSlotIds: [],
  withdrawnReason: null,
  version: 1,
};

const card = async () => within(await screen.findByRole('article', { name: '노란들판' }));
const press = () => fireEvent.click(screen.getByRole('button', { name: t.checkIn }));
const pad = async () => within(await screen.findByRole('group', { name: /노란들판/ }));

describe('the desk on its day', () => {
  it('shows the meeting that runs and the next one, by the clock of the server', async () => {
    open();
    const running = await screen.findByRole('heading', { name: '노란들판' });
    expect(running.closest('section')?.querySelector('h2')?.textContent).toBe(t.now);
    const next = screen.getByRole('heading', { name: 'Sunrise Print' });
    expect(next.closest('section')?.querySelector('h2')?.textContent).toBe(t.next);
  });

  it('records a result in two taps', async () => {
    open();
    fireEvent.click((await pad()).getByRole('button', { name: word.interest_strong }));
    fireEvent.click((await pad()).getByRole('button', { name: word.next_offer }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      path: 'bookings/b1/result',
      body: { interest: 'strong', nextStep: 'offer', expectedValueKrw: null, note: null },
    });
    expect(await screen.findByText(`${word.interest_strong} · ${word.next_offer}`)).toBeTruthy();
    expect(sent[0]?.key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('takes value and note afterwards, under a key of their own', async () => {
    open();
    fireEvent.click((await pad()).getByRole('button', { name: word.interest_some }));
    fireEvent.click((await pad()).getByRole('button', { name: word.next_visit }));
    await waitFor(() => expect(sent).toHaveLength(1));
    fireEvent.click((await pad()).getByRole('button', { name: t.details }));
    fireEvent.change(screen.getByLabelText(new RegExp(`^${t.expectedValue}`)), {
      target: { value: '1,200,000' },
    });
    fireEvent.change(screen.getByLabelText(new RegExp(`^${t.note}`)), { target: { value: 'banner' } });
    fireEvent.click(screen.getByRole('button', { name: t.saveDetails }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toEqual({
      interest: 'some',
      nextStep: 'visit',
      expectedValueKrw: 1_200_000,
      note: 'banner',
    });
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it('keeps what is pressed while the line is down, shows it at once, and sends it once the line is back', async () => {
    line = ['down'];
    open();
    fireEvent.click((await card()).getByRole('button', { name: t.attend }));
    expect(await screen.findByText(t.broken)).toBeTruthy();
    expect((await card()).getByText(word.booking_attended)).toBeTruthy();
    expect(Object.keys(localStorage).filter((key) => key.startsWith('ieum.outbox.'))).toHaveLength(1);
    fireEvent.click((await pad()).getByRole('button', { name: word.interest_strong }));
    fireEvent.click((await pad()).getByRole('button', { name: word.next_contract }));
    fireEvent(window, new Event('online'));
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent.map(({ path }) => path)).toEqual([
      'bookings/b1/attend',
      'bookings/b1/attend',
      'bookings/b1/result',
    ]);
    expect(sent[0]?.key).toBe(sent[1]?.key);
    await waitFor(() => expect(screen.queryByText(t.broken)).toBeNull());
    expect(Object.keys(localStorage).filter((key) => key.startsWith('ieum.outbox.'))).toEqual([]);
  });

  it('shows what another page of this browser has sent', async () => {
    line = ['down'];
    open();
    fireEvent.click((await card()).getByRole('button', { name: t.attend }));
    expect(await screen.findByText(t.broken)).toBeTruthy();
    doAsTold('bookings/b1/attend');
    const [kept = ''] = Object.keys(localStorage).filter((key) => key.startsWith('ieum.outbox.'));
    localStorage.removeItem(kept);
    fireEvent(window, new StorageEvent('storage', { key: kept }));
    await waitFor(() => expect(screen.queryByText(t.broken)).toBeNull());
    await waitFor(async () => expect((await card()).getByText(word.booking_attended)).toBeTruthy());
    expect((await card()).queryByRole('button', { name: t.attend })).toBeNull();
    expect(sent).toHaveLength(1);
  });

  it('says a definite no with its reason, and takes back what it had shown', async () => {
    line = [Response.json({ status: 409, code: 'BOOKING_STATE' }, { status: 409 })];
    open();
    fireEvent.click((await card()).getByRole('button', { name: t.attend }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/노란들판/);
    expect(alert.textContent).toMatch(/현재 상태에서는 할 수 없는/);
    expect((await card()).getByRole('button', { name: t.attend })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: t.seen }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('takes a no-show only from the minute on that the fair has set', async () => {
    now = '2026-05-12T01:09:00Z';
    const early = open();
    expect(await screen.findByText(/10:10부터/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: t.noShow })).toBeNull();
    early.unmount();
    now = '2026-05-12T01:10:00Z';
    open();
    fireEvent.click(await screen.findByRole('button', { name: t.noShow }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: t.noShow }));
    await waitFor(() => expect(sent[0]?.path).toBe('bookings/b1/no-show'));
  });

  it('takes a code that a phone has opened the page with, tidied, after one press', async () => {
    open('/fairs/f1/desk?code=k7m-4qx');
    const field = await screen.findByLabelText<HTMLInputElement>(new RegExp(`^${t.code}`));
    expect(field.value).toBe('k7m-4qx');
    expect(document.activeElement).toBe(field);
    press();
    await waitFor(() => expect(sent[0]).toMatchObject({ path: 'check-ins', body: { code: 'K7M4QX' } }));
    expect(field.value).toBe('');
  });
});

describe('the door', () => {
  it('keeps the focus in the field and names who came last', async () => {
    isManager = true;
    open('/fairs/f1/check-in');
    const field = await screen.findByLabelText<HTMLInputElement>(new RegExp(`^${t.code}`));
    fireEvent.change(field, { target: { value: 'k7m4qx' } });
    press();
    expect(await screen.findByText(/노란들판 A-12 – 10:15 확인/)).toBeTruthy();
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('');
    press();
    expect(await screen.findByText(t.codeMissing)).toBeTruthy();
    fireEvent.change(field, { target: { value: 'k7m40' } });
    expect(screen.queryByText(t.codeMissing)).toBeNull();
    press();
    expect(await screen.findByText(t.codeWrong)).toBeTruthy();
    expect(field.value).toBe('k7m40');
    expect(sent).toHaveLength(1);
  });
});
