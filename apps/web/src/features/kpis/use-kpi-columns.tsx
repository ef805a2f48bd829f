import { Link } from 'react-router';
import { Button } from '../../components/button';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import type { Kpi } from './api';
import { KpiDifference } from './kpi-difference';
import { KpiRateCell } from './kpi-rate-cell';
import { kpiMessages } from './messages';
import type { ShowFigure } from './use-kpi-figure';

/** A row as it stands on the board: where a pair begins and ends is drawn, and said. */
export interface BoardRow {
  readonly kpi: Kpi;
  readonly group: string;
  readonly pair: 'first' | 'middle' | 'last' | null;
}

/** @param onEdit null for those who only read */
export function useKpiColumns(
  figure: ShowFigure,
  onEdit: ((kpi: Kpi) => void) | null,
): readonly TableColumn<BoardRow>[] {
  const t = useMessages(kpiMessages);
  // The order of the board is the administrator's, and pairs stand together: nothing here is sorted.
  const fixed = { sortable: false } as const;
  const figureColumn = (key: 'target' | 'official'): TableColumn<BoardRow> => ({
    ...fixed,
    key,
    label: t(key),
    kind: 'number',
    width: 9,
    cell: ({ kpi }) => figure(kpi[key], kpi),
  });
  const action: TableColumn<BoardRow> | null = onEdit && {
    key: 'actions',
    label: t('actions'),
    kind: 'action',
    width: 8,
    cell: ({ kpi }) => (
      <Button variant="secondary" size="small" onClick={() => onEdit(kpi)}>
        {t('edit')}
        <span className="visually-hidden"> {kpi.item}</span>
      </Button>
    ),
  };
  return [
    {
      ...fixed,
      key: 'item',
      label: t('item'),
      width: 18,
      cell: ({ kpi, group, pair }) => (
        <div className={pair === null ? undefined : `kpi-pair kpi-pair--${pair}`}>
          <div className="field__hint">{group}</div>
          <strong>{kpi.item}</strong>
          {pair !== null && kpi.pairKey !== null && (
            <div className="field__hint">{t('pair', { name: kpi.pairKey })}</div>
          )}
          {kpi.archived && <StateBadge tone="neutral" label={t('archived')} />}
        </div>
      ),
    },
    figureColumn('target'),
    {
      ...fixed,
      key: 'actual',
      label: t('actual'),
      kind: 'number',
      width: 9,
      cell: ({ kpi }) => <ActualCell kpi={kpi} figure={figure} />,
    },
    figureColumn('official'),
    {
      ...fixed,
      key: 'difference',
      label: t('difference'),
      width: 12,
      cell: ({ kpi }) => <KpiDifference kpi={kpi} figure={figure} />,
    },
    {
      ...fixed,
      key: 'rate',
      label: t('rate'),
      width: 14,
      cell: ({ kpi }) => <KpiRateCell kpi={kpi} figure={figure} />,
    },
    {
      ...fixed,
      key: 'note',
      label: t('note'),
      width: 13,
      cell: ({ kpi }) => <NoteCell kpi={kpi} figure={figure} />,
    },
    ...(action === null ? [] : [action]),
  ];
}

interface CellProps {
  readonly kpi: Kpi;
  readonly figure: ShowFigure;
}

/** A counted figure opens its rows; one that was typed in says so. */
function ActualCell({ kpi, figure }: CellProps) {
  const t = useMessages(kpiMessages);
  const shown = figure(kpi.actual, kpi);
  if (kpi.computed !== null && kpi.rowsLink !== null)
    return (
      <Link to={kpi.rowsLink} aria-label={`${shown}, ${t('openRows', { item: kpi.item })}`}>
        {shown}
      </Link>
    );
  const hint = kpi.source === 'entered' ? 'entered' : 'notCounted';
  const says = kpi.basis !== 'quality' && (kpi.actual !== null || hint === 'notCounted');
  return (
    <>
      {shown}
      {says && kpi.computed === null && <div className="field__hint">{t(hint)}</div>}
    </>
  );
}

function NoteCell({ kpi, figure }: CellProps) {
  const t = useMessages(kpiMessages);
  const texts = [kpi.note, kpi.officialNote].filter((text) => text !== null);
  if (texts.length === 0 && !kpi.changedGoal) return '–';
  return (
    <div>
      {kpi.changedGoal && <StateBadge tone="information" icon="edit" label={t('changedGoal')} />}
      {kpi.formerTarget !== null && (
        <div className="field__hint">{t('formerTarget', { figure: figure(kpi.formerTarget, kpi) })}</div>
      )}
      {texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </div>
  );
}
