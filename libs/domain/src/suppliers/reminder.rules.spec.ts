import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import {
  dueReminder,
  isFollowed,
  REMINDER_DAYS,
  type FollowFacts,
  type ReminderDays,
  type ReminderFacts,
} from './reminder.rules';

const today = '2026-11-20';
const certificate: ReminderFacts = {
  validUntil: addDays(today, 30),
  verified: true,
  isRevoked: false,
  isReplaced: false,
  isRenewed: false,
  supplierIsClosed: false,
  sent: [],
};
const endingIn = (days: number, more: Partial<ReminderFacts> = {}) =>
  dueReminder({ ...certificate, validUntil: addDays(today, days), ...more }, today);

describe('a reminder', () => {
  it('is due 90, 30 and 7 days before the last valid day', () => {
    expect([91, 90, 31, 30, 8, 7, 0].map((days) => endingIn(days))).toEqual([null, 90, 90, 30, 30, 7, 7]);
    expect(endingIn(-1)).toBeNull();
  });

  it('is sent once: what was reached before is not made up for', () => {
    expect(endingIn(30, { sent: [90] })).toBe(30);
    expect(endingIn(29, { sent: [90, 30] })).toBeNull();
    expect(endingIn(5, { sent: [] })).toBe(7);
    expect(endingIn(20, { sent: [7] })).toBeNull();
  });

  it('is not for what has no end, waits, was revoked, replaced or renewed, nor for a closed enterprise', () => {
    expect(dueReminder({ ...certificate, validUntil: null }, today)).toBeNull();
    const never = ['isRevoked', 'isReplaced', 'isRenewed', 'supplierIsClosed'] as const;
    for (const fact of never) expect(endingIn(30, { [fact]: true })).toBeNull();
    expect(endingIn(30, { verified: false })).toBeNull();
    expect(endingIn(30)).toBe(30);
  });

  it('comes at most three times, in order, whatever days the system is up', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 101, maxLength: 101 }), (isUp) => {
        const sent: ReminderDays[] = [];
        for (const [day, up] of isUp.entries()) {
          const due = up
            ? dueReminder({ ...certificate, validUntil: addDays(today, 100), sent }, addDays(today, day))
            : null;
          if (due !== null) sent.push(due);
        }
        expect(sent).toEqual([...sent].sort((a, b) => b - a));
        expect(new Set(sent).size).toBe(sent.length);
        expect(sent.every((days) => REMINDER_DAYS.includes(days))).toBe(true);
        if (isUp[100] === true) expect(sent.at(-1)).toBe(7);
      }),
    );
  });
});

describe('a certificate is followed', () => {
  const ending: FollowFacts = {
    id: 'b',
    type: 'prospective_local',
    validFrom: '2023-12-21',
    validUntil: '2026-12-20',
    revokedOn: null,
  };
  const next: FollowFacts = { ...ending, id: 'c', validFrom: '2026-12-21', validUntil: '2029-12-20' };

  it('by another one of the type that begins in time and ends later, or never', () => {
    expect(isFollowed(ending, [ending, next])).toBe(true);
    expect(isFollowed(ending, [{ ...next, validUntil: null }])).toBe(true);
    expect(isFollowed(ending, [{ ...next, validFrom: '2026-01-01' }])).toBe(true);
  });

  it('by none of another type, after a gap, that was revoked or ends no later', () => {
    expect(isFollowed(ending, [ending])).toBe(false);
    expect(isFollowed(ending, [{ ...next, type: 'women_owned' }])).toBe(false);
    expect(isFollowed(ending, [{ ...next, validFrom: '2026-12-22' }])).toBe(false);
    expect(isFollowed(ending, [{ ...next, revokedOn: '2027-01-01' }])).toBe(false);
    expect(isFollowed(ending, [{ ...next, validFrom: '2026-01-01', validUntil: '2026-12-19' }])).toBe(false);
    expect(isFollowed({ ...ending, validUntil: null }, [next])).toBe(false);
  });

  it('by its twin when both end on one day: one of them is asked about', () => {
    const twin = { ...ending, id: 'a' };
    expect([isFollowed(ending, [twin, ending]), isFollowed(twin, [twin, ending])]).toEqual([true, false]);
  });
});
