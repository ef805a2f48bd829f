import { CERTIFIED_ONLY, certificateStateOn } from '@ieum/domain';
import { Notice } from '../../components/notice';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { useCountingYear } from '../../lib/years';
import type { Purchase } from './api';
import { detailMessages } from './detail-messages';
import { FactList } from '../../components/fact-list';
import './entry-hints.css';

/** Why it counts or does not: the day, the amount, the certificates of that day as they were kept with it. */
export function CountingPanel({ purchase }: { readonly purchase: Purchase }) {
  const t = useMessages(detailMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const year = useCountingYear(purchase.institutionId, purchase.fiscalYear);
  const { countStatus, recognitionDate, recognizedAmountKrw, countedSchemes } = purchase;
  const amount = showKrw(recognizedAmountKrw);
  const schemes = countedSchemes.map((code) =>
    code === CERTIFIED_ONLY
      ? word('scheme_certified_only')
      : (year?.schemes.find((scheme) => scheme.code === code)?.name ?? code),
  );
  const named = schemes.join(', ');
  const needsCheck =
    schemes.length > 0 ? t('needsCheckPartTitle', { schemes: named, amount }) : t('needsCheckTitle');
  const title =
    countStatus === 'counted'
      ? t('countsTitle', { day: showDay(recognitionDate, language), amount })
      : countStatus === 'needs_check'
        ? needsCheck
        : t('notCountedTitle');
  return (
    <section className="panel stack stack--tight" aria-labelledby="purchase-counting">
      <h2 id="purchase-counting">{t('counting')}</h2>
      <Notice tone={countStatus === 'counted' ? 'success' : 'warning'} title={title}>
        <ul>
          {purchase.countReasons.map((reason) => (
            <li key={reason}>{word(`reason_${reason}`)}</li>
          ))}
          {purchase.adjustsId !== null && <li>{t('inherited')}</li>}
        </ul>
      </Notice>
      <FactList
        facts={[
          { label: t('recognitionDate'), value: showDay(recognitionDate, language) },
          {
            label: t('recognizedAmount'),
            value: recognizedAmountKrw === null ? null : t('won', { amount }),
          },
          { label: t('countsSchemes'), value: named },
        ]}
      />
      {purchase.adjustsId === null && <Snapshot purchase={purchase} />}
    </section>
  );
}

function Snapshot({ purchase }: { readonly purchase: Purchase }) {
  const t = useMessages(detailMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const { certificates, recognitionDate } = purchase;
  return (
    <div>
      <h3>{t('snapshot')}</h3>
      {certificates.length === 0 && <p className="field__hint">{t('snapshotNone')}</p>}
      <ul className="entry-hints__certificates">
        {certificates.map((one) => {
          const from = showDay(one.validFrom, language);
          return (
            <li key={`${one.type} ${one.validFrom}`}>
              <strong>{word(`certificate_${one.type}`)}</strong>{' '}
              {recognitionDate !== null &&
                word(`certificateState_${certificateStateOn(one, recognitionDate)}`)}
              <span className="entry-hints__validity">
                {one.validUntil === null
                  ? t('certificateNoLimit', { from })
                  : t('certificateUntil', { from, until: showDay(one.validUntil, language) })}
              </span>
            </li>
          );
        })}
      </ul>
      {purchase.countStatus === 'counted' && <p className="field__hint">{t('snapshotNote')}</p>}
    </div>
  );
}
