/** Nodes by their distance, the nearest first. A node may be in it more than once. */
export class MinHeap {
  private readonly keys: number[] = [];
  private readonly nodes: number[] = [];

  push(key: number, node: number): void {
    let at = this.keys.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.keys[parent]! <= key) break;
      this.set(at, this.keys[parent]!, this.nodes[parent]!);
      at = parent;
    }
    this.set(at, key, node);
  }

  /** @returns undefined when it is empty */
  pop(): readonly [key: number, node: number] | undefined {
    const [key, node] = [this.keys[0], this.nodes[0]];
    const [lastKey, lastNode] = [this.keys.pop(), this.nodes.pop()];
    if (key === undefined || node === undefined || lastKey === undefined || lastNode === undefined)
      return undefined;
    if (this.keys.length > 0) this.sink(lastKey, lastNode);
    return [key, node];
  }

  clear(): void {
    this.keys.length = 0;
    this.nodes.length = 0;
  }

  private sink(key: number, node: number): void {
    const size = this.keys.length;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.keys[child + 1]! < this.keys[child]!) child += 1;
      if (this.keys[child]! >= key) break;
      this.set(at, this.keys[child]!, this.nodes[child]!);
      at = child;
    }
    this.set(at, key, node);
  }

  private set(at: number, key: number, node: number): void {
    this.keys[at] = key;
    this.nodes[at] = node;
  }
}
