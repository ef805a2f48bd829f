import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { supplierNameQuery } from './api';
import { CatalogueList } from './catalogue-list';
import { useCataloguePlace } from './catalogue-place';
import { catalogueMessages } from './messages';

/** A supplier's items for who keeps the register: enterprises without an account are helped by the centre. */
export default function SupplierCataloguePage() {
  const t = useMessages(catalogueMessages);
  const { id = '' } = useParams();
  const place = useCataloguePlace(id);
  const name = useQuery(supplierNameQuery(id));
  if (name.error) return <LoadFailed error={name.error} onRetry={() => void name.refetch()} />;
  if (name.data === undefined) return <PageSkeleton label={t('loading')} />;
  return (
    <div className="stack">
      <PageHeader
        title={t('titleOf', { name: name.data })}
        crumbs={[
          { label: t('registerCrumb'), to: '/suppliers' },
          { label: name.data, to: `/suppliers/${id}` },
        ]}
        actions={
          <LinkButton icon="plus" to={place.create}>
            {t('create')}
          </LinkButton>
        }
      />
      <CatalogueList supplierId={id} />
    </div>
  );
}
