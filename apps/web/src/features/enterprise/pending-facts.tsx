import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { StateBadge } from '../../components/state-badge';
import { useToast } from '../../components/toast';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { ENTERPRISE_KEY, withdrawVerification, type Verification } from './api';
import { companyMessages } from './company-messages';
import { factText } from './fact-text';
import './pending-facts.css';

/** What is public beside what waits to take its place. */
export function PendingFacts({ pending }: { readonly pending: Verification }) {
  const t = useMessages(companyMessages);
  const { language } = useLanguage();
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await withdrawVerification(pending);
      say(t('withdrawn'));
    } catch (error) {
      say(sentence(error));
    }
    setBusy(false);
    setOpen(false);
    await queryClient.invalidateQueries({ queryKey: ENTERPRISE_KEY });
  };
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
        <Button variant="secondary" size="small" onClick={() => setOpen(true)}>
          {t('withdraw')}
        </Button>
      </div>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={() => void withdraw()}
        title={t('withdrawTitle')}
        confirmLabel={t('withdraw')}
        danger
        busy={busy}
      >
        <p>{t('withdrawText')}</p>
      </ConfirmDialog>
    </section>
  );
}
