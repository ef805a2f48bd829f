import { formatBusinessNumber } from '@ieum/domain';
import { Link } from 'react-router';
import { showDay, showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import type { Purchase } from './api';
import { detailMessages } from './detail-messages';
import { FactList } from '../../components/fact-list';

export function PurchaseFacts({ purchase }: { readonly purchase: Purchase }) {
  const t = useMessages(detailMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const won = (amountKrw: number | null) =>
    amountKrw === null ? null : t('won', { amount: showKrw(amountKrw) });
  const { businessNumber, method, methodDetails } = purchase;
  return (
    <section className="panel stack stack--tight" aria-labelledby="purchase-facts">
      <h2 id="purchase-facts">{t('facts')}</h2>
      <FactList
        facts={[
          { label: t('department'), value: purchase.departmentName },
          { label: t('fiscalYear'), value: t('yearName', { year: String(purchase.fiscalYear) }) },
          {
            label: t('supplier'),
            value: `${purchase.supplierName}${purchase.supplierId === null ? ` (${t('unregistered')})` : ''}`,
          },
          {
            label: t('businessNumber'),
            value: businessNumber === null ? null : formatBusinessNumber(businessNumber),
          },
          { label: t('amount'), value: <strong>{won(purchase.amountKrw)}</strong> },
          { label: t('supplyValue'), value: won(purchase.supplyValueKrw) },
          { label: t('contractDate'), value: showDay(purchase.contractDate, language) },
          { label: t('paymentDate'), value: showDay(purchase.paymentDate, language) },
          { label: t('kind'), value: word(`kind_${purchase.kind}`) },
          { label: t('channel'), value: word(`channel_${purchase.channel}`) },
          { label: t('method'), value: methodDetails ?? (method === null ? null : word(`method_${method}`)) },
          { label: t('contractNumber'), value: purchase.contractNumber },
          { label: t('classificationCode'), value: purchase.classificationCode },
          { label: t('budgetObjectCode'), value: purchase.budgetObjectCode },
          { label: t('source'), value: <Source purchase={purchase} /> },
          { label: t('createdAt'), value: showInstant(purchase.createdAt, language) },
          { label: t('note'), value: purchase.note },
        ]}
      />
    </section>
  );
}

function Source({ purchase }: { readonly purchase: Purchase }) {
  const t = useMessages(detailMessages);
  const word = useMessages(purchaseWords);
  return (
    <>
      {word(`source_${purchase.source}`)}
      {purchase.importId !== null && (
        <>
          {' · '}
          <Link to={`/purchases?importId=${purchase.importId}`}>{t('import')}</Link>
        </>
      )}
      {purchase.contractId !== null && (
        <>
          {' · '}
          <Link to={`/contracts/${purchase.contractId}`}>{t('contract')}</Link>
        </>
      )}
    </>
  );
}
