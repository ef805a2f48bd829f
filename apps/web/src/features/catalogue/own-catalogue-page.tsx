import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import { CatalogueList } from './catalogue-list';
import { useCataloguePlace } from './catalogue-place';
import { catalogueMessages } from './messages';
import { NoEnterprise } from './no-enterprise';

/** What the own enterprise offers. */
export default function OwnCataloguePage() {
  const { enterpriseId } = useUser();
  return enterpriseId === null ? <NoEnterprise /> : <OwnCatalogue supplierId={enterpriseId} />;
}

function OwnCatalogue({ supplierId }: { readonly supplierId: string }) {
  const t = useMessages(catalogueMessages);
  const place = useCataloguePlace(supplierId);
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <LinkButton icon="plus" to={place.create}>
            {t('create')}
          </LinkButton>
        }
      />
      <CatalogueList supplierId={supplierId} />
    </div>
  );
}
