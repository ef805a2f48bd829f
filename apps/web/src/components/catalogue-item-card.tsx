import { useState } from 'react';
import type { CatalogueItem } from '../lib/catalogue-item';
import { showDay } from '../lib/date-format';
import { useLanguage, useMessages } from '../lib/language';
import { showKrw } from '../lib/money-format';
import { purchaseWords } from '../lib/purchase-messages';
import { districtName } from '../lib/seoul-tiles';
import { catalogueItemMessages } from './catalogue-item-messages';
import { CataloguePhotoImage } from './catalogue-photo';
import { Icon } from './icon';
import { StateBadge } from './state-badge';
import './catalogue-item-card.css';

type Shown = Pick<
  CatalogueItem,
  | 'id'
  | 'name'
  | 'kind'
  | 'classificationCode'
  | 'detailProductCode'
  | 'categoryPath'
  | 'description'
  | 'unit'
  | 'priceKrw'
  | 'priceIncludesVat'
  | 'leadTimeDays'
  | 'minimumOrder'
  | 'regions'
  | 'directProduction'
  | 'state'
  | 'confirmedOn'
  | 'isStale'
  | 'photos'
>;

interface CatalogueItemCardProps {
  readonly item: Shown;
  /** level of the item's name among the headings of the page */
  readonly headingLevel?: 2 | 3 | 4;
}

/** One item of a catalogue as everybody sees it: the supplier's page and the editor's preview show this same card. */
export function CatalogueItemCard({ item, headingLevel = 3 }: CatalogueItemCardProps) {
  const t = useMessages(catalogueItemMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const Heading = `h${headingLevel}` as const;
  const nameOf = (step: CatalogueItem['categoryPath'][number]) =>
    language === 'en' ? (step.nameEn ?? step.name) : step.name;
  const code = item.detailProductCode ?? item.classificationCode;
  return (
    <article className="catalogue-item">
      <Photos item={item} />
      <div className="catalogue-item__text">
        {item.categoryPath.length > 0 && (
          <p className="catalogue-item__path">{item.categoryPath.map(nameOf).join(' › ')}</p>
        )}
        <Heading className="catalogue-item__name">{item.name}</Heading>
        <Price item={item} />
        {item.directProduction && (
          <p>
            <StateBadge tone="success" label={t('directProduction')} />
          </p>
        )}
        {item.description !== null && <p className="catalogue-item__description">{item.description}</p>}
        <dl className="catalogue-item__facts">
          <Fact label={t('kind')}>{word(`kind_${item.kind}`)}</Fact>
          {item.leadTimeDays !== null && (
            <Fact label={t('leadTime')}>
              {item.leadTimeDays === 0 ? t('sameDay') : t('days', { count: item.leadTimeDays })}
            </Fact>
          )}
          {item.minimumOrder !== null && (
            <Fact label={t('minimumOrder')}>
              {item.unit === null
                ? t('minimumCount', { count: item.minimumOrder.toLocaleString('ko-KR') })
                : t('minimumOfUnit', {
                    count: item.minimumOrder.toLocaleString('ko-KR'),
                    unit: item.unit,
                  })}
            </Fact>
          )}
          <Fact label={t('regions')}>
            {item.regions.length === 0
              ? t('everywhere')
              : item.regions.map((region) => districtName(region, language)).join(', ')}
          </Fact>
        </dl>
        <p className="catalogue-item__foot">
          {item.confirmedOn !== null && (
            <span>{t('confirmedOn', { day: showDay(item.confirmedOn, language) })}</span>
          )}
          {item.isStale && <StateBadge tone="warning" label={t('stale')} />}
          {code !== null && <span>{t('code', { code })}</span>}
        </p>
      </div>
    </article>
  );
}

function Price({ item }: { readonly item: Shown }) {
  const t = useMessages(catalogueItemMessages);
  if (item.priceKrw === null) return <p className="catalogue-item__price">{t('onRequest')}</p>;
  const price = showKrw(item.priceKrw);
  return (
    <p className="catalogue-item__price">
      {item.unit === null ? t('price', { price }) : t('pricePerUnit', { price, unit: item.unit })}{' '}
      <span className="catalogue-item__vat">{t(item.priceIncludesVat ? 'withVat' : 'withoutVat')}</span>
    </p>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Photos({ item }: { readonly item: Shown }) {
  const t = useMessages(catalogueItemMessages);
  const [chosen, setChosen] = useState<string | null>(null);
  const isPublic = item.state === 'published';
  const shown = item.photos.find((photo) => photo.id === chosen) ?? item.photos[0];
  if (shown === undefined) {
    return (
      <div className="catalogue-item__photos catalogue-item__photos--none">
        <Icon name="image" size={32} />
        <span className="visually-hidden">{t('noPhoto')}</span>
      </div>
    );
  }
  return (
    <div className="catalogue-item__photos">
      <div className="catalogue-item__photo">
        <CataloguePhotoImage key={shown.id} itemId={item.id} photo={shown} isPublic={isPublic} />
      </div>
      {item.photos.length > 1 && (
        <ul className="catalogue-item__others" aria-label={t('photos', { name: item.name })}>
          {item.photos.map((photo, index) => (
            <li key={photo.id}>
              <button
                type="button"
                aria-pressed={photo.id === shown.id}
                aria-label={t('showPhoto', { number: index + 1, text: photo.alternativeText })}
                onClick={() => setChosen(photo.id)}
              >
                <CataloguePhotoImage itemId={item.id} photo={photo} isPublic={isPublic} decorative />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
