import type { Actor } from './actor';
import type { ShownPerson } from './personal-data';

/** One look at persons: who, from where, by which operation, at whom. */
export interface Look {
  readonly actor: Actor;
  readonly address: string;
  readonly operation: string;
  readonly persons: readonly ShownPerson[];
}

/** Keeps who saw whom. The room `access-log` is it; the ground only knows that there is one. */
export abstract class AccessRecorder {
  /** Resolves once the look is written down for good; rejects when it cannot be. */
  abstract record(look: Look): Promise<void>;
}
