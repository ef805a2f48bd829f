/** Shapes of fair-storm.mjs, for the tests that drive the application itself with it. */
export interface StormParts {
  readonly fairId: string;
  readonly desks: readonly { readonly id: string; readonly seats: number }[];
  readonly exhibitors: readonly { readonly id: string; readonly personId: string | null }[];
  readonly slotIds: readonly string[];
}

export type StormWho =
  { readonly organiser: true } | { readonly desk: string } | { readonly exhibitor: string };

export interface StormAnswer {
  readonly status: number;
  /** parsed JSON */
  readonly body: object;
}

export interface StormHands {
  /** POST below /api/v1 */
  send(who: StormWho, path: string, body: unknown, version?: number): Promise<StormAnswer>;
  sql(text: string, values?: readonly unknown[]): Promise<object[]>;
  /** lets a proposal run out of time in a moment */
  expire(bookingId: string): Promise<void>;
}

export interface Refusal {
  readonly code: string;
  /** ms since 1970 */
  readonly sent: number;
  readonly answered: number;
  readonly deskId: string;
  readonly exhibitorId: string;
  readonly slotId: string;
}

export interface StormResult {
  readonly attempts: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly codes: Readonly<Record<string, number>>;
  readonly failures: readonly object[];
  readonly refusals: readonly Refusal[];
  readonly waited: number;
}

export function storm(options: {
  parts: StormParts;
  hands: StormHands;
  /** a repeatable random whole number from 0 to below the limit */
  below: (limit: number) => number;
  attempts: number;
  clients: number;
  seconds?: number;
}): Promise<StormResult>;
