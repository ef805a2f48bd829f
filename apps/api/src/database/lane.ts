import { refuse } from '../common/refused';

/** At most so many at once, in the order in which they came; who waits for too long is told to come back. */
export class Lane {
  private free: number;
  private readonly waiting = new Set<() => void>();

  constructor(
    places: number,
    private readonly patienceMs: number,
  ) {
    this.free = places;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    const isIn = await new Promise<boolean>((resolve) => {
      const go = () => {
        clearTimeout(patience);
        resolve(true);
      };
      const patience = setTimeout(() => {
        this.waiting.delete(go);
        resolve(false);
      }, this.patienceMs);
      this.waiting.add(go);
    });
    if (!isIn) refuse('SERVICE_BUSY', { retryAfterSeconds: 1 });
  }

  /** The place goes to whoever waits longest, or is free again. */
  private leave(): void {
    const [next] = this.waiting;
    if (next === undefined) {
      this.free += 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
