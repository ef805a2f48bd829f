import { CERTIFICATE_NAMES, type NoticeKind, type NoticeParamsByKind } from '@ieum/domain';
import { FAIR_MAILS } from './fair-mail-messages';
import type { MailText } from './mail-text';

export type MailLanguage = 'ko' | 'en';

/** Kinds of notices that are written to people as well, not only shown in Ieum. */
export const MAILED_KINDS = [
  'certificate_expiring',
  'supplier_request_received',
  'supplier_request_extended',
  'supplier_request_answered',
  'supplier_survey_sent',
  'contract_offered',
  'fair_application_decided',
  'fair_booking_asked',
  'fair_booking_changed',
  'fair_place_offered',
] as const satisfies readonly NoticeKind[];
export type MailedKind = (typeof MAILED_KINDS)[number];

type Texts = {
  readonly [Kind in MailedKind]: (params: NoticeParamsByKind[Kind]) => MailText;
};

const TEXTS: Readonly<Record<MailLanguage, Texts>> = {
  ko: {
    ...FAIR_MAILS.ko,
    certificate_expiring: ({ supplierName, certification, validUntil, daysLeft }) => ({
      subject: `[이음] ${CERTIFICATE_NAMES[certification].ko} 유효기간이 ${daysLeft}일 남았습니다`,
      lines: [
        `${supplierName}의 ${CERTIFICATE_NAMES[certification].ko} 유효기간이 ${validUntil}에 끝납니다. ${daysLeft}일 남았습니다.`,
        '유효기간이 지난 뒤의 구매는 구매목표 실적으로 인정되지 않습니다. 갱신하셨으면 이음에 새 인증서를 등록해 주십시오.',
      ],
    }),
    supplier_request_received: ({ institutionName, title }) => ({
      subject: `[이음] 요청이 왔습니다: ${title}`,
      lines: [
        `${institutionName}에서 요청을 보냈습니다: ${title}`,
        '이음에서 내용을 보시고 답변해 주십시오.',
      ],
    }),
    supplier_request_extended: ({ institutionName, title, answerBy }) => ({
      subject: `[이음] 답변 기한이 ${answerBy}까지로 늘었습니다: ${title}`,
      lines: [`${institutionName}에서 답변 기한을 ${answerBy}까지로 늘렸습니다: ${title}`],
    }),
    supplier_request_answered: ({ supplierName, title, decision }) => ({
      subject: `[이음] ${decision === 'answered' ? '요청에 답했습니다' : '요청을 사양했습니다'}: ${title}`,
      lines: [
        `${supplierName}에서 ${decision === 'answered' ? '요청에 답했습니다' : '요청을 사양했습니다'}: ${title}`,
      ],
    }),
    supplier_survey_sent: ({ year }) => ({
      subject: `[이음] ${year}년 기업 조사에 답해 주십시오`,
      lines: ['공공기관에 판매하실 수 있는지 여쭙니다. 이음에서 답변해 주십시오.'],
    }),
    contract_offered: ({ item, valueKrw }) => ({
      subject: `[이음] 구매로 등록할 계약이 있습니다: ${item}`,
      lines: [`구매로 등록할 계약이 있습니다: ${item} (${valueKrw.toLocaleString('ko-KR')}원)`],
    }),
    fair_application_decided: ({ fairName, decision, reason }) => ({
      subject: `[이음] 박람회 참가 신청이 ${decision === 'confirmed' ? '확정되었습니다' : '거절되었습니다'}: ${fairName}`,
      lines:
        decision === 'confirmed'
          ? [`${fairName} 참가가 확정되었습니다.`, '이음에서 희망 상담과 상담 일정을 보실 수 있습니다.']
          : [`${fairName} 참가 신청이 거절되었습니다.`, `사유: ${reason ?? ''}`],
    }),
  },
  en: {
    ...FAIR_MAILS.en,
    certificate_expiring: ({ supplierName, certification, validUntil, daysLeft }) => ({
      subject: `[Ieum] ${daysLeft} days left: ${CERTIFICATE_NAMES[certification].en}`,
      lines: [
        `The certificate of ${supplierName} (${CERTIFICATE_NAMES[certification].en}) ends on ${validUntil}: ${daysLeft} days left.`,
        'What is bought after that day does not count towards the purchase targets. If it was renewed, please enter the new certificate in Ieum.',
      ],
    }),
    supplier_request_received: ({ institutionName, title }) => ({
      subject: `[Ieum] A request: ${title}`,
      lines: [`${institutionName} sent a request: ${title}`, 'Please read it in Ieum and answer.'],
    }),
    supplier_request_extended: ({ institutionName, title, answerBy }) => ({
      subject: `[Ieum] More time to answer, until ${answerBy}: ${title}`,
      lines: [`${institutionName} gives you until ${answerBy} to answer: ${title}`],
    }),
    supplier_request_answered: ({ supplierName, title, decision }) => ({
      subject: `[Ieum] ${decision === 'answered' ? 'Answered' : 'Declined'}: ${title}`,
      lines: [`${supplierName} ${decision === 'answered' ? 'answered' : 'declined'} the request: ${title}`],
    }),
    supplier_survey_sent: ({ year }) => ({
      subject: `[Ieum] Please answer the survey of ${year}`,
      lines: ['Can you sell to public institutions? Please answer in Ieum.'],
    }),
    contract_offered: ({ item, valueKrw }) => ({
      subject: `[Ieum] A contract waits to be entered as a purchase: ${item}`,
      lines: [
        `A contract waits to be entered as a purchase: ${item} (${valueKrw.toLocaleString('ko-KR')} won)`,
      ],
    }),
    fair_application_decided: ({ fairName, decision, reason }) => ({
      subject: `[Ieum] Your application to a fair was ${decision}: ${fairName}`,
      lines:
        decision === 'confirmed'
          ? [
              `Your enterprise exhibits at ${fairName}.`,
              'In Ieum you can say whom you want to meet, and see your meetings.',
            ]
          : [`Your application to ${fairName} was declined.`, `Reason: ${reason ?? ''}`],
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
