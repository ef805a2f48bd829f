import type { MoneyUnit } from '@ieum/domain';
import type { ComponentProps } from 'react';
import { EmptyState } from '../../components/empty-state';
import { PagedTable } from '../../components/paged-table';
import { useMessages } from '../../lib/language';
import type { Match, MatchTotals } from './api';
import { useMatchColumns } from './match-columns';
import { matchMessages } from './messages';

interface MatchListProps {
  readonly pages: ComponentProps<typeof PagedTable<Match>>['pages'];
  /** of everything that the filter finds; null while it is loading */
  readonly totals: MatchTotals | null;
  readonly unit: MoneyUnit;
}

export function MatchList({ pages, totals, unit }: MatchListProps) {
  const t = useMessages(matchMessages);
  const columns = useMatchColumns();
  return (
    <div className="panel">
      <PagedTable
        pages={pages}
        name="matches"
        caption={t('title')}
        columns={columns}
        rowKey={(row) => row.id}
        unit={unit}
        totalCount={totals?.count}
        totals={
          totals === null
            ? undefined
            : {
                label: t('totalsLabel', { count: totals.count }),
                cells: { estimated: totals.estimatedValueKrw, contract: totals.contractKrw },
              }
        }
        rowTone={(row) => (row.stage === 'lost' || row.stage === 'no_result' ? 'muted' : undefined)}
        empty={<EmptyState icon="list" title={t('emptyTitle')} text={t('emptyText')} />}
      />
    </div>
  );
}
