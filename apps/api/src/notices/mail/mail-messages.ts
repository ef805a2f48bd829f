import { CERTIFICATE_NAMES, type NoticeKind, type NoticeParamsByKind } from '@ieum/domain';

export type MailLanguage = 'ko' | 'en';

/** Kinds of notices that are written to people as well, not only shown in Ieum. */
export const MAILED_KINDS = ['certificate_expiring'] as const satisfies readonly NoticeKind[];
export type MailedKind = (typeof MAILED_KINDS)[number];

export interface MailText {
  readonly subject: string;
  readonly lines: readonly string[];
}

type Texts = {
  readonly [Kind in MailedKind]: (params: NoticeParamsByKind[Kind]) => MailText;
};

const TEXTS: Readonly<Record<MailLanguage, Texts>> = {
  ko: {
    certificate_expiring: ({ supplierName, certification, validUntil, daysLeft }) => ({
      subject: `[이음] ${CERTIFICATE_NAMES[certification].ko} 유효기간이 ${daysLeft}일 남았습니다`,
      lines: [
        `${supplierName}의 ${CERTIFICATE_NAMES[certification].ko} 유효기간이 ${validUntil}에 끝납니다. ${daysLeft}일 남았습니다.`,
        '유효기간이 지난 뒤의 구매는 구매목표 실적으로 인정되지 않습니다. 갱신하셨으면 이음에 새 인증서를 등록해 주십시오.',
      ],
    }),
  },
  en: {
    certificate_expiring: ({ supplierName, certification, validUntil, daysLeft }) => ({
      subject: `[Ieum] ${daysLeft} days left: ${CERTIFICATE_NAMES[certification].en}`,
      lines: [
        `The certificate of ${supplierName} (${CERTIFICATE_NAMES[certification].en}) ends on ${validUntil}: ${daysLeft} days left.`,
        'What is bought after that day does not count towards the purchase targets. If it was renewed, please enter the new certificate in Ieum.',
      ],
    }),
  },
};

const OPEN_HERE: Readonly<Record<MailLanguage, string>> = { ko: '이음에서 보기', en: 'Open in Ieum' };
const SENT_BY_MACHINE: Readonly<Record<MailLanguage, string>> = {
  ko: '이 메일은 이음이 자동으로 보냈습니다. 회신하지 않으셔도 됩니다.',
  en: 'This mail was sent by Ieum. There is no need to answer.',
};

/** @param address of the screen it leads to; null = the mail has no link */
export function mailTextOf<Kind extends MailedKind>(
  kind: Kind,
  params: NoticeParamsByKind[Kind],
  address: string | null,
  language: MailLanguage,
): { readonly subject: string; readonly text: string } {
  const { subject, lines } = TEXTS[language][kind](params);
  const link = address === null ? [] : [`${OPEN_HERE[language]}: ${address}`];
  return { subject, text: [...lines, ...link, SENT_BY_MACHINE[language]].join('\n\n') };
}
