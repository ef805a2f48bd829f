import { Link } from 'react-router';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import type { CatalogueItem } from '../../lib/catalogue-item';
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
      width: 26,
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
      width: 22,
      value: (row) => row.priceKrw,
      cell: priceText,
    },
    {
      key: 'category',
      label: t('category'),
      width: 16,
      value: (row) => {
        const last = row.categoryPath.at(-1);
        return last === undefined ? null : language === 'en' ? (last.nameEn ?? last.name) : last.name;
      },
    },
    {
      key: 'confirmedOn',
      label: t('confirmedOn'),
      width: 18,
      value: (row) => row.confirmedOn,
      cell: (row) => (
        <span className="cluster">
          {showDay(row.confirmedOn, language)}
          {row.isStale && <StateBadge tone="warning" label={t('staleBadge')} />}
        </span>
      ),
    },
    { key: 'photos', label: t('photos'), kind: 'number', width: 8, value: (row) => row.photos.length },
  ];
}
