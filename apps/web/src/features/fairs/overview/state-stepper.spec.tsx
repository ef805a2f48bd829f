import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { FairDetail } from '../api';
import { renderPage } from '../fair-example';
import { organiserMessages } from '../organiser-messages';
import { fairOf } from '../timetable/timetable-example';
import { StateStepper } from './state-stepper';

const t = organiserMessages.ko;
let moves: { readonly body: unknown; readonly ifMatch: string | null }[];
let openFollowUps: number;
let isStale: boolean;

beforeEach(() => {
  localStorage.clear();
  moves = [];
  openFollowUps = 0;
  isStale = false;
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
  };
  globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    if (request.method === 'GET') return Response.json({ openFollowUps });
    moves.push({ body: await request.json(), ifMatch: request.headers.get('If-Match') });
    return isStale ? Response.json({ code: 'VERSION_STALE' }, { status: 412 }) : Response.json({});
  });
});
afterEach(cleanup);

const open = (change: Partial<FairDetail>) =>
  renderPage('manager', '/', '/', <StateStepper fair={fairOf({ stands: ['organiser'], ...change })} />);
const currentStep = () =>
  screen.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'step')?.textContent;

function confirmMove(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
  const buttons = screen.getAllByRole('button', { name, hidden: true });
  fireEvent.click(buttons[buttons.length - 1] as HTMLElement);
}

describe('the stages of a fair', () => {
  it('say which one is now, in words', () => {
    open({ state: 'scheduling' });
    expect(currentStep()).toContain('상담 배정');
    expect(currentStep()).toContain(t.stepNow);
  });

  it('say what the next one waits for, instead of offering it', () => {
    open({ state: 'planned', slots: [] });
    expect(screen.getByText(t.waits_slots)).toBeTruthy();
    expect(screen.queryByRole('button', { name: t.move_applications })).toBeNull();
  });

  it('take a report of a fair that was held elsewhere once its figures are there', () => {
    const past = { state: 'planned', firstDay: '2017-06-22', lastDay: '2017-06-22', slots: [] } as const;
    open({ ...past, slots: [], recordedConsultations: null });
    expect(screen.getByText(t.waits_figures)).toBeTruthy();
    cleanup();
    open({ ...past, slots: [], recordedConsultations: 32 });
    expect(screen.getByRole('button', { name: t.move_held })).toBeTruthy();
  });

  it('count the follow-ups that are still open before the fair is finished', async () => {
    openFollowUps = 5;
    open({ state: 'held', firstDay: '2017-06-22', lastDay: '2017-06-22' });
    expect(await screen.findByText(/5건/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: t.move_followed_up })).toBeNull();
  });

  it('move after a question, against the version that was read', async () => {
    open({ state: 'applications', version: 4 });
    expect(moves).toEqual([]);
    confirmMove(t.move_scheduling);
    await waitFor(() => expect(moves).toEqual([{ body: { state: 'scheduling' }, ifMatch: '"v4"' }]));
  });

  it('say that somebody was faster', async () => {
    isStale = true;
    open({ state: 'applications' });
    confirmMove(t.move_scheduling);
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('are only shown to who does not run the fair', () => {
    open({ state: 'applications', stands: [] });
    expect(currentStep()).toContain('참가 신청');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
