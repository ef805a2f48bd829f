import { describe, expect, it } from '@jest/globals';
import { readTargets, targetTexts } from './target-values';

describe('the targets of a team as they are typed', () => {
  it('begin as they are, and an empty one is no target', () => {
    const texts = targetTexts([
      { metric: 'visits', target: 150 },
      { metric: 'consultations', target: null },
    ]);
    expect(texts).toMatchObject({ visits: '150', consultations: '', enterprise_register: '' });
    expect(readTargets(texts)).toEqual({ targets: [{ metric: 'visits', target: 150 }], wrong: [] });
  });

  it('are whole numbers of 1 or more', () => {
    const texts = { ...targetTexts([]), visits: '1,500', consultations: '0', enterprise_register: '많이' };
    expect(readTargets(texts)).toEqual({
      targets: [{ metric: 'visits', target: 1500 }],
      wrong: ['consultations', 'enterprise_register'],
    });
  });
});
