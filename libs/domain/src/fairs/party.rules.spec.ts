import { describe, expect, it } from '@jest/globals';
import {
  applicationRefusal,
  deskChangeRefusal,
  deskRefusal,
  deskRoomRefusal,
  deskTakesPlaceRefusal,
  exhibitorChangeRefusal,
  exhibitorDecisionRefusal,
  exhibitorFieldRefusal,
  exhibitorRefusal,
  exhibitorRoomRefusal,
  exhibitorSupplierRefusal,
  exhibitorWishRefusal,
  isAtFair,
  reapplicationRefusal,
  wishesRefusal,
} from './party.rules';
import { EXHIBITOR_STATES, FAIR_STATES } from './vocabulary';

const HELD = ['held', 'followed_up'];

describe('a desk', () => {
  const desk = { seats: 2, absentSlotIds: ['a'], slotIds: ['a', 'b'], isWithdrawn: false };

  it('comes, changes and goes until the fair was held', () => {
    expect(FAIR_STATES.filter((state) => deskChangeRefusal(state)?.code === 'FAIR_STATE')).toEqual(HELD);
  });

  it('has one to twenty seats, is absent in slots of the fair, and does not change once it was taken back', () => {
    expect(deskRefusal(desk)).toBeNull();
    const fieldOf = (more: Partial<typeof desk>) => deskRefusal({ ...desk, ...more })?.details?.['field'];
    for (const seats of [0, 21, 1.5]) expect(fieldOf({ seats })).toBe('seats');
    expect(deskRefusal({ ...desk, seats: 20 })).toBeNull();
    expect(fieldOf({ absentSlotIds: ['c'] })).toBe('absentSlotIds');
    expect(fieldOf({ isWithdrawn: true })).toBe('withdrawnReason');
  });

  it('loses no seat and no slot in which somebody is to be met', () => {
    const kept = [
      { seat: 1, slotId: 'a' },
      { seat: 2, slotId: 'b' },
    ];
    expect(deskRoomRefusal({ seats: 2, absentSlotIds: ['c'] }, kept)).toBeNull();
    expect(deskRoomRefusal({ seats: 1, absentSlotIds: [] }, kept)).toEqual({
      code: 'FAIR_HAS_BOOKINGS',
      details: { bookings: 1 },
    });
    expect(deskRoomRefusal({ seats: 1, absentSlotIds: ['a', 'b'] }, kept)?.details).toEqual({ bookings: 2 });
  });

  it('is of a department that lives on the first day', () => {
    const ended = { validFrom: '2015-01-01', validTo: '2026-06-15' };
    expect(deskTakesPlaceRefusal(null, '2026-06-16')).toBeNull();
    expect(deskTakesPlaceRefusal(ended, '2026-06-15')).toBeNull();
    expect(deskTakesPlaceRefusal(ended, '2026-06-16')?.code).toBe('DEPARTMENT_NOT_VALID');
  });
});

describe('applying to a fair', () => {
  const fair = { state: 'applications', applicationsCloseOn: '2026-06-10' } as const;

  it('is for enterprises while applications are asked for, their last day included', () => {
    expect(applicationRefusal(fair, 'exhibitor', '2026-06-10')).toBeNull();
    expect(applicationRefusal(fair, 'exhibitor', '2026-06-11')).toEqual({
      code: 'FAIR_STATE',
      details: { state: 'applications', applicationsCloseOn: '2026-06-10' },
    });
    expect(applicationRefusal({ ...fair, applicationsCloseOn: null }, 'exhibitor', '2026-12-31')).toBeNull();
    const open = FAIR_STATES.filter(
      (state) => applicationRefusal({ ...fair, state }, 'exhibitor', '2026-06-01') === null,
    );
    expect(open).toEqual(['applications']);
  });

  it('is for the organiser until the fair was held', () => {
    const closed = FAIR_STATES.filter(
      (state) => applicationRefusal({ ...fair, state }, 'organiser', '2026-06-30') !== null,
    );
    expect(closed).toEqual(HELD);
  });

  it('is done once; who withdrew may come back', () => {
    expect(reapplicationRefusal(null)).toBeNull();
    expect(EXHIBITOR_STATES.filter((state) => reapplicationRefusal(state) === null)).toEqual(['withdrawn']);
  });

  it('is not for an enterprise that has closed by then', () => {
    expect(exhibitorSupplierRefusal(null, '2026-06-16')).toBeNull();
    expect(exhibitorSupplierRefusal('2026-06-17', '2026-06-16')).toBeNull();
    expect(exhibitorSupplierRefusal('2026-06-16', '2026-06-16')?.code).toBe('FAIR_EXHIBITOR_INVALID');
  });
});

describe('an application', () => {
  const facts = {
    floor: 2,
    ceiling: 8,
    absentSlotIds: ['a'],
    slotIds: ['a'],
    representativeName: '한담당',
  };

  it('names who comes, and asks for no fewer meetings than at least and no more than at most', () => {
    expect(exhibitorRefusal(facts)).toBeNull();
    expect(exhibitorRefusal({ ...facts, floor: 8 })).toBeNull();
    expect(exhibitorRefusal({ ...facts, floor: 300, ceiling: null })).toBeNull();
    const fieldOf = (more: Partial<Parameters<typeof exhibitorRefusal>[0]>) =>
      exhibitorRefusal({ ...facts, ...more })?.details?.['field'];
    expect(fieldOf({ representativeName: ' ' })).toBe('representativeName');
    expect(fieldOf({ floor: 9 })).toBe('ceiling');
    expect(fieldOf({ floor: -1 })).toBe('floor');
    expect(fieldOf({ floor: 301, ceiling: null })).toBe('floor');
    expect(fieldOf({ floor: 0, ceiling: 0 })).toBe('ceiling');
    expect(fieldOf({ absentSlotIds: ['b'] })).toBe('absentSlotIds');
  });

  it('changes until the fair was held, while it stands', () => {
    expect(exhibitorChangeRefusal('held', 'confirmed')?.code).toBe('FAIR_STATE');
    const standing = EXHIBITOR_STATES.filter((state) => exhibitorChangeRefusal('open', state) === null);
    expect(standing).toEqual(['applied', 'confirmed']);
    expect(exhibitorChangeRefusal('open', 'declined')?.code).toBe('FAIR_EXHIBITOR_STATE');
    expect(EXHIBITOR_STATES.filter(isAtFair)).toEqual(standing);
    expect(EXHIBITOR_STATES.filter((state) => exhibitorWishRefusal(state) === null)).toEqual(standing);
  });

  it('gets booth and number of meetings from the organiser', () => {
    const given = { booth: false, floor: true, ceiling: false };
    expect(exhibitorFieldRefusal('organiser', given)).toBeNull();
    expect(exhibitorFieldRefusal('exhibitor', { ...given, floor: false })).toBeNull();
    expect(exhibitorFieldRefusal('exhibitor', given)).toEqual({
      code: 'FORBIDDEN',
      details: { field: 'floor' },
    });
  });

  it('is away from no meeting that is agreed', () => {
    expect(exhibitorRoomRefusal(['a'], ['b'])).toBeNull();
    expect(exhibitorRoomRefusal(['a', 'b'], ['b'])?.code).toBe('FAIR_HAS_BOOKINGS');
  });

  it('is decided while it waits, with a reason to decline, and a declined one may be taken after all', () => {
    const code = (...asked: Parameters<typeof exhibitorDecisionRefusal>) =>
      exhibitorDecisionRefusal(...asked)?.code;
    expect(code('applications', 'applied', 'confirmed', null)).toBeUndefined();
    expect(code('applications', 'applied', 'declined', '자리가 없습니다.')).toBeUndefined();
    expect(code('applications', 'applied', 'declined', null)).toBe('REASON_REQUIRED');
    expect(code('applications', 'applied', 'declined', ' ')).toBe('REASON_REQUIRED');
    expect(code('open', 'declined', 'confirmed', null)).toBeUndefined();
    expect(code('open', 'declined', 'declined', '다시')).toBe('FAIR_EXHIBITOR_STATE');
    expect(code('open', 'confirmed', 'declined', '취소')).toBe('FAIR_EXHIBITOR_STATE');
    expect(code('open', 'withdrawn', 'confirmed', null)).toBe('FAIR_EXHIBITOR_STATE');
    expect(code('held', 'applied', 'confirmed', null)).toBe('FAIR_STATE');
  });
});

describe('wishes', () => {
  const known = new Set(['a', 'b']);
  const wish = (id: string, weight = 3) => ({ id, weight });

  it('are stated until booking opens', () => {
    const closed = FAIR_STATES.filter((state) => wishesRefusal(state, [], known) !== null);
    expect(closed).toEqual(['open', ...HELD]);
  });

  it('are of known parties, each once, from 1 to 5', () => {
    expect(wishesRefusal('applications', [wish('a', 1), wish('b', 5)], known)).toBeNull();
    const details = (...wishes: ReturnType<typeof wish>[]) =>
      wishesRefusal('applications', wishes, known)?.details;
    expect(details(wish('c'))).toEqual({ field: 'wishes', id: 'c' });
    expect(details(wish('a'), wish('a'))).toEqual({ field: 'wishes', id: 'a' });
    for (const weight of [0, 6, 2.5])
      expect(details(wish('a', weight))).toEqual({ field: 'weight', id: 'a' });
  });
});
