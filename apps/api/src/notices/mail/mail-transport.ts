import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../../config/config';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * sent: the server took it. refused: it never will (5xx for this address or text). later: it may take this one another
 * time. down: no answer, or a fault of the settings that somebody may mend; nothing else would go through either.
 */
export type MailOutcome = 'sent' | 'refused' | 'later' | 'down';

/** Nothing that could end the address or begin another header, another recipient or a comment. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/u;
const CONTROL = /\p{Cc}+/gu;
const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;
/** Codes of nodemailer for what the server said to the recipient or to the message. */
const OF_THIS_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/** The one door to SMTP. It reads no file and no address of the net, and says nothing of people in what it throws. */
@Injectable()
export class MailTransport {
  private readonly smtp: ReturnType<typeof createTransport> | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.smtp =
      config.mail === null
        ? null
        : createTransport(
            {
              url: config.mail.smtpUrl,
              connectionTimeout: CONNECT_MS,
              greetingTimeout: CONNECT_MS,
              socketTimeout: ANSWER_MS,
              disableFileAccess: true,
              disableUrlAccess: true,
            },
            { from: config.mail.from, headers: { 'Auto-Submitted': 'auto-generated' } },
          );
  }

  get isOn(): boolean {
    return this.smtp !== null;
  }

  /** Sends to one person: nobody sees who else was written to. */
  async send({ to, subject, text }: Mail): Promise<MailOutcome> {
    if (this.smtp === null || !ADDRESS.test(to)) return 'refused';
    try {
      await this.smtp.sendMail({
        to: { name: '', address: to },
        subject: subject.replace(CONTROL, ' ').trim(),
        text,
      });
      return 'sent';
    } catch (failure) {
      return outcomeOf(failure);
    }
  }
}

function outcomeOf(failure: unknown): MailOutcome {
  if (!(failure instanceof Error)) return 'down';
  const code: unknown = Reflect.get(failure, 'code');
  const status: unknown = Reflect.get(failure, 'responseCode');
  if (typeof code !== 'string' || !OF_THIS_MAIL.has(code) || typeof status !== 'number') return 'down';
  return status >= 500 ? 'refused' : 'later';
}
