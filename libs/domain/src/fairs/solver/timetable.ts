import { NOT_MET, type OpenFair, type Plan } from './open-fair';

/** Who sits where while meetings are placed: never two at once for an exhibitor, never more than a desk's seats. */
export class Timetable {
  private readonly slotOf: number[];
  private readonly atDesk: number[][][];
  private readonly atExhibitor: number[][];

  constructor(private readonly fair: OpenFair) {
    this.slotOf = fair.pairs.map(() => NOT_MET);
    this.atDesk = fair.freeSeats.map((row) => row.map(() => []));
    this.atExhibitor = fair.isFree.map((row) => row.map(() => NOT_MET));
  }

  get plan(): Plan {
    return [...this.slotOf];
  }

  isPlaced(pair: number): boolean {
    return this.slotOf[pair] !== NOT_MET;
  }

  hasSeat(pair: number, slot: number): boolean {
    const { desk } = this.fair.pairs[pair]!;
    return this.atDesk[desk]![slot]!.length < this.fair.freeSeats[desk]![slot]!;
  }

  /** The exhibitor's meeting in the slot, or NOT_MET. */
  exhibitorMeeting(pair: number, slot: number): number {
    return this.atExhibitor[this.fair.pairs[pair]!.exhibitor]![slot]!;
  }

  deskMeetings(pair: number, slot: number): readonly number[] {
    return this.atDesk[this.fair.pairs[pair]!.desk]![slot]!;
  }

  fits(pair: number, slot: number): boolean {
    return this.hasSeat(pair, slot) && this.exhibitorMeeting(pair, slot) === NOT_MET;
  }

  place(pair: number, slot: number): void {
    const { desk, exhibitor } = this.fair.pairs[pair]!;
    this.slotOf[pair] = slot;
    this.atDesk[desk]![slot]!.push(pair);
    this.atExhibitor[exhibitor]![slot] = pair;
  }

  lift(pair: number): void {
    const { desk, exhibitor } = this.fair.pairs[pair]!;
    const slot = this.slotOf[pair]!;
    const seats = this.atDesk[desk]![slot]!;
    seats.splice(seats.indexOf(pair), 1);
    this.atExhibitor[exhibitor]![slot] = NOT_MET;
    this.slotOf[pair] = NOT_MET;
  }

  /** Places the pair, moving others between two slots along a chain if need be. @returns false when none was found */
  insert(pair: number): boolean {
    const { slots } = this.fair.pairs[pair]!;
    const direct = slots.find((slot) => this.fits(pair, slot));
    if (direct !== undefined) return this.placed(pair, direct);
    for (const slot of slots) {
      for (const blocking of this.inTheWay(pair, slot)) {
        for (const other of this.fair.pairs[blocking]!.slots) {
          if (!this.mayLeaveTo(pair, slot, other) || !this.shift(blocking, slot, other)) continue;
          return this.fits(pair, slot) && this.placed(pair, slot);
        }
      }
    }
    return false;
  }

  /** A chain leads away from the pair: where its own side is taken in the other slot, too, it would come back. */
  private mayLeaveTo(pair: number, slot: number, other: number): boolean {
    if (other === slot) return false;
    return this.hasSeat(pair, slot)
      ? this.exhibitorMeeting(pair, other) === NOT_MET
      : this.hasSeat(pair, other);
  }

  private placed(pair: number, slot: number): true {
    this.place(pair, slot);
    return true;
  }

  /** What must leave the slot; nothing when both sides are taken, since one chain frees one side. */
  private inTheWay(pair: number, slot: number): readonly number[] {
    const atExhibitor = this.exhibitorMeeting(pair, slot);
    if (this.hasSeat(pair, slot)) return [atExhibitor];
    return atExhibitor === NOT_MET ? [...this.deskMeetings(pair, slot)] : [];
  }

  /**
   * Moves a meeting to another slot; whoever sits there moves the other way, and so on, each at most once. All or nothing.
   * A step moves one meeting out of the way: where both sides are taken the chain ends in vain.
   */
  private shift(first: number, from: number, to: number): boolean {
    const moved = new Map<number, number>();
    let [pair, leaves, enters] = [first, from, to];
    this.lift(pair);
    for (;;) {
      const next = this.nextOfChain(pair, leaves, enters, moved);
      if (next === null) break;
      if (next !== NOT_MET) this.lift(next);
      this.place(pair, enters);
      if (next === NOT_MET) return true;
      moved.set(pair, leaves);
      [pair, leaves, enters] = [next, enters, leaves];
    }
    for (const one of moved.keys()) this.lift(one);
    for (const [one, slot] of [...moved, [pair, leaves] as const]) this.place(one, slot);
    return false;
  }

  /** Who must make room for the pair in the slot: NOT_MET when nobody, null when there is no way. */
  private nextOfChain(
    pair: number,
    leaves: number,
    enters: number,
    moved: ReadonlyMap<number, number>,
  ): number | null {
    if (!this.fair.pairs[pair]!.slots.includes(enters)) return null;
    const atExhibitor = this.exhibitorMeeting(pair, enters);
    if (this.hasSeat(pair, enters)) return moved.has(atExhibitor) ? null : atExhibitor;
    if (atExhibitor !== NOT_MET) return null;
    const mayLeave = (other: number) => !moved.has(other) && this.fair.pairs[other]!.slots.includes(leaves);
    return this.deskMeetings(pair, enters).find(mayLeave) ?? null;
  }
}
