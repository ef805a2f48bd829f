import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, daysBetween, dueReminder, REMINDER_DAYS, type Day, type ReminderDays } from '@ieum/domain';
import { Transactions, type Tx } from '../../database/transactions';
import { Timetable, type TimetableRun } from '../../jobs/timetable/timetable';
import { NoticeMailService } from '../../notices/mail/notice-mail.service';
import { endingCertificates, keepReminder, type EndingCertificate } from './certificate-reminders.queries';

const PORTION = 200;

/**
 * Reminds the enterprise and the managers of its district 90, 30 and 7 days before a certificate ends, in Ieum and by mail.
 * The reminder and the note that it was sent are written together: never twice, also when the day's work runs again.
 */
@Injectable()
export class CertificateRemindersService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly timetable: Timetable,
    private readonly notices: NoticeMailService,
  ) {}

  onModuleInit(): void {
    this.timetable.register({
      name: 'certificate-reminders',
      at: '08:00',
      work: (run) => this.remind(run),
    });
  }

  private async remind({ day, actor, signal }: TimetableRun): Promise<void> {
    const window = { from: day, to: addDays(day, Math.max(...REMINDER_DAYS)) };
    let after: string | null = null;
    do {
      signal.throwIfAborted();
      const last: string | null = after;
      after = await this.transactions.run(actor, async (tx) => {
        const ending = await endingCertificates(tx, window, last, PORTION);
        for (const certificate of ending) {
          const due = dueReminder(certificate, day);
          if (due !== null) await this.send(tx, certificate, due, day);
        }
        return ending.length < PORTION ? null : (ending.at(-1)?.id ?? null);
      });
    } while (after !== null);
  }

  private async send(tx: Tx, certificate: EndingCertificate, due: ReminderDays, day: Day): Promise<void> {
    const { id, supplierId, supplierName, type, validUntil, institutionId } = certificate;
    if (!(await keepReminder(tx, { certificationId: id, validUntil, daysBefore: due, on: day }))) return;
    const notice = {
      kind: 'certificate_expiring',
      params: { supplierName, certification: type, validUntil, daysLeft: daysBetween(day, validUntil) },
      link: `/suppliers/${supplierId}`,
    } as const;
    await this.notices.publish(
      tx,
      { ...notice, audience: 'enterprise', supplierId, link: '/enterprise/certificates' },
      ...(institutionId === null
        ? []
        : [{ ...notice, audience: 'manager' as const, institutionId, departmentId: null }]),
    );
  }
}
