import type { ConflictField } from '../../components/version-conflict';
import { categoryNames, type CatalogueItem } from '../../lib/catalogue-item';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { districtName } from '../../lib/seoul-tiles';
import { supplierWords } from '../../lib/supplier-messages';
import { valuesOf, type ItemFormValues } from './item-form-values';
import { catalogueMessages } from './messages';

/** Both versions, field by field, in words. */
export function useConflictFields(
  mine: ItemFormValues,
  saved: CatalogueItem | null,
): readonly ConflictField[] {
  const t = useMessages(catalogueMessages);
  const word = useMessages(supplierWords);
  const kindOf = useMessages(purchaseWords);
  const { language } = useLanguage();
  if (saved === null) return [];
  const shown = (values: ItemFormValues): readonly (readonly [string, string])[] => [
    [t('name'), values.name],
    [t('category'), categoryNames(values.category, language).join(' › ')],
    [t('descriptionField'), values.description],
    [t('price'), showKrw(values.priceKrw)],
    [t('priceIncludesVat'), word(values.priceIncludesVat ? 'withVat' : 'withoutVat')],
    [t('unit'), values.unit],
    [t('kind'), kindOf(`kind_${values.kind}`)],
    [t('leadTime'), values.leadTimeDays],
    [t('minimumOrder'), values.minimumOrder],
    [
      t('regions'),
      values.regions.length === 0
        ? word('everywhere')
        : values.regions.map((code) => districtName(code, language)).join(', '),
    ],
    [t('directProduction'), values.directProduction ? '✓' : '–'],
  ];
  const theirs = shown(valuesOf(saved));
  return shown(mine).map(([label, text], index) => {
    const their = theirs[index]?.[1] ?? '';
    return { label, mine: text || '–', theirs: their || '–', differs: text !== their };
  });
}
