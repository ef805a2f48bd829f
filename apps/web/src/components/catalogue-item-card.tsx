import type { Day } from '@ieum/domain';
import { useState, type ReactNode } from 'react';
import { categoryNames, type CataloguePhoto } from '../lib/catalogue-item';
import { showDay } from '../lib/date-format';
import { useLanguage, useMessages } from '../lib/language';
import { usePriceText } from '../lib/price-text';
import { districtName } from '../lib/seoul-tiles';
import { supplierWords } from '../lib/supplier-messages';
import { Button } from './button';
import { CataloguePhotoImage } from './catalogue-photo';
import { StateBadge } from './state-badge';
import './catalogue-item-card.css';

/** What is offered, as the catalogue says it; also for the preview of an item that is not public yet. */
export interface ShownItem {
  readonly id: string;
  readonly name: ReactNode;
  readonly categoryPath: readonly { readonly name: string; readonly nameEn: string | null }[];
  readonly description: string | null;
  readonly unit: string | null;
  readonly priceKrw: number | null;
  readonly priceIncludesVat: boolean;
  readonly leadTimeDays: number | null;
  readonly minimumOrder: number | null;
  /** district codes; empty = everywhere */
  readonly regions: readonly string[];
  readonly directProduction: boolean;
  readonly confirmedOn: Day | null;
  readonly isStale: boolean;
  readonly photos: readonly CataloguePhoto[];
}

interface CatalogueItemCardProps {
  readonly item: ShownItem;
  /** false = a preview of what its enterprise alone may see: photos are fetched with the session */
  readonly isPublic?: boolean;
  /** buying it, keeping it in a shortlist */
  readonly actions?: ReactNode;
}

/** One item of a catalogue as buyers see it: the supplier's page and the editor's preview show this same card. */
export function CatalogueItemCard({ item, isPublic = true, actions }: CatalogueItemCardProps) {
  const word = useMessages(supplierWords);
  const { language } = useLanguage();
  const { priceText } = usePriceText();
  const { leadTimeDays, minimumOrder, regions, description } = item;
  const categories = categoryNames(item.categoryPath, language);
  const facts = [
    {
      label: word('leadTime'),
      value:
        leadTimeDays === null
          ? null
          : leadTimeDays === 0
            ? word('leadTimeSameDay')
            : word('leadTimeDays', { days: leadTimeDays }),
    },
    {
      label: word('minimumOrder'),
      value:
        minimumOrder === null || minimumOrder === 1
          ? null
          : word('minimumOrderShown', { count: minimumOrder, unit: item.unit ?? '' }),
    },
    {
      label: word('regions'),
      value:
        regions.length === 0
          ? word('everywhere')
          : regions.map((code) => districtName(code, language)).join(', '),
    },
    {
      label: word('confirmedOn'),
      value: item.confirmedOn === null ? null : showDay(item.confirmedOn, language),
    },
  ];
  return (
    <article className="catalogue-item">
      <Photos item={item} isPublic={isPublic} />
      <div className="catalogue-item__text">
        {categories.length > 0 && <p className="catalogue-item__category">{categories.join(' › ')}</p>}
        <h3>{item.name}</h3>
        <p className="catalogue-item__price">{priceText(item)}</p>
        <div className="cluster">
          {item.directProduction && <StateBadge tone="success" label={word('directProduction')} />}
          {item.isStale && <StateBadge tone="warning" label={word('stale')} />}
        </div>
        <dl className="catalogue-item__facts">
          {facts
            .filter(({ value }) => value !== null)
            .map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {description !== null && <p className="catalogue-item__description">{description}</p>}
        {actions && <div className="cluster no-print">{actions}</div>}
      </div>
    </article>
  );
}

/** The first photo; the others on request, so that a long catalogue stays light on a phone. */
function Photos({ item, isPublic }: Required<Pick<CatalogueItemCardProps, 'item' | 'isPublic'>>) {
  const word = useMessages(supplierWords);
  const [all, setAll] = useState(false);
  const shown = all ? item.photos : item.photos.slice(0, 1);
  if (shown.length === 0) return null;
  const rest = item.photos.length - shown.length;
  return (
    <div className="catalogue-item__photos">
      {shown.map((photo) => (
        <CataloguePhotoImage key={photo.id} itemId={item.id} photo={photo} isPublic={isPublic} />
      ))}
      {rest > 0 && (
        <Button variant="text" size="small" className="no-print" onClick={() => setAll(true)}>
          {word('morePhotos', { count: rest })}
        </Button>
      )}
    </div>
  );
}
