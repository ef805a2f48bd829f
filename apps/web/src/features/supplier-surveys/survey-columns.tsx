import { Link } from 'react-router';
import { Button } from '../../components/button';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import type { SupplierSurvey } from './api';
import { surveyMessages } from './messages';
import { SurveyStateBadge } from './survey-state-badge';

/** @param onVisit opens the second round of a survey; null = the reader may not */
export function useSurveyColumns(
  onVisit: ((survey: SupplierSurvey) => void) | null,
): readonly TableColumn<SupplierSurvey>[] {
  const t = useMessages(surveyMessages);
  const { language } = useLanguage();
  return [
    {
      key: 'supplier',
      label: t('supplier'),
      width: 16,
      value: (row) => row.supplierName,
      cell: (row) => <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>,
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <SurveyStateBadge state={row.state} />,
    },
    { key: 'offers', label: t('offers'), width: 18, value: (row) => row.offers },
    { key: 'capacity', label: t('capacity'), width: 16, hiddenAtFirst: true, value: (row) => row.capacity },
    {
      key: 'obstacles',
      label: t('obstacles'),
      width: 16,
      hiddenAtFirst: true,
      value: (row) => row.obstacles,
    },
    {
      key: 'sentOn',
      label: t('sentOn'),
      kind: 'day',
      hiddenAtFirst: true,
      value: (row) => row.sentOn,
      cell: (row) => showDay(row.sentOn, language),
    },
    {
      key: 'answeredOn',
      label: t('answeredOn'),
      kind: 'day',
      value: (row) => row.answeredOn,
      cell: (row) => showDay(row.answeredOn, language),
    },
    {
      key: 'visitedOn',
      label: t('visitedOn'),
      kind: 'day',
      value: (row) => row.visitedOn,
      cell: (row) => showDay(row.visitedOn, language),
    },
    { key: 'visit', label: t('visit'), width: 18, hiddenAtFirst: true, value: (row) => row.visitOutcome },
    { key: 'area', label: t('area'), width: 9, hiddenAtFirst: true, value: (row) => row.areaName },
    {
      key: 'action',
      label: t('secondRound'),
      kind: 'action',
      sortable: false,
      cell: (row) =>
        row.state === 'can_sell' && onVisit !== null ? (
          <Button
            size="small"
            variant="secondary"
            aria-label={t('linkOf', { name: row.supplierName })}
            onClick={() => onVisit(row)}
          >
            {t('link')}
          </Button>
        ) : null,
    },
  ];
}
