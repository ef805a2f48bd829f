import { Link } from 'react-router';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import type { ComparedKpi } from './api';
import { comparisonMessages } from './comparison-messages';
import { kpiMessages } from './messages';
import type { ShowFigure } from './use-kpi-figure';

type KpiOfYear = ComparedKpi['years'][number];

/** The item, then for each year what was reached and, from the second on, how it moved. */
export function useComparisonColumns(
  years: readonly number[],
  figure: ShowFigure,
): readonly TableColumn<ComparedKpi>[] {
  const t = useMessages(comparisonMessages);
  const inYear = (row: ComparedKpi, year: number) => row.years.find((one) => one.year === year);
  return [
    { key: 'item', label: t('item'), width: 20, value: (row) => row.item },
    { key: 'programme', label: t('programme'), width: 14, value: (row) => row.programme },
    ...years.flatMap((year, index): TableColumn<ComparedKpi>[] => {
      const figures: TableColumn<ComparedKpi> = {
        key: `figures${year}`,
        label: t('figures', { year: String(year) }),
        width: 16,
        value: (row) => inYear(row, year)?.actual ?? null,
        cell: (row) => <YearCell row={row} of={inYear(row, year)} figure={figure} />,
      };
      const change: TableColumn<ComparedKpi> = {
        key: `change${year}`,
        label: t('change', { year: String(year) }),
        width: 13,
        value: (row) => inYear(row, year)?.changePercent ?? null,
        cell: (row) => <ChangeCell row={row} of={inYear(row, year)} figure={figure} />,
      };
      return index === 0 ? [figures] : [figures, change];
    }),
  ];
}

interface CellProps {
  readonly row: ComparedKpi;
  readonly of: KpiOfYear | undefined;
  readonly figure: ShowFigure;
}

function YearCell({ row, of, figure }: CellProps) {
  const t = useMessages(comparisonMessages);
  const word = useMessages(kpiMessages);
  if (of === undefined) return '–';
  if (of.qualityState !== null) return word(`state_${of.qualityState}`);
  const actual = figure(of.actual, row);
  return (
    <div>
      <div>
        {of.rowsLink !== null && of.actual !== null ? (
          <Link to={of.rowsLink} aria-label={`${actual}, ${word('openRows', { item: row.item })}`}>
            {actual}
          </Link>
        ) : (
          actual
        )}
        {` / ${figure(of.target, row)}`}
      </div>
      {of.rate !== null && <div>{t('rate', { rate: of.rate.display })}</div>}
      {of.official !== null && (
        <div className="field__hint">{t('official', { figure: figure(of.official, row) })}</div>
      )}
    </div>
  );
}

/** In words and with a sign: less is not bad by itself, so it has no colour of warning. */
function ChangeCell({ row, of, figure }: CellProps) {
  const t = useMessages(comparisonMessages);
  if (of === undefined || of.change === null) return '–';
  if (of.change === 0) return <StateBadge tone="neutral" label={t('same')} />;
  const isMore = of.change > 0;
  return (
    <div>
      <StateBadge
        tone="information"
        icon={isMore ? 'up' : 'down'}
        label={t(isMore ? 'more' : 'less', { figure: figure(Math.abs(of.change), row) })}
      />
      {of.changePercent !== null && <div className="field__hint">{of.changePercent.toFixed(1)}%</div>}
    </div>
  );
}
