import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '../../../lib/query-client';
import { SessionContext, type SessionUser } from '../../../lib/session';
import type { FairDetail, Timetable } from '../api';
import { FairTimetable } from './fair-timetable';
import { bookingOf, fairOf, timetableOf } from './timetable-example';
import { timetableMessages } from './timetable-messages';

const t = timetableMessages.ko;
const fair = fairOf({ stands: ['exhibitor'], ownExhibitorId: 'e1' });
const enterprise: SessionUser = {
  id: 'me',
  email: 'me@test.example',
  name: 'me',
  role: 'enterprise',
  permissions: ['fair:read', 'fair:exhibit'],
  institutionId: null,
  institutionName: null,
  departmentId: null,
  departmentName: null,
  enterpriseId: 'x1',
  mustChangePassword: false,
};
const nothing = async () => undefined;

let timetable: Timetable;
let sent: { method: string; path: string; body: unknown; key: string | null }[];
let answers: Response[];

function open(who: Partial<FairDetail> = {}, address = '/?as=grid') {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <SessionContext
        value={{ user: enterprise, loading: false, login: nothing, logout: nothing, extend: nothing }}
      >
        <MemoryRouter initialEntries={[address]}>
          <FairTimetable fair={{ ...fair, ...who }} />
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
}

const cell = (name: RegExp) => screen.findByRole('button', { name });
const focused = () => document.activeElement?.getAttribute('aria-label') ?? '';

beforeEach(() => {
  // Before the first slot: everything may still be asked for.
  timetable = timetableOf({ now: '2026-05-12T00:30:00Z' });
  sent = [];
  answers = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace('/api/v1/fairs/f1/', '');
    if (request.method !== 'GET') {
      const written = await request.text();
      const key = request.headers.get('Idempotency-Key');
      sent.push({ method: request.method, path, body: written === '' ? null : JSON.parse(written), key });
      return answers.shift() ?? Response.json(bookingOf());
    }
    if (path === 'timetable') return Response.json(timetable);
    if (path === 'desks') return Response.json({ items: [] });
    return Response.json({ items: [], nextCursor: null });
  });
});
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

describe('the grid of a fair', () => {
  it('names every cell by desk, time and what is there, also what only colour and sign show', async () => {
    timetable = {
      ...timetable,
      bookings: [bookingOf({ isLocked: true }), bookingOf({ id: 'b2', deskId: 'd2', state: 'proposed' })],
      taken: [
        { deskId: 'd1', slotId: 's1', taken: 1, waiting: 2 },
        { deskId: 'd1', slotId: 's2', taken: 1, waiting: 0 },
      ],
    };
    open();
    expect(await cell(/일자리지원과, 10:00–10:20, 노란들판 확정 고정, 대기 2$/)).toBeTruthy();
    expect(await cell(/일자리지원과, 10:30–10:50, 1석 예약됨, 1석 중$/)).toBeTruthy();
    expect(await cell(/일자리지원과, 11:00–11:20, 빈 시간$/)).toBeTruthy();
    expect(await cell(/총무과, 10:00–10:20, 노란들판 답변 대기, 1석 남음$/)).toBeTruthy();
    expect(await cell(/총무과, 11:00–11:20, 상담 없음$/)).toBeTruthy();
  });

  it('has one cell in the tab order, which arrows, Home, End and the Page keys move', async () => {
    open();
    const first = await cell(/일자리지원과, 10:00/);
    const cells = within(screen.getByRole('grid')).getAllByRole('button');
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toEqual([first]);
    first.focus();
    const press = (key: string, more = {}) =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
    press('ArrowRight');
    expect(focused()).toContain('일자리지원과, 10:30');
    press('ArrowDown');
    expect(focused()).toContain('총무과, 10:30');
    press('End');
    expect(focused()).toContain('총무과, 11:00');
    press('Home');
    expect(focused()).toContain('총무과, 10:00');
    press('PageUp');
    expect(focused()).toContain('일자리지원과, 10:00');
    press('PageDown');
    press('Home', { ctrlKey: true });
    expect(focused()).toContain('일자리지원과, 10:00');
    press('ArrowUp');
    expect(focused()).toContain('일자리지원과, 10:00');
  });

  it('marks the slot that runs for the eye and for the ear', async () => {
    timetable = { ...timetable, now: '2026-05-12T01:35:00Z' };
    open();
    await cell(/일자리지원과, 10:00/);
    const head = screen.getByRole('columnheader', { name: /10:30–10:50/ });
    expect(head.getAttribute('aria-current')).toBe('time');
    expect(head.textContent).toContain(t.now);
  });

  it('is a list of the same places, narrowed by how full they are', async () => {
    timetable = { ...timetable, bookings: [bookingOf()] };
    open({}, '/?as=list&seat=booked');
    expect(await screen.findByText('노란들판')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /열기$/ })).toHaveLength(1);
    expect(screen.getByRole('button', { name: /일자리지원과 .*10:00–10:20 열기/ })).toBeTruthy();
  });
});

const taken = (details: Record<string, unknown>) =>
  Response.json(
    { status: 409, code: 'BOOKING_DESK_TAKEN', details },
    { status: 409, headers: { 'content-type': 'application/problem+json' } },
  );

describe('a place that somebody else took meanwhile', () => {
  it('says why, offers the nearest free slots, and asks for one of them with one press', async () => {
    answers.push(taken({ nearestSlotIds: ['s1', 's3'], canWait: true, waiting: 1 }));
    open();
    fireEvent.click(await cell(/일자리지원과, 10:30/));
    fireEvent.click(await screen.findByRole('button', { name: t.request }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/이미 찼습니다/);
    fireEvent.click(screen.getByRole('button', { name: /10:00–10:20 고르기/ }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ body }) => body)).toEqual([
      { deskId: 'd1', exhibitorId: 'e1', slotId: 's2' },
      { deskId: 'd1', exhibitorId: 'e1', slotId: 's1' },
    ]);
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('offers the waiting list where the server says that one can wait', async () => {
    answers.push(taken({ nearestSlotIds: [], canWait: true, waiting: 3 }));
    open();
    fireEvent.click(await cell(/일자리지원과, 10:30/));
    fireEvent.click(await screen.findByRole('button', { name: t.request }));
    fireEvent.click(await screen.findByRole('button', { name: t.wait }));
    await waitFor(() => expect(sent[1]?.path).toBe('waiting-list'));
    expect(sent[1]?.body).toEqual({ deskId: 'd1', exhibitorId: 'e1', slotId: 's2' });
  });

  it('offers no waiting where the server says that it is of no use', async () => {
    answers.push(taken({ nearestSlotIds: ['s3'], canWait: false, waiting: 0 }));
    open();
    fireEvent.click(await cell(/일자리지원과, 10:30/));
    fireEvent.click(await screen.findByRole('button', { name: t.request }));
    await screen.findByRole('button', { name: /11:00–11:20 고르기/ });
    expect(screen.queryByRole('button', { name: t.wait })).toBeNull();
  });

  it('leads to the waiting list at once where the grid shows that it is full', async () => {
    timetable = { ...timetable, taken: [{ deskId: 'd1', slotId: 's2', taken: 1, waiting: 0 }] };
    open();
    fireEvent.click(await cell(/일자리지원과, 10:30/));
    expect(screen.queryByRole('button', { name: t.request })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: t.wait }));
    await waitFor(() => expect(sent[0]?.path).toBe('waiting-list'));
  });
});

describe('a meeting in the grid', () => {
  it('is answered by the asked side alone', async () => {
    timetable = {
      ...timetable,
      bookings: [bookingOf({ state: 'proposed', askedBy: 'desk', heldUntil: '2026-05-12T01:00:00Z' })],
    };
    open();
    fireEvent.click(await cell(/노란들판/));
    fireEvent.click(await screen.findByRole('button', { name: t.accept }));
    await waitFor(() => expect(sent[0]?.path).toBe('bookings/b1/accept'));
  });

  it('is cancelled only with a reason, which a refusal leaves in the field', async () => {
    timetable = { ...timetable, bookings: [bookingOf()] };
    answers.push(Response.json({ status: 409, code: 'BOOKING_STATE' }, { status: 409 }));
    open();
    fireEvent.click(await cell(/노란들판/));
    fireEvent.click(await screen.findByRole('button', { name: t.cancel }));
    fireEvent.click(screen.getByRole('button', { name: t.cancel }));
    expect(await screen.findByText(t.reasonMissing)).toBeTruthy();
    fireEvent.change(screen.getByLabelText(new RegExp(`^${t.reason}`)), { target: { value: 'no stock' } });
    fireEvent.click(screen.getByRole('button', { name: t.cancel }));
    await screen.findByRole('alert');
    expect(screen.getByDisplayValue('no stock')).toBeTruthy();
    expect(sent[0]?.body).toEqual({ reason: 'no stock' });
  });

  it('moves to one of the slots in which both are free', async () => {
    timetable = {
      ...timetable,
      bookings: [bookingOf(), bookingOf({ id: 'b2', deskId: 'd2', slotId: 's2' })],
    };
    open();
    fireEvent.click(await cell(/일자리지원과.*노란들판/));
    fireEvent.click(await screen.findByRole('button', { name: t.move }));
    const choice = screen.getByLabelText<HTMLSelectElement>(new RegExp(`^${t.moveTo}`));
    expect([...choice.options].map(({ value }) => value)).toEqual(['', 's3']);
    fireEvent.change(choice, { target: { value: 's3' } });
    fireEvent.click(screen.getByRole('button', { name: t.move }));
    await waitFor(() => expect(sent[0]).toMatchObject({ path: 'bookings/b1/move', body: { slotId: 's3' } }));
  });

  it('is only looked at by who is no party', async () => {
    open({ stands: [], ownExhibitorId: null });
    fireEvent.click(await cell(/일자리지원과, 10:30/));
    await screen.findByText(t.nobody);
    expect(screen.queryByRole('button', { name: t.request })).toBeNull();
  });
});
