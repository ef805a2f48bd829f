import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { NoticeAudience, NoticeParamsByKind } from '@ieum/domain';
import { systemActor } from '../../common/actor';
import { CONFIG, type Config } from '../../config/config';
import { refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { JobHandlers, type JobOutcome, type RunningJob } from '../../jobs/job-handlers';
import { JobsService } from '../../jobs/jobs.service';
import { NoticesService, type NewNotice } from '../notices.service';
import { MAILED_KINDS, mailTextOf, type MailedKind } from './mail-messages';
import { MailTransport } from './mail-transport';

const MAIL_JOB = 'mail.send';
/** About sixteen hours of growing waits: a mail server that is down over night is no loss. */
const MAX_ATTEMPTS = 12;
const BUSY_SECONDS = 60;

interface MailedNotice {
  id: string;
  kind: string;
  params: NoticeParamsByKind[MailedKind];
  link: string | null;
  audience: NoticeAudience;
  institution_id: string | null;
  department_id: string | null;
  supplier_id: string | null;
  user_id: string | null;
}

/** One notice to write that people get as mail, too. */
export type NewMailedNotice = Extract<NewNotice, { readonly kind: MailedKind }>;

interface Recipient {
  id: string;
  email: string;
}

/** Writes notices to the people they are for, as mail, when SMTP is configured. */
@Injectable()
export class NoticeMailService implements OnModuleInit {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
    private readonly jobs: JobsService,
    private readonly notices: NoticesService,
    private readonly transport: MailTransport,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(MAIL_JOB, { run: (job) => this.send(job) });
  }

  /**
   * Publishes notices and puts their mails on the queue, in the caller's transaction, which never waits for a mail server.
   * Without SMTP they are notices only.
   */
  async publish(tx: Tx, ...notices: readonly NewMailedNotice[]): Promise<void> {
    const ids = await tx.sql<{ id: string }>('SELECT uuidv7() AS id FROM generate_series(1, $1)', [
      notices.length,
    ]);
    await this.notices.publish(tx, ...notices.map((notice, index) => withId(notice, ids[index]?.id)));
    if (!this.transport.isOn) return;
    for (const { id: noticeId } of ids) {
      await this.jobs.enqueue(tx, {
        kind: MAIL_JOB,
        institutionId: null,
        payload: { noticeId },
        line: 'mail',
        maxAttempts: MAX_ATTEMPTS,
      });
    }
  }

  /** One mail a person. Whoever was reached before a failure is not written to again. */
  private async send(job: RunningJob): Promise<JobOutcome> {
    const { mail } = this.config;
    const noticeId = job.payload['noticeId'] ?? '';
    // Whoever caused the notice does not see whom it reaches: an enterprise's answer goes to an adviser.
    const system = systemActor(job.actor.requestId);
    const notice = await this.transactions.run(system, (tx) => noticeOf(tx, noticeId));
    if (mail === null || notice === undefined || !isMailed(notice.kind)) return {};
    const address =
      mail.publicUrl === null || notice.link === null ? null : `${mail.publicUrl}${notice.link}`;
    const text = mailTextOf(notice.kind, notice.params, address, mail.language);
    let isUnfinished = false;
    for (const person of await this.transactions.run(system, (tx) => recipientsOf(tx, notice))) {
      job.signal.throwIfAborted();
      const outcome = await this.transport.send({ to: person.email, ...text });
      isUnfinished ||= outcome === 'later' || outcome === 'down';
      if (outcome === 'down') break;
      if (outcome === 'later') continue;
      if (outcome === 'refused')
        this.logger.warn(`the mail server refused notice ${notice.id} for one person`);
      await this.transactions.run(system, (tx) => keepDelivery(tx, notice.id, person.id, outcome));
    }
    // The queue waits and tries again.
    if (isUnfinished) refuse('SERVICE_BUSY', { retryAfterSeconds: BUSY_SECONDS });
    return {};
  }
}

function withId<Notice extends NewNotice>(notice: Notice, id: string | undefined): Notice {
  return id === undefined ? notice : { ...notice, id };
}

function isMailed(kind: string): kind is MailedKind {
  return MAILED_KINDS.some((mailed) => mailed === kind);
}

async function noticeOf(tx: Tx, id: string): Promise<MailedNotice | undefined> {
  const rows = await tx.sql<MailedNotice>(
    `SELECT id, kind, params, link, audience, institution_id, department_id, supplier_id, user_id FROM notices WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/** Active accounts that see the notice in Ieum (NoticesService), without those it has reached. */
function recipientsOf(tx: Tx, notice: MailedNotice): Promise<Recipient[]> {
  return tx.sql<Recipient>(
    `SELECT u.id, u.email FROM users u
     WHERE u.state = 'active' AND u.role = $2 AND u.institution_id IS NOT DISTINCT FROM $3::uuid
       AND u.enterprise_id IS NOT DISTINCT FROM $4::uuid AND ($5::uuid IS NULL OR u.department_id = $5)
       AND ($6::uuid IS NULL OR u.id = $6)
       AND NOT EXISTS (SELECT FROM mail_deliveries m WHERE m.notice_id = $1 AND m.user_id = u.id)
     ORDER BY u.id`,
    [
      notice.id,
      notice.audience,
      notice.institution_id,
      notice.supplier_id,
      notice.department_id,
      notice.user_id,
    ],
  );
}

async function keepDelivery(
  tx: Tx,
  noticeId: string,
  userId: string,
  outcome: 'sent' | 'refused',
): Promise<void> {
  await tx.sql(
    `INSERT INTO mail_deliveries (notice_id, user_id, outcome) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT pk_mail_deliveries DO NOTHING`,
    [noticeId, userId, outcome],
  );
}
