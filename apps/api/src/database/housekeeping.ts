import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { systemActor } from '../common/actor';
import { Transactions } from './transactions';

const EVERY_MS = 60 * 60 * 1000;

/** What is kept for a while only, and how long (docs/retention.md; api.md: an idempotency key lives 72 hours). */
const EXPIRED = [
  `DELETE FROM idempotency_keys WHERE created_at < now() - interval '72 hours'`,
  `DELETE FROM login_failures WHERE last_failed_at < now() - interval '1 day'`,
  `DELETE FROM claim_lookups WHERE looked_up_on < current_date - 2`,
];

/** Removes working rows whose time is over, once an hour; two processes at it do no harm. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Housekeeping');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly transactions: Transactions) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.removeExpired().catch((failure: unknown) => {
        this.logger.error(failure instanceof Error ? failure.message : 'failed');
      });
    }, EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async removeExpired(): Promise<void> {
    await this.transactions.run(systemActor('housekeeping'), async (tx) => {
      for (const statement of EXPIRED) await tx.sql(statement);
    });
  }
}
