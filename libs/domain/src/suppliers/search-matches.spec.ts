import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import { dayNodesAt, dayNodesOf } from './search-days';
import { matchesOf, type MatchFacts } from './search-matches';
import { readSearchQuestion } from './search-question';

const FACTS: MatchFacts = {
  name: '(주)노란들판',
  normalisedName: '노란들판',
  businessNumber: '0001234567',
  items: ['현수막/배너 제작', '인쇄물 제작'],
  categories: ['현수막', '홍보물 인쇄'],
  business: [`디자인과 인쇄, ${'장애인의 일자리를 만드는 회사이며 '.repeat(8)}, 배너 설치`],
};
const why = (question: string) =>
  matchesOf(readSearchQuestion(question), FACTS).map(({ field, text }) => `${field}: ${text}`);

describe('why a supplier was found', () => {
  it.each([
    ['노란들', ['name: (주)노란들판']],
    ['현수막', ['item: 현수막/배너 제작', 'category: 현수막']],
    ['현수막배너', ['item: 현수막/배너 제작']],
    ['ㅎㅅㅁ', ['initials: 현수막/배너 제작']],
    ['123-45', ['number: 0001234567']],
    ['노', ['name: (주)노란들판']],
    ['배너설치', ['business: 배너 설치']],
    ['없는말', []],
  ])('%s: %p', (question, reasons) => {
    expect(why(question)).toEqual(reasons);
  });

  it('is said once, however many words say it', () => {
    expect(why('인쇄 제작').filter((reason) => reason === 'item: 인쇄물 제작')).toHaveLength(1);
  });
});

describe('days as nodes', () => {
  const day = fc.nat({ max: 100_000 }).map((count) => addDays('1900-01-01', count));

  it('a day is in a period exactly when they share a node, and then one only', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 5_000 }), day, (from, length, asked) => {
        const until = addDays(from, length);
        const nodes = new Set(dayNodesOf(from, until));
        const shared = dayNodesAt(asked).filter((node) => nodes.has(node)).length;
        expect(shared).toBe(from <= asked && asked <= until ? 1 : 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a period without an end holds to the last day, and is few nodes', () => {
    const nodes = dayNodesOf('2016-03-15', null);
    expect(nodes.length).toBeLessThan(34);
    for (const asked of ['2016-03-15', '2026-11-20', '2199-12-31'])
      expect(dayNodesAt(asked).filter((node) => nodes.includes(node))).toHaveLength(1);
    expect(dayNodesAt('2016-03-14').filter((node) => nodes.includes(node))).toHaveLength(0);
  });
});
