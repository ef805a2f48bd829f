import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accessLogKeptFrom } from '@ieum/domain';
import { Transactions } from '../database/transactions';
import { Timetable, type TimetableRun } from '../jobs/timetable/timetable';
import { removeLooksBefore } from './access-log.queries';

const PORTION = 10_000;

/** The access log speaks of persons, too: what is older than two years goes. */
@Injectable()
export class AccessLogRemovalService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly timetable: Timetable,
  ) {}

  onModuleInit(): void {
    this.timetable.register({ name: 'access-log-removal', at: '03:30', work: (run) => this.remove(run) });
  }

  private async remove({ day, actor, signal }: TimetableRun): Promise<void> {
    const before = new Date(`${accessLogKeptFrom(day)}T00:00:00+09:00`);
    let gone: number;
    do {
      signal.throwIfAborted();
      gone = await this.transactions.run(actor, (tx) => removeLooksBefore(tx, before, PORTION));
    } while (gone === PORTION);
  }
}
