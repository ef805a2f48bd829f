/** An edge between a desk's seat and an exhibitor. */
export interface Edge {
  readonly left: number;
  readonly right: number;
}

/**
 * Gives each edge a colour so that edges which meet have different ones. In a bipartite graph as many colours as the
 * greatest degree suffice (König 1916): where both ends have only different colours left, the two are swapped along
 * the chain that begins at the right end, which frees one of them there and never reaches the left end.
 * @param colours at least the greatest degree
 */
export function edgeColouring(edges: readonly Edge[], colours: number): number[] {
  const colourOf = new Array<number>(edges.length).fill(-1);
  const lefts = edges.reduce((most, { left }) => Math.max(most, left + 1), 0);
  const rights = edges.reduce((most, { right }) => Math.max(most, right + 1), 0);
  const atLeft = Array.from({ length: lefts }, () => new Array<number>(colours).fill(-1));
  const atRight = Array.from({ length: rights }, () => new Array<number>(colours).fill(-1));

  const paint = (edge: number, colour: number) => {
    const { left, right } = edges[edge]!;
    colourOf[edge] = colour;
    atLeft[left]![colour] = edge;
    atRight[right]![colour] = edge;
  };
  const swapChain = (start: number, first: number, second: number) => {
    const chain: number[] = [];
    let [wanted, other] = [first, second];
    let edge = atRight[start]![wanted]!;
    for (let isAtRight = true; edge !== -1; isAtRight = !isAtRight) {
      chain.push(edge);
      [wanted, other] = [other, wanted];
      edge = isAtRight ? atLeft[edges[edge]!.left]![wanted]! : atRight[edges[edge]!.right]![wanted]!;
    }
    const painted = chain.map((at) => ({ at, colour: colourOf[at] === first ? second : first }));
    for (const { at, colour } of painted) {
      const unpainted = colour === first ? second : first;
      atLeft[edges[at]!.left]![unpainted] = -1;
      atRight[edges[at]!.right]![unpainted] = -1;
    }
    for (const { at, colour } of painted) paint(at, colour);
  };

  edges.forEach(({ left, right }, edge) => {
    const [ofLeft, ofRight] = [atLeft[left]!, atRight[right]!];
    const common = ofLeft.findIndex((taken, colour) => taken === -1 && ofRight[colour] === -1);
    if (common !== -1) return paint(edge, common);
    const freeAtLeft = ofLeft.indexOf(-1);
    swapChain(right, freeAtLeft, ofRight.indexOf(-1));
    paint(edge, freeAtLeft);
  });
  return colourOf;
}
