import { Link } from 'react-router';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import type { Visit } from './api';
import { visitMessages } from './messages';
import { VisitStateBadge } from './visit-state-badge';

export function useVisitColumns(): readonly TableColumn<Visit>[] {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  return [
    {
      key: 'visitee',
      label: t('visitee'),
      width: 18,
      value: (row) => row.visiteeName,
      cell: (row) => (
        <Link to={`/visits/${row.id}`}>
          {[row.visiteeName, row.departmentName].filter(Boolean).join(' ')}
        </Link>
      ),
    },
    {
      key: 'visitedOn',
      label: t('visitedOn'),
      kind: 'day',
      value: (row) => row.visitedOn,
      cell: (row) => showDay(row.visitedOn, language),
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <VisitStateBadge state={row.state} />,
    },
    { key: 'kind', label: t('visiteeKind'), width: 12, value: (row) => t(`kind_${row.visiteeKind}`) },
    { key: 'purpose', label: t('purpose'), width: 12, value: (row) => t(`purpose_${row.purpose}`) },
    { key: 'result', label: t('result'), width: 22, value: (row) => row.result, hiddenAtFirst: true },
    { key: 'nextStep', label: t('nextStep'), width: 18, value: (row) => row.nextStep },
    {
      key: 'nextStepOn',
      label: t('nextStepOn'),
      kind: 'day',
      value: (row) => row.nextStepOn,
      cell: (row) => showDay(row.nextStepOn, language),
    },
    { key: 'needs', label: t('needs'), kind: 'number', value: (row) => row.needCount },
    { key: 'area', label: t('area'), width: 11, value: (row) => row.areaName, hiddenAtFirst: true },
    { key: 'adviser', label: t('adviser'), width: 12, value: (row) => row.adviserName },
  ];
}
