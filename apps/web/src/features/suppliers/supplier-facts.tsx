import { formatBusinessNumber } from '@ieum/domain';
import { FactList, type Fact } from '../../components/fact-list';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { districtName } from '../../lib/seoul-tiles';
import { pageMessages } from './page-messages';
import type { Supplier } from './supplier-api';

/** What is published about a supplier. */
export function SupplierFacts({ supplier }: { readonly supplier: Supplier }) {
  const t = useMessages(pageMessages);
  const { language } = useLanguage();
  const { businessNumber, representative, phone, email, homepage } = supplier;
  const place = supplier.address ?? districtName(supplier.districtCode, language);
  const facts: readonly Fact[] = [
    {
      label: t('businessNumber'),
      value: businessNumber === null ? t('businessNumberMissing') : formatBusinessNumber(businessNumber),
    },
    { label: t('district'), value: place ?? t('districtMissing') },
    { label: t('businessSummary'), value: supplier.businessSummary },
    { label: t('employment'), value: <Employment supplier={supplier} /> },
    { label: t('record'), value: <RecordShown supplier={supplier} /> },
    // Only for who may see the whole row.
    { label: t('representative'), value: representative },
    { label: t('phone'), value: phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> },
    {
      label: t('email'),
      value: email && <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>,
    },
    { label: t('homepage'), value: homepage && <Homepage address={homepage} /> },
    { label: t('socialPurpose'), value: supplier.socialPurpose },
    { label: t('serviceField'), value: supplier.serviceField },
  ];
  return (
    <section className="panel stack stack--tight" aria-label={t('facts')}>
      <h2>{t('facts')}</h2>
      {/* What nobody has entered is left out: a page of dashes tells nothing. */}
      <FactList facts={facts.filter(({ value }) => value !== null && value !== '')} />
      {supplier.introduction !== null && (
        <>
          <h3>{t('introduction')}</h3>
          <p className="supplier-page__introduction">{supplier.introduction}</p>
        </>
      )}
    </section>
  );
}

/** Opened apart from this product and told nothing about it; another scheme than the web's is not a link. */
function Homepage({ address }: { readonly address: string }) {
  const t = useMessages(pageMessages);
  const safe = safeAddress(address);
  if (safe === null) return address;
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer nofollow">
      {address}
      <span className="visually-hidden"> ({t('newWindow')})</span>
    </a>
  );
}

function safeAddress(address: string): string | null {
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}

export function Employment({ supplier }: { readonly supplier: Supplier }) {
  const t = useMessages(pageMessages);
  const { language } = useLanguage();
  const { vulnerableEmploymentBp: bp, vulnerableEmploymentOn: on } = supplier;
  if (bp === null) return t('employmentMissing');
  return t('employmentShown', { percent: (bp / 100).toFixed(1), day: showDay(on, language) });
}

export function RecordShown({ supplier }: { readonly supplier: Supplier }) {
  const t = useMessages(pageMessages);
  const { language } = useLanguage();
  const { purchaseCount, buyerCount, recordAsOf } = supplier;
  const shown =
    purchaseCount === 0 ? t('recordNone') : t('recordShown', { count: purchaseCount, buyers: buyerCount });
  return recordAsOf === null
    ? shown
    : `${shown} (${t('recordAsOf', { day: showDay(recordAsOf, language) })})`;
}
