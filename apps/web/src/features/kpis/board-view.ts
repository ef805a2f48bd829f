import type { Kpi, KpiProgramme } from './api';
import type { BoardRow } from './use-kpi-columns';

/** The rows of a programme from top to bottom; two that follow each other with one pair key are drawn as one. */
export function boardRows(programme: KpiProgramme): readonly BoardRow[] {
  return programme.groups.flatMap(({ name, rows }) =>
    rows.map((kpi, index) => ({
      kpi,
      group: name,
      pair: placeInPair(rows[index - 1], kpi, rows[index + 1]),
    })),
  );
}

function placeInPair(before: Kpi | undefined, kpi: Kpi, after: Kpi | undefined): BoardRow['pair'] {
  const joined = (other: Kpi | undefined) => kpi.pairKey !== null && other?.pairKey === kpi.pairKey;
  if (joined(before)) return joined(after) ? 'middle' : 'last';
  return joined(after) ? 'first' : null;
}
