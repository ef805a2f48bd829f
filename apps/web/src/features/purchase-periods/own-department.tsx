import { submitPeriodRefusal, type SubmissionKind } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { StateBadge } from '../../components/state-badge';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useProblemSentence } from '../../lib/problem-sentences';
import { purchaseWords } from '../../lib/purchase-messages';
import { refusalSentence } from '../../lib/refusal-sentence';
import { submitPeriod, withdrawPeriod, type DepartmentSubmission, type PurchasePeriod } from './api';
import { periodMessages } from './messages';
import { PERIOD_TONE } from './period-tone';
import { purchasesAddress } from './purchases-address';
import { usePeriodStep } from './use-period-step';

interface OwnDepartmentProps {
  readonly period: PurchasePeriod;
  readonly own: DepartmentSubmission;
}

/** The clerk's part: hand in, hand in nothing, take back; with the reason whenever one of them is not possible. */
export function OwnDepartment({ period, own }: OwnDepartmentProps) {
  const t = useMessages(periodMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const sentence = useProblemSentence();
  const step = usePeriodStep();
  const [asked, setAsked] = useState<SubmissionKind | 'withdraw' | null>(null);
  const { quarter } = period;
  const facts = { state: own.state, unfinished: own.unfinishedCount, purchases: own.purchaseCount };
  const noReport = submitPeriodRefusal({ ...facts, kind: 'report' });
  const noNil = submitPeriodRefusal({ ...facts, kind: 'nil' });
  const figures = { count: own.purchaseCount, amount: showKrw(own.amountKrw) };
  const confirm = () => {
    const chosen = asked;
    setAsked(null);
    if (chosen === 'withdraw') return step.run(t('withdrawn', { quarter }), () => withdrawPeriod(period.id));
    if (chosen !== null) return step.run(t('submitted', { quarter }), () => submitPeriod(period.id, chosen));
    return Promise.resolve();
  };

  return (
    <section className="panel stack stack--tight" aria-labelledby="own-department">
      <div className="cluster">
        <h2 id="own-department">{t('ownTitle', { department: own.departmentName })}</h2>
        <StateBadge tone={PERIOD_TONE[own.state]} label={word(`period_${own.state}`)} />
      </div>
      {own.state === 'open' && (
        <p>
          {own.unfinishedCount > 0
            ? t('ownUnfinished', { ...figures, unfinished: own.unfinishedCount })
            : t('ownOpen', figures)}
        </p>
      )}
      {own.state === 'submitted' && own.kind !== null && (
        <p>{t('ownSubmitted', { kind: word(`submission_${own.kind}`) })}</p>
      )}
      {own.state === 'closed' && <p>{t('ownClosed')}</p>}
      {step.failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(step.failure)}
        </Notice>
      )}
      {own.state === 'open' && (
        <>
          <div className="cluster">
            {noReport === null && (
              <Button busy={step.busy} onClick={() => setAsked('report')}>
                {t('submitReport')}
              </Button>
            )}
            {noNil === null && (
              <Button variant="secondary" busy={step.busy} onClick={() => setAsked('nil')}>
                {t('submitNil')}
              </Button>
            )}
            {own.unfinishedCount > 0 && (
              <LinkButton variant="secondary" to={purchasesAddress(period, own, 'unfinished')}>
                {t('fixUnfinished')}
              </LinkButton>
            )}
          </div>
          {noReport !== null && noNil !== null && (
            <p className="field__hint">
              {t('whyNotReport', { reason: refusalSentence(noReport, language) })}
            </p>
          )}
        </>
      )}
      {own.state === 'submitted' && (
        <div className="cluster">
          <Button variant="secondary" busy={step.busy} onClick={() => setAsked('withdraw')}>
            {t('withdraw')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => void confirm()}
        title={
          asked === 'withdraw'
            ? t('withdrawTitle')
            : t(asked === 'nil' ? 'nilTitle' : 'submitTitle', { quarter })
        }
        confirmLabel={t(asked === 'withdraw' ? 'withdraw' : asked === 'nil' ? 'submitNil' : 'submitReport')}
      >
        <p>
          {asked === 'withdraw'
            ? t('withdrawText')
            : asked === 'nil'
              ? t('nilText')
              : t('submitText', figures)}
        </p>
      </ConfirmDialog>
    </section>
  );
}
