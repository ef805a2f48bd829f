import { Link } from 'react-router';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { detailMessages } from './detail-messages';
import { PurchaseStateBadge } from './purchase-badges';
import type { Standing } from './use-purchase-standing';
import './adjustments-panel.css';

/** The signed rows that changed this purchase, and what is left of it. */
export function AdjustmentsPanel({ standing }: { readonly standing: Standing }) {
  const t = useMessages(detailMessages);
  const { language } = useLanguage();
  if (standing.adjustments.length === 0)
    return (
      <section className="panel stack stack--tight">
        <h2>{t('history')}</h2>
        <p className="field__hint">{t('historyNone')}</p>
      </section>
    );
  return (
    <section className="panel stack stack--tight" aria-labelledby="purchase-adjustments">
      <h2 id="purchase-adjustments">{t('history')}</h2>
      <div className="adjustments" role="region" aria-labelledby="purchase-adjustments" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('reason')}</th>
              <th scope="col" className="number">
                {t('adjustedAmount')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {standing.adjustments.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to={`/purchases/${row.id}`}>{showDay(row.contractDate, language)}</Link>
                </td>
                <td>
                  {row.adjustmentReason}
                  {row.recountId !== null && (
                    <>
                      {' '}
                      <Link to={`/purchase-recounts?state=&purchaseId=${row.adjustsId ?? ''}`}>
                        {t('recountMark')}
                      </Link>
                    </>
                  )}
                </td>
                <td className="number">{showKrw(row.amountKrw)}</td>
                <td>
                  <PurchaseStateBadge state={row.state} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('net')}
              </th>
              <td className="number">{showKrw(standing.netKrw)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
