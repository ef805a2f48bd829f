import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { companyNameSimilarity } from '../text/company-name';
import { listedIdentity, matchList, type ListMatch, type RegisteredName } from './list-matching';
import type { ListEntry } from './list-row-reading';
import { NameIndex } from './name-index';

const NOTHING = {
  representative: null,
  address: null,
  homepage: null,
  businessSummary: null,
  socialPurpose: null,
  serviceField: null,
  districtCode: null,
  issueRound: null,
  certifiedOn: '2010-12-10',
} as const;

function row(
  rowNumber: number,
  name: string,
  businessNumber: string | null,
  certificateNumber = `제${rowNumber}호`,
) {
  const entry: ListEntry = { ...NOTHING, name, businessNumber, certificateNumber };
  return { rowNumber, entry };
}

function registered(
  id: string,
  name: string,
  businessNumber: string | null,
  ...certificateNumbers: string[]
): RegisteredName {
  return { id, survivorId: id, name, businessNumber, certificateNumbers };
}

function match(
  rows: readonly ReturnType<typeof row>[],
  register: readonly RegisteredName[],
  decisions: ReadonlyMap<string, string> = new Map(),
): (ListMatch | undefined)[] {
  const steps = matchList(rows, register, decisions);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return rows.map(({ rowNumber }) => step.value.get(rowNumber));
  }
}

const [N1, N2] = ['0001234560', '0002234567'];

describe('a row of the list means', () => {
  it('the supplier with its number, however the name is written', () => {
    expect(match([row(2, '노란들판 주식회사', N1)], [registered('a', '(주)노란들판', N1)])).toEqual([
      { kind: 'match', supplierId: 'a', by: 'number', likeness: 1 },
    ]);
  });

  it('nobody sure when the number is registered under quite another name, unless the certificate is the same', () => {
    const register = [registered('a', '청롱', N1, '제2호')];
    expect(match([row(9, '노란들판', N1)], register)).toMatchObject([
      { kind: 'review', reason: 'name_differs', candidates: [{ supplierId: 'a', sameNumber: true }] },
    ]);
    expect(match([row(2, '노란들판', N1)], register)).toMatchObject([{ kind: 'match', by: 'number' }]);
  });

  it('the only one of that name when a number is missing on either side', () => {
    expect(match([row(2, '㈜노란 들판', null)], [registered('a', '노란들판', N1)])).toMatchObject([
      { kind: 'match', supplierId: 'a', by: 'name', likeness: 1 },
    ]);
    expect(match([row(2, '노란들판', N1)], [registered('a', '노란들판', null)])).toMatchObject([
      { kind: 'match', supplierId: 'a', by: 'name' },
    ]);
  });

  it.each([
    ['number_differs', row(2, '노란들판', N2), [registered('a', '노란들판', N1)]],
    ['certificate_differs', row(2, '노란들판', null), [registered('a', '노란들판', N1, '제77호')]],
    [
      'several',
      row(2, '노란들판', null),
      [registered('a', '노란들판', N1), registered('b', '(주)노란들판', N2)],
    ],
    ['name_alike', row(2, '나그네다문화센타', null), [registered('a', '나그네다문화센터모임', N1)]],
    ['same_certificate', row(2, '푸른들판', N2), [registered('a', '청롱', N1, '제2호')]],
  ])('a case for a person: %s', (reason, one, register) => {
    expect(match([one], register)).toMatchObject([{ kind: 'review', reason }]);
  });

  it('somebody new below 0.5', () => {
    expect(match([row(2, '노란들판', N2)], [registered('a', '청롱', N1)])).toEqual([{ kind: 'new' }]);
  });

  it('the survivor of a merge by the old number; once when both numbers are listed', () => {
    const register = [
      registered('b', '노란들판', N2),
      { ...registered('a', '노란들판 강북점', N1), survivorId: 'b' },
    ];
    expect(match([row(2, '노란들판', N1)], register)).toMatchObject([{ kind: 'match', supplierId: 'b' }]);
    expect(match([row(2, '노란들판', N1), row(3, '노란들판', N2)], register)).toMatchObject([
      { kind: 'duplicate', of: 3 },
      { kind: 'match', supplierId: 'b' },
    ]);
  });

  it('what a person decided before', () => {
    const one = row(2, '나그네다문화센타', null);
    const register = [registered('a', '나그네다문화센터', N1), registered('b', '청롱', N2)];
    expect(match([one], register, new Map([[listedIdentity(one.entry), 'a']]))).toMatchObject([
      { kind: 'match', supplierId: 'a', by: 'decision' },
    ]);
  });
});

describe('rows of one list', () => {
  it('of the same number are one, and a contradiction under quite different names', () => {
    expect(match([row(2, '노란들판', N1), row(3, '(주)노란들판', N1), row(4, '청롱', N1)], [])).toEqual([
      { kind: 'new' },
      { kind: 'duplicate', of: 2 },
      { kind: 'number_conflict', of: 2 },
    ]);
  });

  it('of the same certificate are one when a number is missing, and doubtful when the numbers differ', () => {
    expect(
      match(
        [row(2, '노란들판', null, '제1호'), row(3, '노란들판', N1, '제1호'), row(4, '노란들판', N2, '제1호')],
        [],
      ),
    ).toMatchObject([
      { kind: 'duplicate', of: 3 },
      { kind: 'new' },
      { kind: 'review', reason: 'same_certificate', candidates: [{ rowNumber: 3 }] },
    ]);
  });

  it('with like names and numbers of their own are two enterprises, by the word of the list', () => {
    const rows = [row(2, '사회적협동조합 도우누리', N1), row(3, '사회적협동조합 도우나리', N2)];
    expect(match(rows, [])).toEqual([{ kind: 'new' }, { kind: 'new' }]);
    // … also when one of them is registered already
    expect(match(rows, [registered('a', '사회적협동조합 도우누리', N1)])).toMatchObject([
      { kind: 'match', supplierId: 'a' },
      { kind: 'new' },
    ]);
  });

  it('with the very same name and other numbers are for a person', () => {
    expect(match([row(2, '노란들판', N1), row(3, '(주)노란들판', N2)], [])).toMatchObject([
      { kind: 'new' },
      { kind: 'review', reason: 'row_alike', candidates: [{ rowNumber: 2, likeness: 1 }] },
    ]);
  });

  it('with like names, one of them without a number, are for a person; never two new ones', () => {
    expect(match([row(2, '노란들판', null), row(3, '노란들판(주)', N1)], [])).toMatchObject([
      { kind: 'review', reason: 'row_alike', candidates: [{ rowNumber: 3 }] },
      { kind: 'new' },
    ]);
  });

  it('that both mean the same supplier by name only are both doubtful', () => {
    const rows = [row(2, '노란들판', N1), row(3, '(주)노란들판', N2)];
    expect(match(rows, [registered('a', '노란들판', null)])).toMatchObject([
      { kind: 'review', reason: 'taken' },
      { kind: 'review', reason: 'several' },
    ]);
    expect(
      match([row(2, '노란들판', N1), row(3, '노란들판', null)], [registered('a', '노란들판', N1)]),
    ).toMatchObject([{ kind: 'match' }, { kind: 'review', reason: 'taken' }]);
  });

  it('once applied are found again, all by their numbers', () => {
    const letters = fc.string({
      unit: fc.constantFrom('사', '회', '조', '합', '들', '판'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 12 }), (names) => {
        const rows = names.map((name, index) => row(index + 2, name, `000${1_000_000 + index}`));
        expect(match(rows, []).every((one) => one?.kind === 'new')).toBe(true);
        const register = rows.map(({ entry, rowNumber }) =>
          registered(`s${rowNumber}`, entry.name, entry.businessNumber, entry.certificateNumber),
        );
        expect(match(rows, register).map((one) => (one?.kind === 'match' ? one.supplierId : one))).toEqual(
          rows.map(({ rowNumber }) => `s${rowNumber}`),
        );
      }),
    );
  });
});

describe('the index of names', () => {
  it('finds exactly whom the comparison of all with all finds', () => {
    const name = fc.string({ unit: fc.constantFrom('가', '나', '다', '라', ' ', '(주)'), maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 25 }),
        name,
        fc.constantFrom(0.5, 0.8),
        (names, asked, least) => {
          const index = new NameIndex<number>();
          for (const [at, one] of names.entries()) index.add(at, one);
          const expected = names.flatMap((one, at) =>
            companyNameSimilarity(one, asked) >= least ? [at] : [],
          );
          const found = index.likeTo(asked, least).map(({ key }) => key);
          expect(found.sort((a, b) => a - b)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
