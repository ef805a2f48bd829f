import type { MoneyUnit } from '@ieum/domain';
import { useMemo } from 'react';
import { DataTable } from '../../components/data-table';
import { FormulaTip } from '../../components/formula-tip';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { TextOrLink } from '../../components/text-or-link';
import type { TableColumn } from '../../components/table-column';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { organisationWords } from '../../lib/organisation-messages';
import { useRowsLink } from '../../lib/purchase-link';
import { rateFormula, showRate } from '../../lib/rate-format';
import type { Report, ReportRow } from './api';
import { achievementMessages } from './messages';

interface AchievementTableProps {
  readonly report: Report;
  readonly caption: string;
  readonly unit: MoneyUnit;
}

const STATUS_TONE: Readonly<Record<NonNullable<ReportRow['pace']['status']>, BadgeTone>> = {
  reached: 'success',
  on_track: 'information',
  behind: 'warning',
};

/** The same data as the bars, to be sorted; amounts open their rows. */
export function AchievementTable({ report, caption, unit }: AchievementTableProps) {
  const t = useMessages(achievementMessages);
  const columns = useColumns(report, unit);
  const { language } = useLanguage();
  const { total } = report;
  return (
    <DataTable
      name="achievements"
      caption={caption}
      columns={columns}
      rows={report.items}
      rowKey={(row) => row.id ?? row.name ?? ''}
      unit={unit}
      totals={{
        label: t(report.groupBy === 'institution' ? 'totalAll' : 'total'),
        cells: {
          target: total.targetKrw ? total.targetKrw : t('noTarget'),
          actual: total.actualKrw,
          rate: showRate(total.rate, language),
          pace: total.pace.expectedKrw ?? '–',
          forecast: total.forecastKrw ?? '–',
          certified: total.certifiedOnly.actualKrw,
          count: total.purchaseCount.toLocaleString('ko-KR'),
        },
      }}
    />
  );
}

function useColumns(report: Report, unit: MoneyUnit): readonly TableColumn<ReportRow>[] {
  const t = useMessages(achievementMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const rowsLink = useRowsLink();
  const byInstitution = report.groupBy === 'institution';
  return useMemo(() => {
    const groupOf = (row: ReportRow) => (row.group === null ? null : words(`group_${row.group}`));
    const group: TableColumn<ReportRow>[] = byInstitution
      ? []
      : [{ key: 'group', label: t('group'), value: groupOf, width: 9 }];
    return [
      { key: 'name', label: t(byInstitution ? 'nameInstitution' : 'name'), value: (row) => row.name },
      ...group,
      {
        key: 'target',
        label: t('target'),
        kind: 'money',
        value: (row) => row.targetKrw,
        cell: (row) => (row.targetKrw ? showKrw(row.targetKrw, unit) : t('noTarget')),
      },
      {
        key: 'actual',
        label: t('actual'),
        kind: 'money',
        value: (row) => row.actualKrw,
        cell: (row) => <TextOrLink to={rowsLink(row.rows)}>{showKrw(row.actualKrw, unit)}</TextOrLink>,
      },
      {
        key: 'rate',
        label: t('rate'),
        kind: 'number',
        width: 12,
        value: (row) => row.rate.percent,
        cell: (row) => {
          const formula = rateFormula(row.rate, language);
          return (
            <>
              {showRate(row.rate, language)}
              {formula && <FormulaTip label={row.name ?? ''} formula={formula} />}
            </>
          );
        },
      },
      {
        key: 'status',
        label: t('status'),
        kind: 'state',
        value: (row) => row.pace.status,
        cell: ({ pace: { status } }) =>
          status === null ? '–' : <StateBadge tone={STATUS_TONE[status]} label={t(`status_${status}`)} />,
      },
      { key: 'pace', label: t('pace'), kind: 'money', value: (row) => row.pace.expectedKrw },
      { key: 'forecast', label: t('forecast'), kind: 'money', value: (row) => row.forecastKrw },
      {
        key: 'certified',
        label: t('certifiedOnly'),
        kind: 'money',
        width: 16,
        value: (row) => row.certifiedOnly.actualKrw,
        cell: (row) => (
          <TextOrLink to={rowsLink(row.certifiedOnly.rows)}>
            {showKrw(row.certifiedOnly.actualKrw, unit)}
          </TextOrLink>
        ),
      },
      { key: 'count', label: t('purchases'), kind: 'number', value: (row) => row.purchaseCount },
    ];
  }, [t, words, language, unit, byInstitution, rowsLink]);
}
