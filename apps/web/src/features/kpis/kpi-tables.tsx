import { DataTable } from '../../components/data-table';
import type { Kpi, KpiBoard } from './api';
import { boardRows } from './board-view';
import { KpiAverages } from './kpi-averages';
import type { ShowFigure } from './use-kpi-figure';
import { useKpiColumns } from './use-kpi-columns';

interface KpiTablesProps {
  readonly board: KpiBoard;
  readonly figure: ShowFigure;
  readonly onEdit: ((kpi: Kpi) => void) | null;
}

/** A table for each programme, all with the same columns. */
export function KpiTables({ board, figure, onEdit }: KpiTablesProps) {
  const columns = useKpiColumns(figure, onEdit);
  return (
    <div className="stack">
      {board.programmes.map((programme) => (
        <section key={programme.name} className="panel stack stack--tight" aria-label={programme.name}>
          <DataTable
            name="kpis"
            caption={programme.name}
            columns={columns}
            rows={boardRows(programme)}
            rowKey={({ kpi }) => kpi.id}
            rowTone={({ kpi }) => (kpi.archived ? 'muted' : undefined)}
          />
          <KpiAverages of={programme} />
        </section>
      ))}
    </div>
  );
}
