import { CatalogueItemCard } from '../../components/catalogue-item-card';
import type { CataloguePhoto } from '../../lib/catalogue-item';
import { useMessages } from '../../lib/language';
import { bodyOf, type ItemFormValues } from './item-form-values';
import { catalogueMessages } from './messages';

interface ItemPreviewProps {
  readonly itemId: string;
  readonly values: ItemFormValues;
  readonly photos: readonly CataloguePhoto[];
  readonly isPublic: boolean;
  readonly confirmedOn: string | null;
}

/** The card that the supplier's page shows, filled with what is typed now. */
export function ItemPreview({ itemId, values, photos, isPublic, confirmedOn }: ItemPreviewProps) {
  const t = useMessages(catalogueMessages);
  const { name, description, unit, leadTimeDays, minimumOrder, regions } = bodyOf(values);
  return (
    <section className="stack stack--tight" aria-labelledby="item-preview">
      <h2 id="item-preview">{t('preview')}</h2>
      <p className="field__hint">{t('previewHint')}</p>
      <CatalogueItemCard
        isPublic={isPublic}
        item={{
          id: itemId,
          name: name === '' ? t('previewName') : name,
          categoryPath: values.category,
          description: description ?? null,
          unit: unit ?? null,
          priceKrw: values.priceKrw,
          priceIncludesVat: values.priceIncludesVat,
          leadTimeDays: leadTimeDays ?? null,
          minimumOrder: minimumOrder ?? null,
          regions: regions ?? [],
          directProduction: values.directProduction,
          confirmedOn,
          isStale: false,
          photos,
        }}
      />
    </section>
  );
}
