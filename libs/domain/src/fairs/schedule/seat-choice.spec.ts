import { describe, expect, it } from '@jest/globals';
import { chosenSeats } from './seat-choice';

const seats = new Map([
  ['d1', 3],
  ['d2', 1],
]);

describe('the seats of meetings that come', () => {
  it('are the lowest that are free in the slot, each once', () => {
    const stay = [{ deskId: 'd1', slotId: 's1', seat: 2 }];
    const come = ['s1', 's1', 's2'].map((slotId) => ({ deskId: 'd1', slotId }));
    expect(chosenSeats(seats, stay, come)).toEqual([1, 3, 1]);
  });

  it('are none where the desk is full, or no desk of the fair', () => {
    const stay = [{ deskId: 'd2', slotId: 's1', seat: 1 }];
    const come = [
      { deskId: 'd2', slotId: 's1' },
      { deskId: 'd3', slotId: 's1' },
    ];
    expect(chosenSeats(seats, stay, come)).toEqual([null, null]);
  });

  it('do not count a seat above those that the desk has now', () => {
    const stay = [{ deskId: 'd2', slotId: 's1', seat: 2 }];
    expect(chosenSeats(seats, stay, [{ deskId: 'd2', slotId: 's1' }])).toEqual([1]);
  });
});
