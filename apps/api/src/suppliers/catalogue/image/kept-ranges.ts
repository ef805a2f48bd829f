/** Collects what is kept of a file; neighbours become one range. */
export class KeptRanges {
  readonly ranges: [number, number][] = [];

  keep(from: number, length: number): void {
    const last = this.ranges.at(-1);
    if (last !== undefined && last[0] + last[1] === from) last[1] += length;
    else this.ranges.push([from, length]);
  }
}
