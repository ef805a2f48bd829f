import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import type { FairSummary } from './api';
import { FairStateBadge } from './fair-state-badge';
import { fairWords } from './messages';
import { organiserMessages } from './organiser-messages';

type RankedFair = FairSummary['fairs'][number];

/** The fairs of a year by consultations; equal ones share their rank, and the sum says of how many fairs. */
export function FairRanking({ summary }: { readonly summary: FairSummary }) {
  const t = useMessages(organiserMessages);
  const { fairs, totals } = summary;
  const year = String(summary.year);
  const columns = useRankingColumns(fairs);
  const count = (value: number) => value.toLocaleString('ko-KR');
  return (
    <div className="panel">
      <DataTable
        name="fairs"
        caption={t('ranking', { year })}
        columns={columns}
        rows={fairs}
        rowKey={(row) => row.fairId}
        empty={
          <EmptyState icon="calendar" title={t('rankingEmpty', { year })} text={t('rankingEmptyText')} />
        }
        totals={{
          label: t('totals', { count: totals.fairs }),
          cells: {
            enterprises: count(totals.enterprises),
            desks: count(totals.desks),
            consultations: count(totals.consultations),
            visitors: fairs.some(({ visitors }) => visitors !== null) ? count(totals.visitors) : '–',
          },
        }}
      />
    </div>
  );
}

function useRankingColumns(fairs: readonly RankedFair[]): readonly TableColumn<RankedFair>[] {
  const t = useMessages(organiserMessages);
  const word = useMessages(fairWords);
  const isShared = ({ rank }: RankedFair) => fairs.filter((other) => other.rank === rank).length > 1;
  const numeric = (key: 'consultations' | 'enterprises' | 'desks' | 'visitors', width: number) =>
    ({
      key,
      label: t(key),
      kind: 'number',
      width,
      value: (row) => row[key],
    }) satisfies TableColumn<RankedFair>;
  return [
    {
      key: 'name',
      label: t('name'),
      width: 17,
      value: (row) => row.name,
      cell: (row) => <Link to={`/fairs/${row.fairId}`}>{row.name}</Link>,
    },
    {
      key: 'rank',
      label: t('rank'),
      kind: 'number',
      width: 8,
      value: (row) => row.rank,
      cell: (row) =>
        row.rank === null ? '–' : isShared(row) ? t('rankShared', { rank: row.rank }) : row.rank,
    },
    numeric('consultations', 14.5),
    numeric('enterprises', 13),
    numeric('desks', 9),
    numeric('visitors', 10),
    { key: 'host', label: t('host'), width: 12, hiddenAtFirst: true, value: (row) => row.hostName },
    { key: 'firstDay', label: t('firstDay'), kind: 'day', width: 10.5, value: (row) => row.firstDay },
    {
      key: 'state',
      label: word('state'),
      kind: 'state',
      width: 13,
      value: (row) => word(`state_${row.state}`),
      cell: (row) => <FairStateBadge state={row.state} />,
    },
  ];
}
