import { FactList } from '../../components/fact-list';
import { LinkButton } from '../../components/link-button';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseStartLink } from '../../lib/purchase-start';
import { useMay } from '../../lib/session';
import type { SupplierRequest } from './api';
import { requestMessages } from './messages';

/** What the enterprise said; whoever may log purchases begins one from its offer. */
export function RequestAnswerPanel({ request }: { readonly request: SupplierRequest }) {
  const t = useMessages(requestMessages);
  const { language } = useLanguage();
  const may = useMay();
  if (request.state !== 'answered' && request.state !== 'declined') return null;
  const { quotedAmountKrw, quotedIncludesVat } = request;
  const vat = t(quotedIncludesVat === true ? 'withVat' : 'withoutVat');
  const answered = request.state === 'answered';
  return (
    <section className="panel stack stack--tight" aria-labelledby="request-answer">
      <h2 id="request-answer">{t(answered ? 'answerTitle' : 'declineReason')}</h2>
      <p className="typed-text">{answered ? request.answer : request.declineReason}</p>
      <FactList
        facts={[
          ...(answered
            ? [
                {
                  label: t('quotedWon'),
                  value: quotedAmountKrw === null ? t('noQuote') : `${showKrw(quotedAmountKrw)} (${vat})`,
                },
              ]
            : []),
          { label: t('answeredAt'), value: showInstant(request.answeredAt, language) },
        ]}
      />
      {answered && may('purchase:write') && (
        <div className="stack stack--tight">
          <p className="field__hint">{t('enterPurchaseHint')}</p>
          <div>
            <LinkButton icon="plus" to={purchaseLinkOf(request)}>
              {t('enterPurchase')}
            </LinkButton>
          </div>
        </div>
      )}
    </section>
  );
}

function purchaseLinkOf(request: SupplierRequest): string {
  return purchaseStartLink({
    supplierId: request.supplierId,
    item: request.itemName ?? request.title,
    priceKrw: request.quotedAmountKrw,
    priceIncludesVat: request.quotedIncludesVat ?? true,
  });
}
