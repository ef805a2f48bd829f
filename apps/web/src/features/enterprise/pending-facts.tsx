import { StateBadge } from '../../components/state-badge';
import { WithdrawButton } from '../../components/withdraw-button';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { ENTERPRISE_KEY, withdrawVerification, type Verification } from './api';
import { companyMessages } from './company-messages';
import { factText } from './fact-text';
import './pending-facts.css';

/** What is public beside what waits to take its place. */
export function PendingFacts({ pending }: { readonly pending: Verification }) {
  const t = useMessages(companyMessages);
  const { language } = useLanguage();
  return (
    <section className="panel stack stack--tight" aria-labelledby="pending-facts">
      <div className="cluster cluster--spread">
        <h2 id="pending-facts">{t('waitingTitle')}</h2>
        <StateBadge tone="information" label={t('state_pending')} />
      </div>
      <p className="field__hint">{t('waitingText', { day: showInstant(pending.requestedAt, language) })}</p>
      <table className="pending-facts">
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('standing')}</th>
            <th scope="col">{t('proposed')}</th>
          </tr>
        </thead>
        <tbody>
          {pending.differences.map(({ fact, standing, proposed }) => (
            <tr key={fact}>
              <th scope="row">{t(`fact_${fact}`)}</th>
              <td>{factText(fact, standing, language)}</td>
              <td>
                <strong>{factText(fact, proposed, language)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pending.evidenceName !== null && (
        <p>
          {t('evidence')}: {pending.evidenceName}
        </p>
      )}
      {pending.note !== null && (
        <p>
          {t('note')}: {pending.note}
        </p>
      )}
      <div>
        <WithdrawButton
          label={t('withdraw')}
          title={t('withdrawTitle')}
          text={t('withdrawText')}
          done={t('withdrawn')}
          withdraw={() => withdrawVerification(pending)}
          reloads={ENTERPRISE_KEY}
        />
      </div>
    </section>
  );
}
