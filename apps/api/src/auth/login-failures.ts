import { Injectable } from '@nestjs/common';
import { systemActor } from '../common/actor';
import { Transactions } from '../database/transactions';
import { refuse } from '../common/refused';

const ALLOWED_FAILURES = 5;
const LOCK_SECONDS = 15 * 60;

/** Counts failed logins per (account, source): five lock that pair for a quarter of an hour, not the account elsewhere. */
@Injectable()
export class LoginFailures {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Books an attempt before the password is looked at, so that parallel guesses cannot slip past the count.
   * Refuses with LOGIN_LOCKED.
   */
  async book(account: string, source: string, requestId: string): Promise<void> {
    const rows = await this.transactions.run(systemActor(requestId), (tx) =>
      tx.sql<{ failures: number; seconds_left: number }>(
        `INSERT INTO login_failures AS f (account, source, failures) VALUES ($1, $2, 1)
         ON CONFLICT ON CONSTRAINT pk_login_failures DO UPDATE SET
           failures = CASE WHEN f.last_failed_at < now() - make_interval(secs => $3) THEN 1
                           ELSE least(f.failures + 1, $4 + 1) END,
           -- a locked pair stays locked for the time that was said, however often one knocks
           last_failed_at = CASE WHEN f.failures > $4 AND f.last_failed_at >= now() - make_interval(secs => $3)
                                 THEN f.last_failed_at ELSE now() END
         RETURNING failures, ceil($3 - extract(epoch FROM now() - last_failed_at))::int AS seconds_left`,
        [account, source, LOCK_SECONDS, ALLOWED_FAILURES],
      ),
    );
    const row = rows[0];
    if (row !== undefined && row.failures > ALLOWED_FAILURES) {
      refuse('LOGIN_LOCKED', { retryAfterSeconds: row.seconds_left });
    }
  }

  async clear(account: string, source: string, requestId: string): Promise<void> {
    await this.transactions.run(systemActor(requestId), (tx) =>
      tx.sql('DELETE FROM login_failures WHERE account = $1 AND source = $2', [account, source]),
    );
  }
}
