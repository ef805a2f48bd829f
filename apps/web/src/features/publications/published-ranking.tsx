import type { MoneyUnit } from '@ieum/domain';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { FormulaTip } from '../../components/formula-tip';
import { RankingBars } from '../../components/ranking-bars';
import type { TableColumn } from '../../components/table-column';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { organisationWords } from '../../lib/organisation-messages';
import { rateFormula, showRate } from '../../lib/rate-format';
import type { Publication, PublishedRow } from './api';
import { publicationMessages } from './messages';

interface PublishedProps {
  readonly publication: Publication;
  readonly unit: MoneyUnit;
  /** the frozen rows behind a figure, for those who may see them */
  readonly rowsLink: (departmentId: string) => string | undefined;
}

export function PublishedBars({ publication, unit, rowsLink }: PublishedProps) {
  const t = useMessages(publicationMessages);
  return (
    <RankingBars
      title={t('ranking')}
      note={t('rate')}
      pictureOnly
      rows={publication.rows.map((row) => {
        const to = rowsLink(row.subjectId);
        return {
          id: row.subjectId,
          rank: row.ranks.rate.rank,
          name: row.name,
          rate: row.achievementRate,
          amount: showKrw(row.actualKrw, unit),
          ...(to === undefined ? {} : { to }),
        };
      })}
    />
  );
}

export function PublishedTable({ publication, unit, rowsLink }: PublishedProps) {
  const t = useMessages(publicationMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const { total } = publication;
  const grouped: TableColumn<PublishedRow>[] =
    publication.scope === 'districts'
      ? []
      : [
          { key: 'group', label: t('group'), width: 10, value: (row) => words(`group_${row.group}`) },
          {
            key: 'rankInGroup',
            label: t('rankInGroup'),
            kind: 'number',
            value: (row) => row.ranks.rate.rankInGroup,
          },
        ];
  const columns: readonly TableColumn<PublishedRow>[] = [
    { key: 'subject', label: t('subject'), width: 16, value: (row) => row.name },
    { key: 'rank', label: t('rank'), kind: 'number', width: 8, value: (row) => row.ranks.rate.rank },
    ...grouped,
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
      cell: (row) => {
        const to = rowsLink(row.subjectId);
        const amount = showKrw(row.actualKrw, unit);
        return to === undefined ? amount : <Link to={to}>{amount}</Link>;
      },
    },
    {
      key: 'rate',
      label: t('rate'),
      kind: 'number',
      width: 12,
      value: (row) => row.achievementRate.percent,
      cell: (row) => {
        const formula = rateFormula(row.achievementRate, language);
        return (
          <>
            {showRate(row.achievementRate, language)}
            {formula && <FormulaTip label={row.name} formula={formula} />}
          </>
        );
      },
    },
    {
      key: 'certified',
      label: t('certifiedOnly'),
      kind: 'money',
      width: 16,
      value: (row) => row.certifiedOnlyKrw,
    },
    {
      key: 'growth',
      label: t('growth'),
      kind: 'number',
      width: 15,
      value: (row) => row.growthRate.percent,
      cell: (row) => (row.growthRate.display === null ? t('noGrowth') : `${row.growthRate.display}%`),
    },
  ];
  return (
    <DataTable
      name={`publication-${publication.scope}`}
      caption={t('rankingTitle')}
      columns={columns}
      rows={publication.rows}
      rowKey={(row) => row.subjectId}
      unit={unit}
      totals={{
        label: t('total'),
        cells: {
          target: total.targetKrw ? total.targetKrw : t('noTarget'),
          actual: total.actualKrw,
          rate: showRate(total.rate, language),
          certified: total.certifiedOnlyKrw,
        },
      }}
    />
  );
}
