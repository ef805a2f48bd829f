import type { INestApplicationContext } from '@nestjs/common';
import type { FairState } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { Transactions } from '../database/transactions';
import { BookingsService } from '../fairs/bookings/bookings.service';
import { FairsService } from '../fairs/fairs.service';
import { FairDesksService } from '../fairs/parties/fair-desks.service';
import { FairExhibitorsService } from '../fairs/parties/fair-exhibitors.service';

type NewFair = Parameters<FairsService['create']>[1];
type Hours = Parameters<FairsService['laySlots']>[3];
type NewDesk = Parameters<FairDesksService['create']>[2];

export interface DemoDesk {
  readonly id: string;
  readonly institutionId: string;
  readonly departmentId: string | null;
  readonly seats: number;
}

export interface DemoExhibitor {
  readonly id: string;
  readonly supplierId: string;
  readonly code: string;
}

export interface NewDemoExhibitor {
  readonly supplierId: string;
  /** of the demo's account; null = synthetic */
  readonly person: { readonly name: string; readonly email: string } | null;
  readonly offers: string | null;
  readonly booth: string;
  readonly floor: number;
}

export interface DemoSlot {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const SURNAMES = [...'김이박최정강조윤장임한오서신권황안송류홍'];

/** The organiser's hand at one fair: what is entered there, and the steps that it takes. */
export class FairHand {
  private version = 0;
  private people = 0;
  readonly clock: Clock;
  private readonly fairs: FairsService;

  private constructor(
    private readonly app: INestApplicationContext,
    readonly organiser: Actor,
    readonly fairId: string,
    readonly slots: readonly DemoSlot[],
  ) {
    this.clock = this.service(Clock);
    this.fairs = this.service(FairsService);
  }

  static async plan(
    app: INestApplicationContext,
    organiser: Actor,
    fair: NewFair,
    hours: Hours,
  ): Promise<FairHand> {
    const fairs = app.get(FairsService, { strict: false });
    const planned = await fairs.create(organiser, fair);
    const laid = await fairs.laySlots(organiser, planned.id, planned.version, hours);
    const slots = laid.slots.map(({ id, startsAt, endsAt }) => ({
      id,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    }));
    const hand = new FairHand(app, organiser, planned.id, slots);
    hand.version = laid.version;
    return hand;
  }

  service<Service>(type: new (...needs: never[]) => Service): Service {
    return this.app.get<Service>(type, { strict: false });
  }

  async moveTo(...states: readonly FairState[]): Promise<void> {
    for (const state of states)
      ({ version: this.version } = await this.fairs.move(this.organiser, this.fairId, this.version, {
        state,
      }));
  }

  async desk(place: NewDesk, actor = this.organiser): Promise<DemoDesk> {
    const { id, institutionId, departmentId, seats } = await this.service(FairDesksService).create(
      actor,
      this.fairId,
      place,
    );
    return { id, institutionId, departmentId, seats };
  }

  /** Entered by the organiser, so confirmed at once. */
  async exhibitor({ supplierId, person, offers, booth, floor }: NewDemoExhibitor): Promise<DemoExhibitor> {
    const exhibitors = this.service(FairExhibitorsService);
    const { name, email } = person ?? this.somebody();
    const applied = await exhibitors.apply(this.organiser, this.fairId, {
      supplierId,
      representativeName: name,
      representativeEmail: email,
      representativePhone: '02-000-0000',
      offers,
    });
    const { id, checkInCode } = await exhibitors.change(
      this.organiser,
      this.fairId,
      applied.id,
      applied.version,
      { booth, floor },
    );
    return { id, supplierId, code: checkInCode ?? '' };
  }

  /** Who comes for an enterprise: nobody real. */
  somebody(): { readonly name: string; readonly email: string } {
    const number = ++this.people;
    const surname = SURNAMES[number % SURNAMES.length] ?? '';
    const mailbox = `fair-${String(number).padStart(3, '0')}-${this.fairId.slice(-4)}`;
    return { name: `${surname}담당`, email: `${mailbox}@supplier.example` };
  }

  async book(actor: Actor, desk: DemoDesk, exhibitor: DemoExhibitor, slot: DemoSlot): Promise<string> {
    const { id } = await this.service(BookingsService).create(actor, this.fairId, {
      deskId: desk.id,
      exhibitorId: exhibitor.id,
      slotId: slot.id,
    });
    return id;
  }

  /** Whoever holds a place: nobody else can have it. */
  async takenPlaces(system: Actor): Promise<TakenPlaces> {
    const rows = await this.service(Transactions).run(system, (tx) =>
      tx.sql<TakenPlace>(
        `SELECT desk_id AS "deskId", exhibitor_id AS "exhibitorId", slot_id AS "slotId" FROM fair_bookings
         WHERE fair_id = $1 AND state IN ('proposed', 'confirmed', 'attended', 'walk_in')`,
        [this.fairId],
      ),
    );
    return new TakenPlaces(rows);
  }
}

interface TakenPlace {
  readonly deskId: string;
  readonly exhibitorId: string;
  readonly slotId: string;
}

/** What is booked, to find what is free. */
export class TakenPlaces {
  private readonly rows: TakenPlace[];

  constructor(rows: readonly TakenPlace[]) {
    this.rows = [...rows];
  }

  add(desk: DemoDesk, exhibitor: DemoExhibitor, slot: DemoSlot): void {
    this.rows.push({ deskId: desk.id, exhibitorId: exhibitor.id, slotId: slot.id });
  }

  meet(desk: DemoDesk, exhibitor: DemoExhibitor): boolean {
    return this.rows.some((one) => one.deskId === desk.id && one.exhibitorId === exhibitor.id);
  }

  isFull(desk: DemoDesk, slot: DemoSlot): boolean {
    return this.rows.filter((one) => one.deskId === desk.id && one.slotId === slot.id).length >= desk.seats;
  }

  isFree(desk: DemoDesk, exhibitor: DemoExhibitor, slot: DemoSlot): boolean {
    const isElsewhere = this.rows.some((one) => one.exhibitorId === exhibitor.id && one.slotId === slot.id);
    return !isElsewhere && !this.isFull(desk, slot);
  }
}
