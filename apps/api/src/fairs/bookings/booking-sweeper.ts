import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { systemActor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { CONFIG, type Config } from '../../config/config';
import { Transactions } from '../../database/transactions';
import { enterFair } from '../fair-room';
import { BookingLapses } from './booking-lapses.service';
import { HOLDING } from './bookings.queries';
import { WaitingOffers } from './waiting-offers.service';

const LOOK_EVERY_MS = 5_000;
const AT_ONCE = 100;

const LAPSED = `SELECT id FROM fair_bookings WHERE state = 'proposed' AND held_until <= $1 ORDER BY held_until LIMIT ${AT_ONCE}`;

/** Free places of open fairs that somebody waits for who could come: their offer was missed, whatever the reason. */
const WAITED_FOR = `SELECT DISTINCT w.fair_id, w.desk_id, s.id AS slot_id
  FROM fair_waiting w JOIN fairs f ON f.id = w.fair_id AND f.state = 'open' JOIN fair_desks d ON d.id = w.desk_id
    JOIN fair_exhibitors x ON x.id = w.exhibitor_id
    JOIN fair_slots s ON s.fair_id = w.fair_id AND (w.slot_id = s.id OR w.slot_id IS NULL)
  WHERE w.state = 'waiting' AND upper(s.during) > $1 AND d.withdrawn_reason IS NULL AND x.state = 'confirmed'
    AND s.id <> ALL (d.absent_slot_ids) AND s.id <> ALL (x.absent_slot_ids)
    AND (lower(s.during) > $1 + make_interval(mins => f.no_show_minutes) OR EXISTS (SELECT FROM fair_check_ins c
      WHERE c.exhibitor_id = x.id AND c.day = ($1 AT TIME ZONE 'Asia/Seoul')::date))
    AND (SELECT count(*) FROM fair_bookings b WHERE b.desk_id = d.id AND b.slot_id = s.id AND ${HOLDING}) < d.seats
    AND NOT EXISTS (SELECT FROM fair_bookings b WHERE b.exhibitor_id = x.id AND ${HOLDING}
      AND (b.slot_id = s.id OR b.desk_id = d.id))
    AND NOT EXISTS (SELECT FROM fair_bookings b WHERE b.person_id = x.person_id AND ${HOLDING} AND b.during && s.during)
    AND (x.ceiling IS NULL OR (SELECT count(*) FROM fair_bookings b WHERE b.exhibitor_id = x.id AND ${HOLDING}) < x.ceiling)
  LIMIT ${AT_ONCE}`;

interface FreePlace {
  readonly fair_id: string;
  readonly desk_id: string;
  readonly slot_id: string;
}

/**
 * Every few seconds each process takes away the proposals whose time has passed, and offers free places to who waits.
 * Several at once do no harm: each place is decided about by one transaction at a time, and the next one finds it done.
 */
@Injectable()
export class BookingSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('BookingSweeper');
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<unknown> | undefined;
  private isStopped = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly lapses: BookingLapses,
    private readonly offers: WaitingOffers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.timetable) return;
    const look = () => {
      this.sweeping ??= this.sweep()
        .catch((failure: unknown) => this.logger.error(failure instanceof Error ? failure.message : 'failed'))
        .finally(() => (this.sweeping = undefined));
    };
    this.timer = setInterval(look, LOOK_EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.sweeping;
  }

  /** @returns how many proposals this process took away */
  async sweep(): Promise<number> {
    const system = systemActor(`sweep-${randomUUID()}`);
    const now = this.clock.now();
    let count = 0;
    const lapsed = await this.transactions.run(system, (tx) => tx.prepared<{ id: string }>(LAPSED, [now]));
    for (const { id } of lapsed) {
      if (this.isStopped) return count;
      if (await this.lapses.lapse(id)) count += 1;
    }
    const free = await this.transactions.run(system, (tx) => tx.prepared<FreePlace>(WAITED_FOR, [now]));
    for (const place of free) {
      if (this.isStopped) return count;
      await this.transactions.run(system, async (tx) => {
        const fair = await enterFair(tx, place.fair_id);
        await this.offers.promoteWaiting(tx, fair, place.desk_id, place.slot_id);
      });
    }
    return count;
  }
}
