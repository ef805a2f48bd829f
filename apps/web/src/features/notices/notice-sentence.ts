import {
  BOOKING_CHANGES,
  CERTIFICATION_TYPES,
  HAMKKE_NURI_MALL,
  SOCIAL_ECONOMY,
  VERIFICATION_SUBJECTS,
} from '@ieum/domain';
import { useCallback } from 'react';
import { showDay, showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import type { NoticeRow } from './api';
import { noticeMessages } from './messages';

/** The sentence of a notice in the reader's language; a kind without one does not compile. */
export function useNoticeSentence(): (notice: Pick<NoticeRow, 'kind' | 'params'>) => string {
  const t = useMessages(noticeMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  return useCallback(
    ({ kind, params }) => {
      const facts = new Map<string, unknown>(Object.entries(params));
      const text = (name: string) => String(facts.get(name) ?? '–');
      const won = (name: string) => {
        const amount = facts.get(name);
        return typeof amount === 'number' ? t('won', { amount: showKrw(amount) }) : t('noTarget');
      };
      const day = (name: string) => showDay(text(name), language);
      const instant = (name: string) => showInstant(facts.has(name) ? text(name) : null, language);
      const year = text('fiscalYear');
      const quarter = text('quarter');
      const reason = text('reason');
      const certificationName = (value: unknown) => {
        const type = CERTIFICATION_TYPES.find((one) => one === value);
        return type === undefined ? '–' : words(`certificate_${type}`);
      };
      const subjectName = (value: unknown) => {
        const subject = VERIFICATION_SUBJECTS.find((one) => one === value);
        return subject === undefined ? '–' : t(`subject_${subject}`);
      };
      const meeting = () => ({
        fair: text('fairName'),
        desk: text('deskName'),
        supplier: text('supplierName'),
        time: instant('startsAt'),
        until: instant('heldUntil'),
      });
      switch (kind) {
        case 'survey_opened':
          return typeof facts.get('dueOn') === 'string'
            ? t('survey_opened_due', { year, day: day('dueOn') })
            : t('survey_opened', { year });
        case 'survey_returned':
          return t('survey_returned', { year, reason });
        case 'targets_notified':
          return t('targets_notified', { year, target: won('targetKrw'), mall: won('mallTargetKrw') });
        case 'target_revised': {
          const code = text('scheme');
          const scheme =
            code === SOCIAL_ECONOMY || code === HAMKKE_NURI_MALL ? words(`scheme_${code}`) : code;
          return t('target_revised', { year, scheme, from: won('fromKrw'), to: won('toKrw'), reason });
        }
        case 'targets_acknowledged':
          return t('targets_acknowledged', { year });
        case 'purchase_returned':
          return t('purchase_returned', { item: text('item'), amount: won('amountKrw'), reason });
        case 'period_all_submitted':
          return t('period_all_submitted', { year, quarter });
        case 'period_closed':
          return t('period_closed', { year, quarter });
        case 'period_reopened':
          return t('period_reopened', { year, quarter, reason });
        case 'publication_published':
          return t('publication_published', { year, version: text('publicationVersion'), day: day('asOf') });
        case 'certificate_expiring':
          return t('certificate_expiring', {
            supplier: text('supplierName'),
            certification: certificationName(facts.get('certification')),
            day: day('validUntil'),
            days: text('daysLeft'),
          });
        case 'verification_requested':
          return t('verification_requested', {
            supplier: text('supplierName'),
            subject: subjectName(facts.get('subject')),
          });
        case 'verification_decided': {
          const subject = subjectName(facts.get('subject'));
          return facts.get('decision') === 'refused'
            ? t('verification_refused', { subject, reason })
            : t('verification_verified', { subject });
        }
        case 'contract_offered':
          return t('contract_offered', { item: text('item'), amount: won('valueKrw') });
        case 'fair_schedule_published':
          return t('fair_schedule_published', { fair: text('fairName'), count: text('meetings') });
        case 'fair_application_decided': {
          const fair = text('fairName');
          return facts.get('decision') === 'declined'
            ? t('fair_application_declined', { fair, reason })
            : t('fair_application_confirmed', { fair });
        }
        case 'fair_booking_asked':
        case 'fair_place_offered':
          return t(kind, meeting());
        case 'fair_booking_changed': {
          const change = BOOKING_CHANGES.find((one) => one === facts.get('change')) ?? 'moved';
          return t(`fair_booking_${change}`, { ...meeting(), reason });
        }
        case 'supplier_request_received':
          return t('supplier_request_received', {
            institution: text('institutionName'),
            title: text('title'),
          });
        case 'supplier_request_extended':
          return t('supplier_request_extended', {
            institution: text('institutionName'),
            title: text('title'),
            day: day('answerBy'),
          });
        case 'supplier_request_answered': {
          const names = { supplier: text('supplierName'), title: text('title') };
          return facts.get('decision') === 'declined'
            ? t('supplier_request_declined', names)
            : t('supplier_request_answered', names);
        }
        case 'supplier_survey_sent':
          return t('supplier_survey_sent', { year: text('year') });
        case 'purchases_to_recount':
          return t('purchases_to_recount', { supplier: text('supplierName'), count: text('count') });
      }
    },
    [t, words, language],
  );
}
