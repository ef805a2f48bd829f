import type { MoneyUnit } from '@ieum/domain';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { FormulaTip } from '../../components/formula-tip';
import type { TableColumn } from '../../components/table-column';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { organisationWords } from '../../lib/organisation-messages';
import { rateFormula, showRate, type ShownRate } from '../../lib/rate-format';
import { useSession } from '../../lib/session';
import type { Ranking, RankingRow } from './api';
import { rankingMessages } from './messages';
import { rowsLink } from './ranking-view';

interface RankingTableProps {
  readonly ranking: Ranking;
  readonly unit: MoneyUnit;
}

/** The ranking as rows, in rank order until somebody sorts. */
export function RankingTable({ ranking, unit }: RankingTableProps) {
  const t = useMessages(rankingMessages);
  const columns = useColumns(ranking.scope === 'departments', unit);
  const sum = (amountOf: (row: RankingRow) => number | null) =>
    ranking.items.reduce((total, row) => total + (amountOf(row) ?? 0), 0);
  return (
    <DataTable
      name={`ranking-${ranking.scope}`}
      caption={t('tableTitle')}
      columns={columns}
      rows={ranking.items}
      rowKey={(row) => row.subjectId}
      unit={unit}
      totals={{
        label: t('total', { count: ranking.items.length }),
        cells: {
          target: sum((row) => row.targetKrw),
          actual: sum((row) => row.actualKrw),
          previous: sum((row) => row.previousKrw),
        },
      }}
    />
  );
}

function useColumns(grouped: boolean, unit: MoneyUnit): readonly TableColumn<RankingRow>[] {
  const t = useMessages(rankingMessages);
  const words = useMessages(organisationWords);
  const { user } = useSession();
  return useMemo(() => {
    const inGroup: TableColumn<RankingRow>[] = grouped
      ? [
          { key: 'group', label: t('group'), value: (row) => words(`group_${row.group}`), width: 10 },
          { key: 'rankInGroup', label: t('rankInGroup'), kind: 'number', value: (row) => row.rankInGroup },
        ]
      : [];
    return [
      { key: 'name', label: t('name'), value: (row) => row.name, width: 16 },
      { key: 'rank', label: t('rank'), kind: 'number', width: 8, value: (row) => row.rank },
      ...inGroup,
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
          const to = rowsLink(row, user);
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
        cell: (row) => <RateCell name={row.name} rate={row.achievementRate} none={t('noTarget')} />,
      },
      { key: 'previous', label: t('previous'), kind: 'money', value: (row) => row.previousKrw },
      {
        key: 'growth',
        label: t('growth'),
        kind: 'number',
        width: 15,
        value: (row) => row.growthRate.percent,
        cell: (row) => <RateCell name={row.name} rate={row.growthRate} none={t('noGrowth')} />,
      },
    ];
  }, [t, words, user, grouped, unit]);
}

interface RateCellProps {
  readonly name: string;
  readonly rate: ShownRate;
  /** the words for a rate that does not exist */
  readonly none: string;
}

function RateCell({ name, rate, none }: RateCellProps) {
  const { language } = useLanguage();
  const formula = rateFormula(rate, language);
  if (formula === null) return none;
  return (
    <>
      {showRate(rate, language)}
      <FormulaTip label={name} formula={formula} />
    </>
  );
}
