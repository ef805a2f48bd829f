import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CatalogueItemCard } from '../../components/catalogue-item-card';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { MoreButton } from '../../components/more-button';
import { Skeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { purchaseStartLink } from '../../lib/purchase-start';
import { useMay } from '../../lib/session';
import { pageMessages } from './page-messages';
import { cataloguePagesQuery, type CatalogueItem, type Supplier } from './supplier-api';

interface SupplierCatalogueProps {
  readonly supplier: Supplier;
  /** more that can be done with an item: keeping it in a shortlist */
  readonly actionsOf?: (item: CatalogueItem) => ReactNode;
}

/** What the supplier offers; each item begins a purchase of itself. */
export function SupplierCatalogue({ supplier, actionsOf }: SupplierCatalogueProps) {
  const t = useMessages(pageMessages);
  const may = useMay();
  const pages = useInfiniteQuery(cataloguePagesQuery(supplier.id));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack stack--tight" aria-label={t('catalogue')}>
      <h2>
        {t('catalogue')}{' '}
        {items.length > 0 && !pages.hasNextPage && (
          <span className="certificate-history__day">{t('catalogueCount', { count: items.length })}</span>
        )}
      </h2>
      {pages.isPending && <Skeleton height="20rem" />}
      {pages.isError && <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && items.length === 0 && (
        <div className="panel">
          <EmptyState icon="list" title={t('catalogueEmpty')} text={t('catalogueEmptyText')} />
        </div>
      )}
      <ul className="supplier-page__items">
        {items.map((item) => (
          <li key={item.id}>
            <CatalogueItemCard
              item={item}
              actions={
                <>
                  {may('purchase:write') && (
                    <LinkButton variant="secondary" size="small" to={startOf(supplier, item)}>
                      {t('enterPurchaseItem')}
                    </LinkButton>
                  )}
                  {actionsOf?.(item)}
                </>
              }
            />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <MoreButton hasMore loading={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
      )}
    </section>
  );
}

function startOf(supplier: Supplier, { name, kind, priceKrw, priceIncludesVat }: CatalogueItem): string {
  return purchaseStartLink({ supplierId: supplier.id, item: name, kind, priceKrw, priceIncludesVat });
}
