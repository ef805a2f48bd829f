import { Link } from 'react-router';
import type { TableColumn } from '../../components/table-column';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import type { AccessLogEntry } from './api';
import { accessLogMessages, NAMED_OPERATIONS } from './messages';

export function useAccessLogColumns(): readonly TableColumn<AccessLogEntry>[] {
  const t = useMessages(accessLogMessages);
  const { language } = useLanguage();
  const nameOf = (operation: string) => {
    const known = NAMED_OPERATIONS.find((one) => one === operation);
    return known === undefined ? t('otherOperation', { operation }) : t(`operation_${known}`);
  };
  const whose = (row: AccessLogEntry) =>
    row.subjectName ?? (row.subjectId === null ? t('unlisted') : t('unknown'));
  return [
    {
      key: 'at',
      label: t('at'),
      width: 18,
      value: (row) => row.seenAt,
      cell: (row) => showInstant(row.seenAt, language),
    },
    { key: 'who', label: t('who'), width: 12, value: (row) => row.actorName ?? t('unknown') },
    { key: 'where', label: t('where'), width: 12, value: (row) => row.fromAddress },
    { key: 'operation', label: t('operation'), width: 18, value: (row) => nameOf(row.operation) },
    {
      key: 'whose',
      label: t('whose'),
      width: 20,
      value: whose,
      cell: (row) => (
        <>
          {whose(row)} ({t(`kind_${row.subjectKind}`)})
          {row.subjectId !== null && (
            <div>
              <Link to={`/access-log?subjectId=${row.subjectId}`}>{t('onlyThese')}</Link>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'what',
      label: t('what'),
      width: 20,
      sortable: false,
      cell: (row) => row.fields.map((field) => t(`data_${field}`)).join(', '),
    },
  ];
}
