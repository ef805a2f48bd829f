import { wishesRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { LoadFailed } from '../../../components/load-failed';
import { PageSkeleton } from '../../../components/skeleton';
import type { TableColumn } from '../../../components/table-column';
import { useMessages } from '../../../lib/language';
import { useUser } from '../../../lib/session';
import { fairDesksQuery, fairExhibitorsQuery, fairWishesQuery, type FairDetail } from '../api';
import { isOrganiser, type FairTabProps } from '../fair-tabs';
import { fairWords } from '../messages';
import { ownDesks } from '../own-desks';
import { partyMessages } from '../party-messages';
import { WishDialog, type WishesProps } from './wish-dialog';
import { WishMatrix } from './wish-matrix';
import { comes, isThere, sumOf, wishPairs, type WishPair } from './wish-pairs';

/** Who wants to meet whom, and how much; the organiser sees all, a side its own. */
export function WishesTab({ fair }: FairTabProps) {
  const word = useMessages(fairWords);
  const desks = useQuery(fairDesksQuery(fair.id));
  const exhibitors = useQuery(fairExhibitorsQuery(fair.id));
  const wishes = useQuery(fairWishesQuery(fair.id));
  const failed = [desks, exhibitors, wishes].find(({ error }) => error !== null);
  if (failed) return <LoadFailed error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!desks.data || !exhibitors.data || !wishes.data) return <PageSkeleton label={word('loading')} />;
  return (
    <Wishes
      fair={fair}
      desks={desks.data.items.filter(isThere)}
      exhibitors={exhibitors.data.items.filter(comes)}
      wishes={wishes.data.items}
    />
  );
}

function Wishes({ fair, desks, exhibitors, wishes }: WishesProps) {
  const t = useMessages(partyMessages);
  const user = useUser();
  const [editing, setEditing] = useState(false);
  const pairs = wishPairs(wishes, desks, exhibitors);
  const runs = isOrganiser(fair);
  const columns = useWishColumns(fair);
  const isOpen = wishesRefusal(fair.state, [], new Set()) === null;
  const mayWish = runs || fair.ownExhibitorId !== null || ownDesks(fair, desks, user).length > 0;
  const sum = (of: (pair: WishPair) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
  const mutual = pairs.filter(({ byDesk, byExhibitor }) => byDesk > 0 && byExhibitor > 0).length;
  return (
    <div className="stack">
      <section className="panel stack stack--tight">
        <p>{t('wishesText')}</p>
        {!isOpen && <p className="field__hint">{t('wishTooLate')}</p>}
        {isOpen && mayWish && (
          <div className="no-print">
            <Button icon="edit" onClick={() => setEditing(true)}>
              {t(runs ? 'wishEdit' : 'wishEditOwn')}
            </Button>
          </div>
        )}
      </section>
      {runs && pairs.length > 0 && <WishMatrix desks={desks} exhibitors={exhibitors} pairs={pairs} />}
      <div className="panel">
        <DataTable
          name="fair-wishes"
          caption={t('wishesPairs')}
          columns={columns}
          rows={pairs}
          rowKey={({ key }) => key}
          tools={runs && <span>{t('wishesMutual', { count: mutual })}</span>}
          empty={<EmptyState icon="users" title={t('wishesEmpty')} text={t('wishesEmptyText')} />}
          totals={{
            label: t('wishesTotal', { count: pairs.length }),
            cells: {
              byDesk: sum(({ byDesk }) => byDesk),
              byExhibitor: sum(({ byExhibitor }) => byExhibitor),
              sum: sum(sumOf),
            },
          }}
        />
      </div>
      {editing && (
        <WishDialog
          fair={fair}
          desks={desks}
          exhibitors={exhibitors}
          wishes={wishes}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}

/** A side is told its own wishes only. */
function useWishColumns(fair: FairDetail): readonly TableColumn<WishPair>[] {
  const t = useMessages(partyMessages);
  const weight = (value: number) => (value === 0 ? '–' : value);
  const runs = isOrganiser(fair);
  const byDesk: TableColumn<WishPair> = {
    key: 'byDesk',
    label: t('wishesByDesk'),
    kind: 'number',
    value: (row) => row.byDesk,
    cell: (row) => weight(row.byDesk),
  };
  const byExhibitor: TableColumn<WishPair> = {
    key: 'byExhibitor',
    label: t('wishesByExhibitor'),
    kind: 'number',
    value: (row) => row.byExhibitor,
    cell: (row) => weight(row.byExhibitor),
  };
  const sum: TableColumn<WishPair> = { key: 'sum', label: t('wishesSum'), kind: 'number', value: sumOf };
  return [
    { key: 'desk', label: t('wishesDesk'), width: 22, value: (row) => row.deskName },
    { key: 'exhibitor', label: t('wishesExhibitor'), width: 18, value: (row) => row.supplierName },
    ...(runs || fair.stands.includes('desk') ? [byDesk] : []),
    ...(runs || fair.stands.includes('exhibitor') ? [byExhibitor] : []),
    ...(runs ? [sum] : []),
  ];
}
