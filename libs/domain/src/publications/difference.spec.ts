import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DIFFERENCE_FIELDS, snapshotDifference, type SnapshotLine } from './difference';

const jobs: SnapshotLine = {
  subjectId: 'jobs',
  name: '일자리지원과',
  scheme: 'social_economy',
  targetKrw: 20_000_000,
  actualKrw: 160_000,
  display: '0.8',
  rank: 1,
  group: 'division',
};
const dong: SnapshotLine = { ...jobs, subjectId: 'beon1', name: '번1동', rank: 2 };

describe('version n + 1 of a publication', () => {
  it('that says the same has no differences', () => {
    expect(snapshotDifference([jobs, dong], [dong, jobs])).toEqual([]);
  });

  it('lists what changed, field by field', () => {
    const after = { ...jobs, actualKrw: 100_000, display: '0.5' };
    expect(snapshotDifference([jobs], [after])).toEqual([
      {
        kind: 'changed',
        subjectId: 'jobs',
        name: '일자리지원과',
        scheme: 'social_economy',
        fields: ['actualKrw', 'display'],
        before: jobs,
        after,
      },
    ]);
  });

  it('lists who came and who went, and does not mix up schemes', () => {
    const mall = { ...jobs, scheme: 'hamkke_nuri_mall' };
    const kinds = snapshotDifference([jobs, dong], [mall, jobs]).map((one) => [
      one.kind,
      one.subjectId,
      one.scheme,
      one.fields.length,
    ]);
    expect(kinds).toEqual([
      ['added', 'jobs', 'hamkke_nuri_mall', 0],
      ['removed', 'beon1', 'social_economy', 0],
    ]);
  });

  it('can be built from version n and the list', () => {
    const line: fc.Arbitrary<SnapshotLine> = fc.record({
      subjectId: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.constantFrom('가', '나'),
      scheme: fc.constantFrom('x', 'y'),
      targetKrw: fc.option(fc.nat(2)),
      actualKrw: fc.nat(2),
      display: fc.option(fc.constantFrom('1', '2')),
      rank: fc.option(fc.nat(2)),
      group: fc.constant(null),
    });
    const key = (one: SnapshotLine) => `${one.scheme}${one.subjectId}`;
    const snapshot = fc.uniqueArray(line, { selector: key });
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const built = new Map(before.map((one) => [key(one), one]));
        for (const one of snapshotDifference(before, after)) {
          if (one.after === null) built.delete(`${one.scheme}${one.subjectId}`);
          else built.set(key(one.after), one.after);
          expect(one.fields.every((field) => DIFFERENCE_FIELDS.includes(field))).toBe(true);
        }
        const sorted = (lines: Iterable<SnapshotLine>) =>
          [...lines].sort((a, b) => (key(a) < key(b) ? -1 : 1));
        expect(sorted(built.values())).toEqual(sorted(after));
      }),
    );
  });
});
