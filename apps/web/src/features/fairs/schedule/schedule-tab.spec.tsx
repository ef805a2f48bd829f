import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { FairDetail, SchedulePreview } from '../api';
import { renderPage } from '../fair-example';
import { fairOf, SLOTS } from '../timetable/timetable-example';
import { scheduleMessages } from './schedule-messages';
import { ScheduleTab } from './schedule-tab';

const t = scheduleMessages.ko;

function previewOf(change: Partial<SchedulePreview> = {}): SchedulePreview {
  return {
    id: 'p1',
    state: 'ready',
    seed: 1,
    jobId: 'j1',
    createdAt: '2026-05-01T00:00:00Z',
    createdById: 'u',
    createdByName: '이팀장',
    appliedAt: null,
    meetings: 3,
    preference: 21,
    bound: 21,
    proof: 'optimal_by_prices',
    solveMs: 170,
    isOutdated: false,
    kept: 1,
    changes: [
      {
        change: 'added',
        deskId: 'd1',
        deskName: '강북구 총무과',
        exhibitorId: 'e1',
        supplierName: '노란들판',
        fromSlotId: null,
        toSlotId: 's1',
      },
      {
        change: 'moved',
        deskId: 'd2',
        deskName: '성북구 총무과',
        exhibitorId: 'e2',
        supplierName: '아름다운커피',
        fromSlotId: 's1',
        toSlotId: 's2',
      },
    ],
    gains: [],
    unmet: [],
    floorConflicts: [],
    people: [],
    ...change,
  };
}

let preview: SchedulePreview;
let posts: { readonly path: string; readonly body: unknown; readonly key: string | null }[];
let refusal: string | null;

beforeEach(() => {
  localStorage.clear();
  preview = previewOf();
  posts = [];
  refusal = null;
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
  };
  globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (request.method === 'POST') {
      const text = await request.text();
      const key = request.headers.get('Idempotency-Key');
      posts.push({ path: pathname, body: text === '' ? null : JSON.parse(text), key });
      if (refusal !== null) return Response.json({ code: refusal }, { status: 409 });
      if (pathname.endsWith('/apply')) return Response.json({ added: 1, moved: 1, removed: 0 });
      return Response.json({ schedule: preview, job: { id: 'j1' } });
    }
    return Response.json(pathname.endsWith('/schedules') ? { items: [preview] } : preview);
  });
});
afterEach(cleanup);

const open = (change: Partial<FairDetail> = {}) =>
  renderPage(
    'manager',
    '/',
    '/',
    <ScheduleTab
      fair={fairOf({ stands: ['organiser'], state: 'scheduling', slots: [...SLOTS], ...change })}
    />,
  );

async function confirmStep(name: string) {
  fireEvent.click(await screen.findByRole('button', { name }));
  const buttons = screen.getAllByRole('button', { name, hidden: true });
  fireEvent.click(buttons[buttons.length - 1] as HTMLElement);
}

describe('the preview of a schedule', () => {
  it('says in plain words that no schedule is better, when its worth reaches the bound', async () => {
    open();
    expect(
      await screen.findByText(/어떤 배정도 21을 넘을 수 없습니다.*이보다 좋은 배정은 없습니다/),
    ).toBeTruthy();
  });

  it('says how much a better one could gain at most, when it is not proven best', async () => {
    preview = previewOf({ proof: 'bounded', preference: 21, bound: 24 });
    open();
    expect(await screen.findByText(/어떤 배정도 24를 넘을 수 없습니다.*차이는 3 이하/)).toBeTruthy();
  });

  it('says why a wish does not meet, and which meeting holds its place', async () => {
    const wish = { deskId: 'd1', deskName: '강북구 총무과', exhibitorId: 'e3', supplierName: '새암' };
    const held = { heldByDeskName: '강북구 총무과', heldBySupplierName: '노란들판', isOutweighed: true };
    preview = previewOf({
      unmet: [
        { ...wish, ...held, by: ['desk', 'exhibitor'], weight: 6, reason: 'desk_full' },
        {
          ...wish,
          exhibitorId: 'e4',
          supplierName: '동연디자인',
          by: ['exhibitor'],
          weight: 2,
          reason: 'no_common_slot',
          heldByDeskName: null,
          heldBySupplierName: null,
          isOutweighed: false,
        },
      ],
    });
    open();
    const full = (await screen.findByText('새암')).closest('tr') as HTMLTableRowElement;
    expect(within(full).getByText(t.by_both)).toBeTruthy();
    expect(
      within(full).getByText(
        /자리가 찼습니다.*강북구 총무과 · 노란들판 상담은 희망값이 이보다 낮지 않습니다/,
      ),
    ).toBeTruthy();
    expect(screen.getByText(t.reason_no_common_slot)).toBeTruthy();
  });

  it('names whose least number of meetings cannot be kept, and the desks without a place', async () => {
    preview = previewOf({
      floorConflicts: [
        {
          exhibitorIds: ['e1', 'e2'],
          exhibitors: [{ name: '노란들판' }, { name: '아름다운커피' }],
          desks: [{ name: '강북구 총무과' }],
          needed: 10,
          possible: 8,
          cause: 'places',
          isProven: true,
        },
      ],
    });
    open();
    expect(
      await screen.findByText(/노란들판, 아름다운커피는 .*상담이 10건 더 필요하지만 8건만 가능합니다/),
    ).toBeTruthy();
    expect(screen.getByText('자리가 남지 않은 상담석: 강북구 총무과')).toBeTruthy();
    expect(screen.getByText(t.conflictProven)).toBeTruthy();
  });

  it('lists who loses before who gains', async () => {
    const gain = { side: 'exhibitor', meetingsNow: 2, meetingsThen: 2, floor: 0 } as const;
    preview = previewOf({
      gains: [
        { ...gain, id: 'e1', name: 'winner', preferenceNow: 5, preferenceThen: 9 },
        { ...gain, id: 'e2', name: 'loser', preferenceNow: 9, preferenceThen: 5 },
        { ...gain, id: 'e3', name: 'same', preferenceNow: 4, preferenceThen: 4 },
      ],
    });
    open();
    const loser = (await screen.findByText('loser')).closest('tr') as HTMLTableRowElement;
    const winner = screen.getByText('winner').closest('tr') as HTMLTableRowElement;
    expect(loser.compareDocumentPosition(winner)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(within(loser).getByText('−4')).toBeTruthy();
    expect(screen.queryByText('same')).toBeNull();
  });

  it('is applied after a question that says what happens, once', async () => {
    open();
    await confirmStep(t.apply);
    await screen.findByText('배정안을 적용했습니다. 추가 1건, 이동 1건, 취소 0건');
    expect(posts.map(({ path }) => path)).toEqual(['/api/v1/fairs/f1/schedules/p1/apply']);
    expect(posts[0]?.key).toBeTruthy();
  });

  it('is not offered to be applied when something changed since, and says so', async () => {
    preview = previewOf({ isOutdated: true });
    open();
    expect(await screen.findByText(t.outdated)).toBeTruthy();
    expect(screen.queryByRole('button', { name: t.apply })).toBeNull();
    expect(screen.getByRole('button', { name: t.discard })).toBeTruthy();
  });

  it('says what the server refused', async () => {
    refusal = 'FAIR_SCHEDULE_OUTDATED';
    open();
    await confirmStep(t.apply);
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('is computed with the seed that was typed, and only at the stages that allow it', async () => {
    open();
    const seed = await screen.findByLabelText(t.seed, { selector: 'input[inputmode]' });
    fireEvent.change(seed, { target: { value: '2019' } });
    fireEvent.click(screen.getByRole('button', { name: t.compute }));
    await waitFor(() => expect(posts[0]).toMatchObject({ body: { seed: 2019 } }));
    cleanup();
    open({ state: 'applications' });
    expect(await screen.findByText(t.computeWhen)).toBeTruthy();
    expect(screen.queryByRole('button', { name: t.compute })).toBeNull();
  });
});
