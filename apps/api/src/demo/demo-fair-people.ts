import type { Actor } from '../common/actor';
import type { DemoDesk } from './demo-fair-hand';

/** Who acts at the fairs. */
export interface FairPeople {
  readonly manager: Actor;
  readonly admin: Actor;
  readonly clerk: Actor;
  readonly enterprise: Actor;
  readonly system: Actor;
  /** a clerk of the desk's department, who has no account */
  clerkOf(desk: DemoDesk): Actor;
  /** somebody of an enterprise, who has no account */
  memberOf(supplierId: string): Actor;
}

/** What the fair stands on: every enterprise of the register that can exhibit, the demo's own first. */
export interface Participants {
  readonly supplierId: string;
  readonly offers: string | null;
}
