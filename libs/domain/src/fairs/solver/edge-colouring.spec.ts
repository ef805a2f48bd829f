import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { edgeColouring, type Edge } from './edge-colouring';

const edges = fc.uniqueArray(fc.record({ left: fc.nat({ max: 7 }), right: fc.nat({ max: 9 }) }), {
  selector: ({ left, right }) => left * 10 + right,
});

const degrees = (all: readonly Edge[], end: 'left' | 'right') =>
  all.map((edge) => all.filter((other) => other[end] === edge[end]).length);

describe('colouring the edges of a bipartite graph', () => {
  it('needs as many colours as the greatest degree, and never gives one twice at an end', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const colours = Math.max(0, ...degrees(all, 'left'), ...degrees(all, 'right'));
        const colourOf = edgeColouring(all, colours);
        expect(colourOf.every((colour) => colour >= 0 && colour < colours)).toBe(true);
        for (const end of ['left', 'right'] as const) {
          const used = all.map((edge, at) => `${edge[end]} ${colourOf[at]}`);
          expect(new Set(used).size).toBe(all.length);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
