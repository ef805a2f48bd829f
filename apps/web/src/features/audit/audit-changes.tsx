import { Disclosure } from '../../components/disclosure';
import { useMessages } from '../../lib/language';
import type { AuditEvent } from './api';
import { differenceOf } from './audit-difference';
import { auditMessages } from './messages';

interface AuditChangesProps {
  readonly event: AuditEvent;
}

/** The fields that a change touched, before beside after. */
export function AuditChanges({ event }: AuditChangesProps) {
  const t = useMessages(auditMessages);
  const changes = differenceOf(event.before, event.after);
  const show = (text: string | null) => {
    if (text === null) return t('absent');
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
              <th scope="row">{field}</th>
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
