import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { PoolClient } from 'pg';
import { dueDayOf, isTimeOfDay, type Day, type TimeOfDay } from '@ieum/domain';
import { systemActor, type Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { CONFIG, type Config } from '../../config/config';
import { Transactions } from '../../database/transactions';
import { beginRun, finishRun } from './timetable.queries';

const LOOK_EVERY_MS = 60_000;

/** One piece of work for one day. */
export interface TimetableRun {
  /** the day whose turn it is, in the Korean calendar; after downtime the latest one, not each that was missed */
  readonly day: Day;
  /** the system itself: nobody asked for this work */
  readonly actor: Actor;
  /** Aborted when the process shuts down: stop between two steps by throwIfAborted(); it is done again later. */
  readonly signal: AbortSignal;
}

export interface TimetableEntry {
  /** unique, and kept for ever: the days that are done are kept under it */
  readonly name: string;
  /** Korean time, once a day */
  readonly at: TimeOfDay;
  /** May run again after a failure or a crash, so it has to find what it already did. */
  work(run: TimetableRun): Promise<void>;
}

/**
 * Work that the clock starts. Every process looks once a minute which entry's time has come; the one that gets the
 * entry's lock does it and writes the day down, so each day is done once, also after a restart. The lock belongs to a
 * connection: a process that dies lets go of it, and another one takes the work up.
 */
@Injectable()
export class Timetable implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Timetable');
  private readonly entries = new Map<string, TimetableEntry>();
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Call it in onModuleInit: the first look is when all modules are there. */
  register(entry: TimetableEntry): void {
    if (this.entries.has(entry.name)) throw new Error(`two entries named ${entry.name} in the timetable`);
    if (!isTimeOfDay(entry.at)) throw new Error(`${entry.name} is due at no time of day: ${entry.at}`);
    this.entries.set(entry.name, entry);
  }

  onApplicationBootstrap(): void {
    if (!this.config.timetable) return;
    const look = () => (this.looking ??= this.look().finally(() => (this.looking = undefined)));
    void look();
    this.timer = setInterval(() => void look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stop.abort();
    await this.looking;
  }

  /** Does what is due and not done, one entry after the other. A failure is logged, and tried again later. */
  async look(): Promise<void> {
    for (const entry of this.entries.values()) {
      if (this.stop.signal.aborted) return;
      await this.alone(entry.name, () => this.doOnce(entry)).catch((failure: unknown) => {
        if (!this.stop.signal.aborted)
          this.logger.error(`${entry.name}: ${failure instanceof Error ? failure.message : 'failed'}`);
      });
    }
  }

  private async doOnce(entry: TimetableEntry): Promise<void> {
    const now = this.clock.now();
    const day = dueDayOf(entry.at, now);
    const actor = systemActor(`timetable-${randomUUID()}`);
    if (!(await this.transactions.run(actor, (tx) => beginRun(tx, entry.name, day, now)))) return;
    await entry.work({ day, actor, signal: this.stop.signal });
    await this.transactions.run(actor, (tx) => finishRun(tx, entry.name, day, this.clock.now()));
  }

  /** Runs the work while no other process does; leaves it to that one otherwise. */
  private async alone(name: string, work: () => Promise<void>): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    const lock = `hashtextextended('timetable ' || $1, 0)`;
    try {
      const client: PoolClient = await runner.connect();
      const { rows } = await client.query<{ taken: boolean }>(
        `SELECT pg_try_advisory_lock(${lock}) AS taken`,
        [name],
      );
      if (rows[0]?.taken !== true) return;
      try {
        await work();
      } finally {
        await client.query(`SELECT pg_advisory_unlock(${lock})`, [name]);
      }
    } finally {
      await runner.release();
    }
  }
}
