import { describe, expect, it } from '@jest/globals';
import { kpiCopyRefusal, kpiItemKey, kpiOfYear, kpiRefusal, type KpiFacts } from './kpi.rules';
import { kpiRowsLink } from './kpi-links';
import { basisOfSource, KPI_SOURCES } from './vocabulary';

const visits: KpiFacts = {
  year: 2017,
  programme: '공공시장 확대지원',
  group: '매칭지원',
  item: '공공기관 방문영업',
  itemKey: 'visits',
  unit: '건',
  basis: 'count',
  target: 650,
  source: 'visits',
  enteredActual: null,
  official: 654,
  officialNote: null,
  note: null,
  changedGoal: false,
  formerTarget: null,
  pairKey: null,
  qualityState: null,
  rounding: null,
  decimals: null,
  sortOrder: 0,
};
const quality: KpiFacts = {
  ...visits,
  basis: 'quality',
  source: 'entered',
  target: null,
  official: null,
  qualityState: 'done',
};
const faulty = (kpi: KpiFacts) => kpiRefusal(kpi)?.details?.['field'] ?? null;

describe('a row of the board', () => {
  it('may be counted, typed in, without a target, or a matter of quality', () => {
    for (const kpi of [visits, { ...visits, target: null }, quality]) expect(kpiRefusal(kpi)).toBeNull();
    const typed = { ...visits, source: 'entered', enteredActual: 0 } as const;
    expect(kpiRefusal(typed)).toBeNull();
  });

  it('names programme, group, item and unit', () => {
    for (const field of ['programme', 'group', 'item', 'unit'] as const)
      expect(faulty({ ...visits, [field]: ' ' })).toBe(field);
  });

  it('has a state exactly when it is a matter of quality, and then no figures', () => {
    expect(faulty({ ...visits, qualityState: 'done' })).toBe('qualityState');
    expect(faulty({ ...quality, qualityState: null })).toBe('qualityState');
    expect(faulty({ ...quality, target: 1 })).toBe('target');
    expect(faulty({ ...quality, official: 1 })).toBe('official');
  });

  it('measures what its source counts', () => {
    expect(faulty({ ...visits, source: 'contract_value' })).toBe('source');
    expect(faulty({ ...visits, basis: 'amount', source: 'contract_value' })).toBeNull();
    expect(faulty({ ...quality, source: 'visits' })).toBe('source');
  });

  it('is never typed over where it is counted', () => {
    expect(faulty({ ...visits, enteredActual: 654 })).toBe('enteredActual');
  });

  it('has no target of zero, no broken figure, and a former target only when the goal was changed', () => {
    expect(faulty({ ...visits, target: 0 })).toBe('target');
    for (const figure of [-1, 1.5, 2 ** 53]) expect(faulty({ ...visits, official: figure })).toBe('official');
    expect(faulty({ ...visits, formerTarget: 600 })).toBe('formerTarget');
    expect(faulty({ ...visits, formerTarget: 600, changedGoal: true })).toBeNull();
    expect(faulty({ ...visits, decimals: 5 })).toBe('decimals');
  });
});

describe('the next year', () => {
  it('begins with what is to be reached, and with nothing that was', () => {
    const seen = { ...visits, note: '사업내용변경', changedGoal: true, formerTarget: 600 };
    expect(kpiOfYear(seen, 2018)).toEqual({ ...visits, year: 2018, official: null });
    expect(kpiOfYear(quality, 2018).qualityState).toBe('planned');
  });

  it('is another one', () => {
    expect(kpiCopyRefusal(2017, 2017)?.code).toBe('KPI_INVALID');
    expect(kpiCopyRefusal(2017, 2018)).toBeNull();
  });

  it('knows an item again by its key, however it was spaced', () => {
    expect(kpiItemKey('매칭 지원', '방문 영업')).toBe(kpiItemKey('매칭지원', '방문영업'));
    expect(kpiItemKey('매칭지원', '교육')).not.toBe(kpiItemKey('교육활동', '교육'));
  });
});

describe('a source', () => {
  it('counts pieces or won, and leads to the rows of its year where a list shows them', () => {
    expect(KPI_SOURCES.filter((source) => basisOfSource(source) === 'amount')).toEqual([
      'contract_value',
      'match_contract_value',
      'fair_contract_value',
      'b2b_link_amount',
      'shop_sales',
    ]);
    expect(kpiRowsLink('visits', 2017)).toBe('/visits?year=2017&state=visited');
    expect(kpiRowsLink('consultations', 2017)).toBe('/consultations?from=2017-01-01&to=2017-12-31');
    expect(kpiRowsLink('match_contract_value', 2017)).toBe('/contracts?year=2017&state=signed&source=match');
    expect(kpiRowsLink('entered', 2017)).toBeNull();
  });
});
