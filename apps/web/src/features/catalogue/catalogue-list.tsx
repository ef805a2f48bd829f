import { CATALOGUE_ITEM_STATES } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { MoreButton } from '../../components/more-button';
import { SelectField } from '../../components/select-field';
import { useMessages } from '../../lib/language';
import { useUrlState } from '../../lib/use-url-state';
import { itemPagesQuery, type ItemState } from './api';
import { useItemColumns } from './catalogue-columns';
import { useCataloguePlace } from './catalogue-place';
import { ConfirmBar } from './confirm-bar';
import { catalogueMessages } from './messages';
import './catalogue.css';

const STATE = { show: 'all' } as const;
const SHOWN = ['all', 'stale', ...CATALOGUE_ITEM_STATES] as const;
type Shown = (typeof SHOWN)[number];
const EVERY_STATE: ItemState[] = ['draft', 'published', 'archived'];

interface CatalogueListProps {
  readonly supplierId: string;
}

/** All items of one supplier with their state; what is old is confirmed here, several at once. */
export function CatalogueList({ supplierId }: CatalogueListProps) {
  const t = useMessages(catalogueMessages);
  const place = useCataloguePlace(supplierId);
  const [{ show }, change] = useUrlState(STATE);
  const shown = SHOWN.find((one) => one === show) ?? 'all';
  const list = useInfiniteQuery(itemPagesQuery(supplierId, filterOf(shown)));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const confirmable = rows.filter((row) => row.state === 'published');
  const selected = confirmable.filter((row) => chosen.includes(row.id));
  const columns = useItemColumns(place, chosen, (id) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id])),
  );
  if (list.isError) return <LoadFailed error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <ConfirmBar supplierId={supplierId} items={confirmable} chosen={selected} onChoose={setChosen} />
      <div className="panel">
        <DataTable
          name="catalogue-items"
          caption={t('listTitle')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          loading={list.isPending}
          rowTone={(row) => (row.isStale ? 'warning' : row.state === 'archived' ? 'muted' : undefined)}
          tools={
            <SelectField
              label={t('show')}
              labelHidden
              emptyLabel={null}
              value={shown}
              onChange={(event) => change({ show: event.target.value })}
              options={SHOWN.map((value) => ({
                value,
                label: value === 'all' || value === 'stale' ? t(`show_${value}`) : t(`state_${value}`),
              }))}
            />
          }
          empty={
            shown === 'all' ? (
              <EmptyState
                icon="list"
                title={t('emptyTitle')}
                text={t('emptyText')}
                action={
                  <LinkButton icon="plus" to={place.create}>
                    {t('create')}
                  </LinkButton>
                }
              />
            ) : (
              <EmptyState icon="list" title={t('emptyFilter')} />
            )
          }
        />
        {list.hasNextPage && (
          <MoreButton hasMore loading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        )}
      </div>
    </>
  );
}

function filterOf(shown: Shown) {
  if (shown === 'stale') return { state: ['published' as const], stale: true };
  return { state: shown === 'all' ? EVERY_STATE : [shown] };
}
