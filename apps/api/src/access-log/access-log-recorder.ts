import { Injectable } from '@nestjs/common';
import { AccessRecorder, type Look } from '../common/access-recorder';
import { Clock } from '../common/clock';
import { Transactions } from '../database/transactions';
import { insertLook } from './access-log.queries';

@Injectable()
export class AccessLogRecorder extends AccessRecorder {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One statement for all persons of an answer. */
  record(look: Look): Promise<void> {
    return this.transactions.run(look.actor, (tx) => insertLook(tx, look, this.clock.now()));
  }
}
