import { Disclosure } from '../../components/disclosure';
import type { Language } from '../../lib/define-messages';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import type { AuditEvent } from './api';
import { differenceOf } from './audit-difference';
import { auditFieldWords } from './audit-field-messages';
import { auditMessages } from './messages';

interface AuditChangesProps {
  readonly event: AuditEvent;
}

/** The fields that a change touched, before beside after. */
export function AuditChanges({ event }: AuditChangesProps) {
  const t = useMessages(auditMessages);
  const { language } = useLanguage();
  const changes = differenceOf(event.before, event.after);
  const show = (text: string | null) => {
    if (text === null) return t('absent');
    if (INSTANT.test(text)) return showInstant(text, language);
    return text === '' ? t('blank') : text;
  };
  if (changes.length === 0) return t('noChanges');
  return (
    <Disclosure title={t('showChanges', { count: changes.length })}>
      <table className="audit-changes">
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{fieldWord(field, language)}</th>
              <td>{show(before)}</td>
              <td>{show(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="audit-changes__request">{t('request', { requestId: event.requestId })}</p>
    </Disclosure>
  );
}

/** As the database prints a moment: 2026-11-20T22:22:38.426643+09:00. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:\d{2}|Z)$/;

/** The word for a column; one without a word appears by its own name. */
function fieldWord(field: string, language: Language): string {
  const words: Readonly<Record<string, string>> = auditFieldWords[language];
  return words[field] ?? field;
}
