import { Link } from 'react-router';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import type { Consultation } from './api';
import { consultationMessages } from './messages';

/** Whom it is about, in one line. */
export function organisationOf(row: Consultation): string | null {
  if (row.institutionName === null) return row.supplierName;
  return [row.institutionName, row.departmentName].filter((part) => part !== null).join(' ');
}

export function useConsultationColumns(): readonly TableColumn<Consultation>[] {
  const t = useMessages(consultationMessages);
  const { language } = useLanguage();
  return [
    {
      key: 'topic',
      label: t('topic'),
      width: 22,
      value: (row) => row.topic,
      cell: (row) => <Link to={`/consultations/${row.id}`}>{row.topic}</Link>,
    },
    {
      key: 'consultedOn',
      label: t('consultedOn'),
      kind: 'day',
      value: (row) => row.consultedOn,
      cell: (row) => showDay(row.consultedOn, language),
    },
    { key: 'callerKind', label: t('callerKind'), width: 8, value: (row) => t(`caller_${row.callerKind}`) },
    { key: 'organisation', label: t('organisation'), width: 13, value: organisationOf },
    { key: 'channel', label: t('channel'), width: 7, value: (row) => t(`channel_${row.channel}`) },
    { key: 'needCount', label: t('needCount'), kind: 'number', width: 7, value: (row) => row.needCount },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => t(row.voidedReason === null ? 'counted' : 'voided'),
      cell: (row) =>
        row.voidedReason === null ? (
          <StateBadge tone="success" label={t('counted')} />
        ) : (
          <StateBadge tone="neutral" label={t('voided')} />
        ),
    },
    { key: 'adviser', label: t('adviser'), width: 10, value: (row) => row.adviserName },
    { key: 'area', label: t('area'), width: 9, hiddenAtFirst: true, value: (row) => row.areaName },
  ];
}
