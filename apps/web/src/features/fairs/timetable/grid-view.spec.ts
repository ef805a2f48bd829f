import { describe, expect, it } from '@jest/globals';
import { freeSlots, gridOf, nearestTo, nowMark } from './grid-view';
import { bookingOf, SLOTS, timetableOf } from './timetable-example';

describe('the grid of a fair', () => {
  it('tells of each place how full it is, also where it may not tell who sits there', () => {
    const grid = gridOf(
      timetableOf({
        bookings: [bookingOf({ deskId: 'd1', slotId: 's1' }), bookingOf({ deskId: 'd2', slotId: 's1' })],
        taken: [
          { deskId: 'd1', slotId: 's2', taken: 1, waiting: 2 },
          { deskId: 'd2', slotId: 's1', taken: 1, waiting: 0 },
        ],
      }),
    );
    const kinds = grid.rows.map(({ places }) => places.map(({ kind }) => kind));
    // d1 has one seat; d2 has two, and is not there in s3.
    expect(kinds).toEqual([
      ['full', 'full', 'free'],
      ['part', 'free', 'absent'],
    ]);
    expect(grid.rows[0]?.places[1]).toMatchObject({ bookings: [], taken: 1, waiting: 2 });
  });

  it('gives the place of a no-show free, and still shows who did not come', () => {
    const place = gridOf(timetableOf({ bookings: [bookingOf({ state: 'no_show' })] })).rows[0]?.places[0];
    expect(place).toMatchObject({ kind: 'free', taken: 0 });
    expect(place?.bookings).toHaveLength(1);
  });

  it('offers only slots in which desk and enterprise are both free, the nearest first', () => {
    const timetable = timetableOf({
      bookings: [bookingOf({ deskId: 'd2', slotId: 's2', exhibitorId: 'e1' })],
    });
    expect(freeSlots(timetable, 'd1', 'e1').map(({ id }) => id)).toEqual(['s1', 's3']);
    expect(freeSlots(timetable, 'd1', 'e2').map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
    expect(nearestTo(SLOTS[1]!, SLOTS, 3).map(({ id }) => id)).toEqual(['s1', 's3']);
  });

  it('marks the slot that runs, or the next one between two slots, and nothing hours before or after', () => {
    expect(nowMark(SLOTS, '2026-05-12T01:10:00Z')).toEqual({ slotId: 's1', isRunning: true });
    expect(nowMark(SLOTS, '2026-05-12T01:25:00Z')).toEqual({ slotId: 's2', isRunning: false });
    expect(nowMark(SLOTS, '2026-05-11T20:00:00Z')).toBeNull();
    expect(nowMark(SLOTS, '2026-05-12T09:00:00Z')).toBeNull();
  });
});
