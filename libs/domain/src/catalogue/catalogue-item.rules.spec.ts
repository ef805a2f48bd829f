import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import {
  CATALOGUE_ITEM_ACTIONS,
  CATALOGUE_ITEM_STATES,
  catalogueItemRefusal,
  isStale,
  lastFreshDay,
  missingForPublication,
  staleBefore,
  stateAfter,
  type CatalogueItemFacts,
} from './catalogue-item.rules';

const BANNER: CatalogueItemFacts = {
  name: '현수막',
  kind: 'goods',
  classificationCode: '55121706',
  description: '친환경 원단',
  unit: '장',
  priceKrw: 55_000,
};
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1970-01-01', count));

describe('an item before publication', () => {
  it('needs name, category, description, and a unit to its price', () => {
    expect(missingForPublication(BANNER)).toEqual([]);
    expect(
      missingForPublication({
        ...BANNER,
        name: ' ',
        classificationCode: null,
        description: '\n',
        unit: null,
      }),
    ).toEqual(['name', 'classificationCode', 'description', 'unit']);
  });

  it('may leave the price open, and then needs no unit', () => {
    expect(missingForPublication({ ...BANNER, priceKrw: null, unit: null })).toEqual([]);
  });
});

describe('a step of an item', () => {
  it('is allowed from the states of the table and refused from every other', () => {
    const allowed = CATALOGUE_ITEM_ACTIONS.flatMap((action) =>
      CATALOGUE_ITEM_STATES.filter((state) => catalogueItemRefusal(state, action, BANNER) === null).map(
        (state) => `${action}: ${state} → ${stateAfter(state, action)}`,
      ),
    );
    expect(allowed).toEqual([
      'change: draft → draft',
      'change: published → published',
      'publish: draft → published',
      'archive: draft → archived',
      'archive: published → archived',
      'restore: archived → draft',
      'confirm: published → published',
    ]);
    expect(catalogueItemRefusal('archived', 'change', BANNER)).toEqual({
      code: 'CATALOGUE_ITEM_STATE',
      details: { state: 'archived' },
    });
  });

  it('never leaves a public item without what it needs', () => {
    const bare = { ...BANNER, description: null, unit: null };
    const refused = { code: 'CATALOGUE_ITEM_INCOMPLETE', details: { missing: 'description,unit' } };
    expect(catalogueItemRefusal('draft', 'publish', bare)).toEqual(refused);
    expect(catalogueItemRefusal('published', 'change', bare)).toEqual(refused);
    expect(catalogueItemRefusal('draft', 'change', bare)).toBeNull();
    expect(catalogueItemRefusal('draft', 'archive', bare)).toBeNull();
  });
});

describe('a confirmation', () => {
  it('is fresh for twelve months and stale the day after', () => {
    expect(isStale('2015-11-20', '2016-11-20')).toBe(false);
    expect(isStale('2015-11-20', '2016-11-21')).toBe(true);
    expect(isStale(null, '2016-11-21')).toBe(false);
  });

  it('of a leap day is fresh to the end of the next February', () => {
    expect(lastFreshDay('2016-02-29')).toBe('2017-02-28');
    expect(staleBefore('2016-02-29')).toBe('2015-03-01');
  });

  it('is stale by the query’s day exactly when it is stale by the rule', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (confirmedOn, today) => {
        expect(confirmedOn < staleBefore(today)).toBe(isStale(confirmedOn, today));
      }),
    );
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 360, max: 370 }), (confirmedOn, days) => {
        const today = addDays(confirmedOn, days);
        expect(confirmedOn < staleBefore(today)).toBe(isStale(confirmedOn, today));
      }),
      { numRuns: 2_000 },
    );
  });
});
