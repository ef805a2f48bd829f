import { beforeEach, describe, expect, it } from '@jest/globals';
import { Outbox, type Sent } from './outbox';
import { isSaidAlready, pauseAfter, verdictOf } from './outbox-core';
import { readEntry, type DayWork, type OutboxEntry } from './outbox-entry';
import { shelfOf } from './outbox-shelf';

const attend = (bookingId: string): DayWork => ({ kind: 'attend', bookingId });
const said = (bookingId: string, work: DayWork = attend(bookingId)) => ({
  fairId: 'f',
  work,
  about: bookingId,
});
const done = (answer: unknown = null): Sent => ({ status: 200, problem: null, answer });
const answered = (status: number, code = ''): Sent => ({
  status,
  problem: { status, code, detail: '', errors: [], requestId: null, details: {} },
  answer: null,
});
/** The request never arrived. */
const broken = answered(0);
/** It arrived and was done, and the answer was lost on its way back. */
const lost: Sent = { ...broken };

/** A server that does each key once, whatever it answers; the spec says what becomes of the answers. */
function serve(userId = 'me') {
  const deeds: string[] = [];
  const sentKeys: string[] = [];
  const answers: Sent[] = [];
  const timers: (() => void)[] = [];
  const pauses: number[] = [];
  const doneOnce = new Set<string>();
  const build = () =>
    new Outbox({
      shelf: shelfOf(userId),
      send: async (entry) => {
        sentKeys.push(entry.key);
        const answer = answers.shift() ?? done();
        const isDone = answer === lost || answer.status === 200;
        if (isDone && !doneOnce.has(entry.key)) {
          doneOnce.add(entry.key);
          deeds.push(entry.about);
        }
        return answer;
      },
      alone: async (work) => {
        await work();
        return true;
      },
      later: (work, ms) => {
        pauses.push(ms);
        timers.push(work);
        return () => timers.splice(timers.indexOf(work), 1);
      },
    });
  const elapse = () => timers.shift()?.();
  return { build, deeds, sentKeys, answers, pauses, timers, elapse };
}

/** Lets everything that is under way come to rest. */
const settle = async () => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

beforeEach(() => localStorage.clear());

describe('the outbox', () => {
  it('sends in the order in which things were done, one after the other', async () => {
    const server = serve();
    const outbox = server.build();
    for (const one of ['a', 'b', 'c']) outbox.add(said(one));
    await settle();
    expect(server.deeds).toEqual(['a', 'b', 'c']);
    expect(outbox.snapshot().waiting).toEqual([]);
  });

  it('keeps what a broken line did not take, and sends it again with growing pauses under the same key', async () => {
    const server = serve();
    server.answers.push(broken, answered(503), broken);
    const outbox = server.build();
    outbox.add(said('a'));
    await settle();
    expect(outbox.snapshot()).toMatchObject({ line: 'broken', waiting: [{ about: 'a' }] });
    server.elapse();
    await settle();
    server.elapse();
    await settle();
    server.elapse();
    await settle();
    expect(server.deeds).toEqual(['a']);
    expect(new Set(server.sentKeys).size).toBe(1);
    expect(server.pauses).toEqual([1_000, 2_000, 4_000]);
    expect(outbox.snapshot()).toMatchObject({ line: 'free', waiting: [] });
  });

  it('does nothing twice when the answer was lost after the deed', async () => {
    const server = serve();
    const outbox = server.build();
    server.answers.push(lost);
    const key = outbox.add(said('a'));
    await settle();
    expect(outbox.snapshot()).toMatchObject({ line: 'broken', waiting: [{ about: 'a' }] });
    server.elapse();
    await settle();
    expect(server.deeds).toEqual(['a']);
    expect(server.sentKeys).toEqual([key, key]);
    expect(outbox.snapshot().waiting).toEqual([]);
  });

  it('loses nothing to a reload', async () => {
    const server = serve();
    server.answers.push(broken);
    const before = server.build();
    before.add(said('a'));
    before.add(said('b'));
    await settle();
    before.stop();
    const after = server.build();
    expect(after.snapshot().waiting.map(({ about }) => about)).toEqual(['a', 'b']);
    after.wake();
    await settle();
    expect(server.deeds).toEqual(['a', 'b']);
  });

  it('takes out what is refused, keeps the reason until it is read, and goes on', async () => {
    const server = serve();
    server.answers.push(answered(409, 'BOOKING_STATE'));
    const outbox = server.build();
    outbox.add(said('a'));
    outbox.add(said('b'));
    await settle();
    expect(server.deeds).toEqual(['b']);
    expect(outbox.snapshot()).toMatchObject({
      waiting: [],
      refused: [{ about: 'a', refusal: { status: 409, code: 'BOOKING_STATE' } }],
    });
    const reloaded = server.build();
    expect(reloaded.snapshot().refused).toHaveLength(1);
    reloaded.dismiss(outbox.snapshot().refused[0]?.key ?? '');
    expect(reloaded.snapshot().refused).toEqual([]);
  });

  it('lets a fault of the server step aside after five tries, but never what a broken line holds up', async () => {
    const server = serve();
    server.answers.push(...Array<Sent>(12).fill(broken), ...Array<Sent>(5).fill(answered(500)));
    const outbox = server.build();
    outbox.add(said('a'));
    outbox.add(said('b'));
    for (let turn = 0; turn < 12; turn += 1) {
      await settle();
      expect(outbox.snapshot().refused).toEqual([]);
      server.elapse();
    }
    for (let turn = 0; turn < 5; turn += 1) {
      await settle();
      server.elapse();
    }
    await settle();
    expect(outbox.snapshot().refused).toMatchObject([{ about: 'a', refusal: { status: 500 } }]);
    expect(server.deeds).toEqual(['b']);
  });

  it('waits for signing in again, and then goes on', async () => {
    const server = serve();
    server.answers.push(answered(401));
    const outbox = server.build();
    outbox.add(said('a'));
    await settle();
    expect(outbox.snapshot()).toMatchObject({ line: 'signed_out', waiting: [{ about: 'a' }] });
    expect(server.timers).toEqual([]);
    outbox.wake();
    await settle();
    expect(server.deeds).toEqual(['a']);
  });

  it('never shows or sends what another account did at the same device', async () => {
    const first = serve('first');
    first.answers.push(broken);
    first.build().add(said('a'));
    await settle();
    const second = serve('second');
    const outbox = second.build();
    outbox.wake();
    await settle();
    expect(outbox.snapshot().waiting).toEqual([]);
    expect(second.sentKeys).toEqual([]);
  });

  it('keeps what two tabs add at the same moment', async () => {
    const server = serve();
    server.answers.push(broken, broken);
    const one = server.build();
    const other = server.build();
    one.add(said('a'));
    other.add(said('b'));
    await settle();
    one.refresh();
    await settle();
    expect([...server.deeds].sort()).toEqual(['a', 'b']);
  });

  it('takes a second tap for the same thing, but a changed result for a new one', async () => {
    const server = serve();
    server.answers.push(broken);
    const outbox = server.build();
    const result = (note: string | null): DayWork => ({
      kind: 'result',
      bookingId: 'a',
      outcome: { interest: 'strong', nextStep: 'offer', expectedValueKrw: null, note },
    });
    expect(outbox.add(said('a'))).not.toBeNull();
    expect(outbox.add(said('a'))).toBeNull();
    expect(outbox.add(said('a', result(null)))).not.toBeNull();
    expect(outbox.add(said('a', result('more')))).not.toBeNull();
    expect(outbox.add(said('a', result('more')))).toBeNull();
    await settle();
    expect(outbox.snapshot().waiting.map(({ work }) => work)).toEqual([
      attend('a'),
      result(null),
      result('more'),
    ]);
  });

  it('hands over the answer before the entry leaves the list', async () => {
    const server = serve();
    server.answers.push(done({ id: 'a', state: 'attended' }));
    const outbox = server.build();
    const heard: unknown[] = [];
    outbox.onDone((entry, answer) => heard.push([entry.about, answer, outbox.snapshot().waiting.length]));
    outbox.add(said('a'));
    await settle();
    expect(heard).toEqual([['a', { id: 'a', state: 'attended' }, 1]]);
  });

  it('still sends when the device keeps nothing, and says so', async () => {
    const server = serve();
    server.answers.push(broken);
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const outbox = server.build();
    outbox.add(said('a'));
    Storage.prototype.setItem = setItem;
    await settle();
    expect(outbox.snapshot()).toMatchObject({ isKept: false, waiting: [{ about: 'a' }] });
    server.elapse();
    await settle();
    expect(server.deeds).toEqual(['a']);
  });
});

describe('an answer', () => {
  it.each([
    [200, 'done'],
    [201, 'done'],
    [0, 'again'],
    [503, 'again'],
    [429, 'again'],
    [502, 'again'],
    [401, 'signed_out'],
    [404, 'refused'],
    [409, 'refused'],
    [422, 'refused'],
    [501, 'refused'],
  ])('of %s means %s', (status, verdict) => expect(verdictOf(status)).toBe(verdict));

  it('is waited for longer and longer, but never longer than half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map(pauseAfter)).toEqual([
      1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000,
    ]);
  });
});

describe('what a device has kept', () => {
  const entry: OutboxEntry = { key: 'k', place: 1, fairId: 'f', work: attend('a'), about: 'A' };

  it('is read back as it was written', () => {
    const works: DayWork[] = [
      attend('a'),
      { kind: 'no_show', bookingId: 'a' },
      { kind: 'check_in', code: 'K7M4QX', day: '2026-05-12' },
      { kind: 'walk_in', deskId: 'd', exhibitorId: 'e', slotId: 's' },
      {
        kind: 'result',
        bookingId: 'a',
        outcome: { interest: 'some', nextStep: 'visit', expectedValueKrw: 1_000, note: 'n' },
      },
    ];
    for (const work of works)
      expect(readEntry(JSON.stringify({ ...entry, work }))).toEqual({ ...entry, work });
  });

  it.each(['', 'null', '[]', '{}', '{"key":1}', JSON.stringify({ ...entry, work: { kind: 'attend' } })])(
    'is left alone when it is no entry: %s',
    (written) => expect(readEntry(written)).toBeNull(),
  );

  it('is compared only with what waits for the same meeting', () => {
    const refused = { ...entry, refusal: { status: 409, code: 'BOOKING_STATE' } };
    expect(isSaidAlready([entry], said('a'))).toBe(true);
    expect(isSaidAlready([entry], said('b'))).toBe(false);
    expect(isSaidAlready([refused], said('a'))).toBe(false);
  });
});
