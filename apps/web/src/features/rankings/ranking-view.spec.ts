import { describe, expect, it } from '@jest/globals';
import { SEOUL_TILES } from '../../lib/seoul-tiles';
import type { SessionUser } from '../../lib/session';
import type { RankingRow } from './api';
import { barLength, rowsLink, sectionsOf } from './ranking-view';
import { rateLevel } from './rate-level';

const policy = { rounding: 'half_up', decimals: 1, capPercent: null } as const;
const noRate = { numeratorKrw: 0, denominatorKrw: null, percent: null, display: null, policy };

function row(subjectId: string, group: RankingRow['group'], institutionId = 'gangbuk'): RankingRow {
  return {
    subjectId,
    name: subjectId,
    group,
    rank: 1,
    rankInGroup: 1,
    targetKrw: null,
    actualKrw: 160_000,
    previousKrw: null,
    achievementRate: noRate,
    growthRate: noRate,
    rows: {
      institutionId,
      fiscalYear: 2016,
      scheme: 'social_economy',
      departmentId: group === 'district' ? null : subjectId,
      month: null,
      to: null,
    },
  };
}

const manager: SessionUser = {
  id: 'm',
  email: 'm@test.example',
  name: 'm',
  role: 'manager',
  permissions: ['purchase:read'],
  institutionId: 'gangbuk',
  institutionName: null,
  departmentId: null,
  departmentName: null,
  enterpriseId: null,
  mustChangePassword: false,
};

describe('the sections of a ranking', () => {
  const items = [row('a', 'dong'), row('b', 'division'), row('c', 'dong')];

  it('are the groups that have somebody, in the order of offices, each in rank order', () => {
    const sections = sectionsOf({ items, scope: 'departments' }, 'group');
    expect(sections.map(({ group, rows }) => [group, rows.map(({ subjectId }) => subjectId)])).toEqual([
      ['division', ['b']],
      ['dong', ['a', 'c']],
    ]);
  });

  it('are one when everybody is ranked together, and for districts always', () => {
    expect(sectionsOf({ items, scope: 'departments' }, 'all')).toHaveLength(1);
    expect(sectionsOf({ items: [row('x', 'district')], scope: 'districts' }, 'group')).toHaveLength(1);
  });
});

describe('a figure of a ranking', () => {
  it('opens its rows for whoever may see them, and for nobody else', () => {
    const own = row('jobs', 'division');
    expect(rowsLink(own, manager)).toBe(
      '/purchases?institutionId=gangbuk&fiscalYear=2016&scheme=social_economy&departmentId=jobs',
    );
    expect(rowsLink(own, null)).toBeUndefined();
    expect(rowsLink(own, { ...manager, role: 'support' })).toBeUndefined();
    expect(rowsLink(own, { ...manager, role: 'clerk', departmentId: 'health' })).toBeUndefined();
    expect(rowsLink(row('nowon', 'district', 'nowon'), manager)).toBeUndefined();
    expect(rowsLink({ ...own, rows: null }, manager)).toBeUndefined();
  });

  it('has a bar of its amount, or of its rate, and none without a target', () => {
    expect(barLength(row('a', 'dong'), 'amount')).toBe(160_000);
    expect(barLength(row('a', 'dong'), 'rate')).toBe(0);
  });
});

describe('the tile map', () => {
  it('has one place for each of the 25 districts', () => {
    const places = Object.values(SEOUL_TILES).map((place) => place.join(':'));
    expect(places).toHaveLength(25);
    expect(new Set(places).size).toBe(25);
    expect(SEOUL_TILES['11305']).toBeDefined();
  });

  it('shades by rate, and tells no target apart from a rate of zero', () => {
    expect([null, 0, 49.9999, 50, 80, 100, 314].map(rateLevel)).toEqual([
      'none',
      'low',
      'low',
      'middle',
      'high',
      'over',
      'over',
    ]);
  });
});
