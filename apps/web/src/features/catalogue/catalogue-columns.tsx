import { Link } from 'react-router';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { categoryNames, type CatalogueItem } from '../../lib/catalogue-item';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { usePriceText } from '../../lib/price-text';
import type { CataloguePlace } from './catalogue-place';
import { ItemStateBadge } from './item-state-badge';
import { catalogueMessages } from './messages';

export function useItemColumns(
  place: CataloguePlace,
  chosen: readonly string[],
  onToggle: (id: string) => void,
): readonly TableColumn<CatalogueItem>[] {
  const t = useMessages(catalogueMessages);
  const { language } = useLanguage();
  const { priceText } = usePriceText();
  return [
    {
      key: 'name',
      label: t('name'),
      width: 22,
      value: (row) => row.name,
      cell: (row) => (
        <span className="cluster">
          {row.state === 'published' && (
            <input
              type="checkbox"
              className="item-choice"
              aria-label={t('choose', { name: row.name })}
              checked={chosen.includes(row.id)}
              onChange={() => onToggle(row.id)}
            />
          )}
          <Link to={place.item(row.id)}>{row.name}</Link>
        </span>
      ),
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => row.state,
      cell: (row) => <ItemStateBadge item={row} />,
    },
    {
      key: 'price',
      label: t('price'),
      width: 20,
      value: (row) => row.priceKrw,
      cell: priceText,
    },
    {
      key: 'category',
      label: t('category'),
      width: 14,
      value: (row) => categoryNames(row.categoryPath, language).at(-1) ?? null,
    },
    {
      key: 'confirmedOn',
      label: t('confirmedOn'),
      width: 15,
      value: (row) => row.confirmedOn,
      cell: (row) => (
        <span className="cluster">
          {showDay(row.confirmedOn, language)}
          {row.isStale && <StateBadge tone="warning" label={t('staleBadge')} />}
        </span>
      ),
    },
    { key: 'photos', label: t('photos'), kind: 'number', width: 7, value: (row) => row.photos.length },
  ];
}
