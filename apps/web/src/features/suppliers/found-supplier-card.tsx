import type { Day } from '@ieum/domain';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StateBadge } from '../../components/state-badge';
import { useCompareChoice } from '../../lib/compare-choice';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { usePriceText } from '../../lib/price-text';
import { districtName } from '../../lib/seoul-tiles';
import { FoundCertificates } from './found-certificates';
import { excerpt } from './mark-match';
import { MarkedText } from './marked-text';
import type { FoundSupplier } from './search-api';
import { searchMessages } from './search-messages';
import './found-supplier-card.css';

interface FoundSupplierCardProps {
  readonly supplier: FoundSupplier;
  readonly asOf: Day;
  /** what is marked */
  readonly words: readonly string[];
  /** more that can be done with it: keeping it in a shortlist */
  readonly actions?: ReactNode;
}

/** letters of a long reason */
const EXCERPT = 70;

/** One result: who, why, with which certificates, at which prices, and how sure the offer is. */
export function FoundSupplierCard({ supplier, asOf, words, actions }: FoundSupplierCardProps) {
  const t = useMessages(searchMessages);
  const { language } = useLanguage();
  const { priceText } = usePriceText();
  const { id, name, items } = supplier;
  const place = districtName(supplier.districtCode, language);
  return (
    <article className="found-supplier">
      <div className="found-supplier__head">
        <h3>
          <Link to={`/suppliers/${id}`}>
            <MarkedText text={name} words={words} />
          </Link>
        </h3>
        {place !== null && <span className="found-supplier__place">{place}</span>}
        {supplier.closedOn !== null && (
          <StateBadge tone="danger" label={t('closed', { day: showDay(supplier.closedOn, language) })} />
        )}
        <CompareBox id={id} name={name} />
      </div>
      <OtherReasons supplier={supplier} words={words} />
      {supplier.certifications.length === 0 ? (
        <p className="found-supplier__none">{t('noValidCertificate', { day: showDay(asOf, language) })}</p>
      ) : (
        <FoundCertificates certifications={supplier.certifications} asOf={asOf} />
      )}
      {items.length > 0 && (
        <ul className="found-supplier__items" aria-label={t('items')}>
          {items.map((item) => (
            <li key={item.id}>
              <span>
                <MarkedText text={item.name} words={words} />
              </span>
              <span className="found-supplier__price">{priceText(item)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="found-supplier__foot">
        <SupplierFigures supplier={supplier} />
        {actions}
      </div>
    </article>
  );
}

function CompareBox({ id, name }: Pick<FoundSupplier, 'id' | 'name'>) {
  const t = useMessages(searchMessages);
  const { isChosen, isFull, toggle } = useCompareChoice();
  const chosen = isChosen(id);
  return (
    <label
      className="choice found-supplier__compare no-print"
      title={isFull && !chosen ? t('compareFull') : undefined}
    >
      <input
        type="checkbox"
        checked={chosen}
        disabled={isFull && !chosen}
        aria-label={t('compareNamed', { name })}
        onChange={() => toggle({ id, name })}
      />
      <span aria-hidden="true">{t('compare')}</span>
    </label>
  );
}

/** Where else it matched: the name and the items above are marked themselves. */
function OtherReasons({ supplier, words }: Pick<FoundSupplierCardProps, 'supplier' | 'words'>) {
  const t = useMessages(searchMessages);
  const seen = new Set([supplier.name, ...supplier.items.map((item) => item.name)]);
  // Which word was read as which stands above the results, once for all of them.
  const reasons = supplier.matchedBy.filter(({ field, text }) => field !== 'near' && !seen.has(text));
  if (reasons.length === 0) return null;
  return (
    <dl className="found-supplier__reasons" aria-label={t('matched')}>
      {reasons.map(({ field, text }) => (
        <div key={`${field} ${text}`}>
          <dt>{t(`match_${field}`)}</dt>
          <dd>
            <MarkedText text={excerpt(text, words, EXCERPT)} words={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function SupplierFigures({ supplier }: { readonly supplier: FoundSupplier }) {
  const t = useMessages(searchMessages);
  const { language } = useLanguage();
  const { spanText } = usePriceText();
  const { itemCount, purchaseCount, buyerCount, confirmedOn } = supplier;
  return (
    <dl className="found-supplier__figures">
      <div>
        <dt>{t('priceRange')}</dt>
        <dd>{itemCount === 0 ? t('noItems') : spanText(supplier)}</dd>
      </div>
      <div>
        <dt>{t('record')}</dt>
        <dd>
          {purchaseCount === 0
            ? t('recordNone')
            : t('recordShown', { count: purchaseCount, buyers: buyerCount })}
        </dd>
      </div>
      {confirmedOn !== null && (
        <div>
          <dt>{t('freshness')}</dt>
          <dd>
            {showDay(confirmedOn, language)}{' '}
            {supplier.isStale && <StateBadge tone="warning" label={t('stale')} />}
          </dd>
        </div>
      )}
    </dl>
  );
}
