import { describe, expect, it } from '@jest/globals';
import { CHAIN_STEP_KINDS, chainColumns, visibleSteps, type ChainStepKind } from './chain';

const step = (key: string, ...after: string[]) => ({ key, after });
const chain = [
  step('visit'),
  step('call'),
  step('need', 'visit'),
  step('other need', 'call'),
  step('match', 'need', 'other need'),
  step('contract', 'match'),
];

describe('what a reader sees of a chain', () => {
  it('is all of it for who may see all', () => {
    expect(visibleSteps(chain, () => true)).toEqual(chain);
  });

  it('stays one chain where something lies outside the reach', () => {
    const seen = visibleSteps(chain, ({ key }) => !['match', 'need'].includes(key));
    expect(seen).toEqual([
      step('visit'),
      step('call'),
      step('other need', 'call'),
      step('contract', 'visit', 'other need'),
    ]);
  });

  it('names a step once, also when two ways lead back to it', () => {
    const twice = [step('a'), step('b', 'a'), step('c', 'a'), step('d', 'b', 'c')];
    const seen = visibleSteps(twice, ({ key }) => key === 'a' || key === 'd');
    expect(seen).toEqual([step('a'), step('d', 'a')]);
  });
});

describe('the columns of the picture', () => {
  it('are the beginnings, then one a kind, and none is empty', () => {
    const kinds = (...list: ChainStepKind[]) =>
      chainColumns(list.map((kind) => ({ kind }))).map((column) => column.map(({ kind }) => kind));
    expect(kinds('purchase', 'visit', 'consultation', 'need', 'meeting', 'contract')).toEqual([
      ['visit', 'consultation'],
      ['need', 'meeting'],
      ['contract'],
      ['purchase'],
    ]);
    expect(kinds(...CHAIN_STEP_KINDS)).toHaveLength(7);
  });
});
