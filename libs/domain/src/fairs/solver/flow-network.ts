import { MinHeap } from './min-heap';

/**
 * Flow of least cost in whole numbers, by shortest paths with potentials (primal-dual): a phase finds the distances
 * from the source and sends as much as fits along arcs that lie on shortest paths. Arc 2k + 1 is the way back of 2k.
 */
export class FlowNetwork {
  private readonly heads: number[] = [];
  private readonly room: number[] = [];
  private readonly costs: number[] = [];
  private readonly arcsOf: number[][];
  private readonly distances: Float64Array;
  private readonly heap = new MinHeap();
  /** when the flow has been sent: prices of the nodes, at which no arc with room left is worth using */
  readonly potentials: Float64Array;

  constructor(private readonly size: number) {
    this.arcsOf = Array.from({ length: size }, () => []);
    this.distances = new Float64Array(size);
    this.potentials = new Float64Array(size);
  }

  /** @param cost not negative @returns the arc, for flowOf */
  addArc(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.heads.push(to, from) - 2;
    this.room.push(capacity, 0);
    this.costs.push(cost, -cost);
    this.arcsOf[from]!.push(arc);
    this.arcsOf[to]!.push(arc + 1);
    return arc;
  }

  flowOf(arc: number): number {
    return this.room[arc + 1]!;
  }

  /** Sends along every path that costs less than `worth` per unit, the cheapest first. Once per network. */
  send(source: number, sink: number, worth: number): void {
    for (;;) {
      const limit = worth + this.potentials[source]! - this.potentials[sink]!;
      const distance = this.measure(source, sink, limit);
      for (let node = 0; node < this.size; node += 1)
        this.potentials[node]! += Math.min(this.distances[node]!, distance);
      if (distance >= limit) return;
      this.sendAlongTightArcs(source, sink);
    }
  }

  /** What can still be reached along arcs with room, without passing `barred`. */
  reachableFrom(start: number, barred: number): boolean[] {
    const seen = new Array<boolean>(this.size).fill(false);
    const open = [start];
    seen[start] = true;
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const arc of this.arcsOf[node]!) {
        const head = this.heads[arc]!;
        if (this.room[arc] === 0 || seen[head] || head === barred) continue;
        seen[head] = true;
        open.push(head);
      }
    }
    return seen;
  }

  /** Fills the distances by reduced costs, exact up to the sink's. @returns the sink's, at most `limit` */
  private measure(source: number, sink: number, limit: number): number {
    const { distances, potentials, heads, room, costs, heap } = this;
    distances.fill(Infinity);
    heap.clear();
    distances[source] = 0;
    heap.push(0, source);
    for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
      const [distance, node] = next;
      if (distance >= Math.min(limit, distances[sink]!)) break;
      if (distance > distances[node]!) continue;
      const base = distance + potentials[node]!;
      for (const arc of this.arcsOf[node]!) {
        if (room[arc] === 0) continue;
        const head = heads[arc]!;
        const along = base + costs[arc]! - potentials[head]!;
        if (along >= distances[head]! || along >= limit) continue;
        distances[head] = along;
        heap.push(along, head);
      }
    }
    return Math.min(limit, distances[sink]!);
  }

  /** Depth first, without recursion: a path may pass as many nodes as there are. */
  private sendAlongTightArcs(source: number, sink: number): void {
    const seen = new Uint8Array(this.size);
    const next = new Int32Array(this.size);
    const path: number[] = [];
    seen[source] = 1;
    let node = source;
    for (;;) {
      if (node === sink) {
        this.push(path);
        for (const arc of path) seen[this.heads[arc]!] = 0;
        path.length = 0;
        node = source;
        continue;
      }
      const arc = this.nextTightArc(node, next, seen);
      if (arc !== undefined) {
        node = this.heads[arc]!;
        seen[node] = 1;
        path.push(arc);
        continue;
      }
      const back = path.pop();
      if (back === undefined) return;
      node = this.heads[back + (back % 2 === 0 ? 1 : -1)]!;
    }
  }

  private nextTightArc(node: number, next: Int32Array, seen: Uint8Array): number | undefined {
    const arcs = this.arcsOf[node]!;
    for (; next[node]! < arcs.length; next[node]! += 1) {
      const arc = arcs[next[node]!]!;
      const head = this.heads[arc]!;
      if (this.room[arc] === 0 || seen[head] === 1) continue;
      if (this.costs[arc]! + this.potentials[node]! === this.potentials[head]) return arc;
    }
    return undefined;
  }

  private push(path: readonly number[]): void {
    const amount = path.reduce((least, arc) => Math.min(least, this.room[arc]!), Infinity);
    for (const arc of path) {
      this.room[arc]! -= amount;
      this.room[arc % 2 === 0 ? arc + 1 : arc - 1]! += amount;
    }
  }
}
