import type { INestApplicationContext } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { systemActor } from '../common/actor';
import { Transactions } from '../database/transactions';

const LOOK_EVERY_MILLISECONDS = 100;
const PATIENCE_MILLISECONDS = 60_000;

/**
 * Waits for what the seed set in motion, such as the purchases that a revocation touches: the program ends after it,
 * and a job that was cut short would be done some seconds after the demo is there. Gives up quietly: what is left is
 * done by the API.
 */
export async function untilJobsAreDone(app: INestApplicationContext): Promise<void> {
  const transactions = app.get(Transactions, { strict: false });
  const until = performance.now() + PATIENCE_MILLISECONDS;
  while (performance.now() < until) {
    const [waiting] = await transactions.run(systemActor('demo-seed'), (tx) =>
      tx.sql<{ any: boolean }>(
        `SELECT EXISTS (SELECT FROM jobs WHERE state NOT IN ('succeeded', 'failed')) AS "any"`,
      ),
    );
    if (waiting?.any !== true) return;
    await pause(LOOK_EVERY_MILLISECONDS);
  }
}
