import {
  businessNumberChecksumFits,
  certificateStateOn,
  isClosedOn,
  isRefusal,
  parseBusinessNumber,
  recognise,
  vatFits,
  type Day,
  type Recognition,
} from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { DirectAwardHint } from '../../components/direct-award-hint';
import { Notice } from '../../components/notice';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { useCountingYear, type CountingYear } from '../../lib/years';
import { supplierQuery, type Supplier } from './api';
import { entryMessages } from './entry-messages';
import { fiscalYearOf, type PurchaseFormValues } from './purchase-form-values';
import './entry-hints.css';

interface EntryHintsProps {
  readonly values: PurchaseFormValues;
  readonly institutionId: string | null;
}

/** What the server will decide, told beforehand by the same rules. Never in the way: a hint blocks nothing. */
export function EntryHints({ values, institutionId }: EntryHintsProps) {
  const t = useMessages(entryMessages);
  const { language } = useLanguage();
  const fiscalYear = fiscalYearOf(values);
  const year = useCountingYear(institutionId, fiscalYear);
  const { data: supplier } = useQuery(supplierQuery(values.supplierId));
  const registered = values.supplierId === null ? null : (supplier ?? null);
  const day = values.contractDate ?? values.paymentDate;
  const decided = decisionOf(values, year, fiscalYear, registered);
  const hints = [
    vatHint(values) === null ? null : t('hintVat', { vat: showKrw(vatHint(values)) }),
    failsChecksum(values) ? t('hintChecksum') : null,
    values.supplierId === null && values.supplierName.trim() !== '' ? t('supplierFree') : null,
    registered !== null && day !== null && isClosedOn(registered.closedOn, day)
      ? t('hintClosed', { day: showDay(registered.closedOn, language) })
      : null,
  ].filter((hint) => hint !== null);

  return (
    <aside className="panel stack stack--tight entry-hints" aria-label={t('hints')}>
      <h2>{t('hints')}</h2>
      <div className="stack stack--tight" role="status">
        {decided === null && <p className="entry-hints__empty">{t('hintsEmpty')}</p>}
        {decided === 'no-policy' && (
          <Notice tone="danger">{t('hintNoPolicy', { year: String(fiscalYear) })}</Notice>
        )}
        {decided !== null && decided !== 'no-policy' && <Decision decided={decided} year={year} />}
        {hints.map((hint) => (
          <Notice key={hint} tone="warning">
            {hint}
          </Notice>
        ))}
      </div>
      {registered !== null && day !== null && <Certificates supplier={registered} day={day} />}
      <AwardHint values={values} day={day} />
    </aside>
  );
}

function Decision({ decided, year }: { readonly decided: Recognition; readonly year: CountingYear | null }) {
  const t = useMessages(entryMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const schemes = decided.countedSchemes.map(
    (code) => year?.schemes.find((scheme) => scheme.code === code)?.name ?? code,
  );
  if (decided.certifiedOnly) schemes.push(word('scheme_certified_only'));
  const counts = decided.countStatus === 'counted';
  const named = schemes.join(', ');
  const less = schemes.length > 0 ? t('hintPart', { schemes: named }) : t('hintNot');
  return (
    <Notice
      tone={counts ? 'success' : 'warning'}
      title={counts ? t('hintCounts', { day: showDay(decided.recognitionDate, language) }) : less}
    >
      {!counts && (
        <ul>
          {decided.reasons.map((reason) => (
            <li key={reason}>{word(`reason_${reason}`)}</li>
          ))}
        </ul>
      )}
      {counts && schemes.length > 0 && <p>{t('hintCountsSchemes', { schemes: named })}</p>}
    </Notice>
  );
}

/** May one quotation be enough? Asked of the server once there is a supplier, a kind and a price. */
function AwardHint({ values, day }: { readonly values: PurchaseFormValues; readonly day: Day | null }) {
  const t = useMessages(entryMessages);
  const { supplierId, supplierName, kind, amountKrw, supplyValueKrw } = values;
  const named = supplierId !== null || supplierName.trim() !== '';
  if (!named || kind === '' || (amountKrw === null && supplyValueKrw === null)) return null;
  return (
    <div className="stack stack--tight">
      <h3>{t('hintAward')}</h3>
      <DirectAwardHint
        question={{ supplierId, amountKrw, amountIncludesVat: true, supplyValueKrw, kind, on: day }}
      />
    </div>
  );
}

function Certificates({ supplier, day }: { readonly supplier: Supplier; readonly day: Day }) {
  const t = useMessages(entryMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  return (
    <div>
      <h3>{t('hintCertificates', { day: showDay(day, language) })}</h3>
      {supplier.certifications.length === 0 && <p className="field__hint">{t('hintNoCertificates')}</p>}
      <ul className="entry-hints__certificates">
        {supplier.certifications.map((one) => {
          const from = showDay(one.validFrom, language);
          return (
            <li key={one.id}>
              <strong>{word(`certificate_${one.type}`)}</strong>{' '}
              {word(`certificateState_${certificateStateOn(one, day)}`)}
              <span className="entry-hints__validity">
                {one.validUntil === null
                  ? t('certificateNoLimit', { from })
                  : t('certificateUntil', { from, until: showDay(one.validUntil, language) })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The recognition as submitting would decide it; null while too little is typed to say anything. */
function decisionOf(
  values: PurchaseFormValues,
  year: CountingYear | null,
  fiscalYear: number | null,
  supplier: Supplier | null,
): Recognition | 'no-policy' | null {
  const named = values.supplierId === null ? values.supplierName.trim() !== '' : supplier !== null;
  if (!named || fiscalYear === null || values.amountKrw === null || values.channel === '') return null;
  if (year === null) return 'no-policy';
  return recognise(
    {
      state: 'submitted',
      fiscalYear,
      channel: values.channel,
      contractDate: values.contractDate,
      paymentDate: values.paymentDate,
      amountKrw: values.amountKrw,
      supplyValueKrw: values.supplyValueKrw,
    },
    year.policy,
    supplier?.certifications ?? [],
    year.schemes,
  );
}

/** The VAT that does not fit, in won; null when all is well. */
function vatHint({ amountKrw, supplyValueKrw }: PurchaseFormValues): number | null {
  if (amountKrw === null || supplyValueKrw === null || vatFits(amountKrw, supplyValueKrw)) return null;
  return amountKrw - supplyValueKrw;
}

/** Synthetic demo numbers (000-…) are never issued, so their check digit says nothing. */
function failsChecksum({ supplierId, businessNumber }: PurchaseFormValues): boolean {
  if (supplierId !== null || businessNumber.trim() === '') return false;
  const digits = parseBusinessNumber(businessNumber);
  return !isRefusal(digits) && !digits.startsWith('000') && !businessNumberChecksumFits(digits);
}
