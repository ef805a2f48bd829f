import { editRefusal, transitionRefusal, type PurchaseAction } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { PrintButton } from '../../components/print-button';
import { ReasonDialog } from '../../components/reason-dialog';
import { useToast } from '../../components/toast';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useProblemSentence } from '../../lib/problem-sentences';
import { refusalSentence } from '../../lib/refusal-sentence';
import { useMay } from '../../lib/session';
import { etagOf } from '../../lib/unwrap';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { AdjustDialog } from './adjust-dialog';
import { actOnPurchase, adjustPurchase, returnPurchase, type NewAdjustment, type Purchase } from './api';
import { detailMessages } from './detail-messages';
import type { Standing } from './use-purchase-standing';

interface PurchaseActionsProps {
  readonly purchase: Purchase;
  readonly standing: Standing;
}

type Asked = 'return' | 'void' | 'adjust';

/** What this person may do now with this purchase; the same rules as the server's say which buttons there are. */
export function PurchaseActions({ purchase, standing }: PurchaseActionsProps) {
  const t = useMessages(detailMessages);
  const { language } = useLanguage();
  const may = useMay();
  const say = useToast();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const navigate = useNavigate();
  const key = useIdempotencyKey();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { id, version, state } = purchase;

  const stands = {
    state,
    periodState: standing.periodState,
    // A returned one changed nothing: the server, too, lets the purchase be edited again.
    hasAdjustments: standing.adjustments.some((row) => row.state !== 'returned' && row.state !== 'voided'),
    isAdjustment: purchase.adjustsId !== null,
    isRecount: purchase.recountId !== null,
    reason: 'x',
  };
  const can = (action: PurchaseAction) => transitionRefusal(stands, action) === null;
  const writes = may('purchase:write');
  const reviews = may('purchase:review');
  const noEdit = editRefusal(stands);
  const editable = noEdit === null;
  const adjustable =
    purchase.adjustsId === null && !editable && (state === 'submitted' || state === 'accepted');

  const run = async (done: string, act: () => Promise<unknown>) => {
    setAsked(null);
    setBusy(true);
    setFailure(null);
    try {
      await act();
      say(done);
    } catch (error) {
      setFailure(error);
    }
    await client.invalidateQueries();
    setBusy(false);
  };
  const drop = async () => {
    await actOnPurchase(id, etagOf(version), 'void');
    await navigate('/purchases');
  };
  const adjust = async (body: NewAdjustment) => {
    await adjustPurchase(id, body, key.headersFor(body));
    key.renew();
    setAsked(null);
    say(t('adjusted'));
    await client.invalidateQueries();
  };

  return (
    <div className="stack stack--tight no-print">
      <div className="cluster">
        {reviews && can('accept') && (
          <Button
            icon="check"
            busy={busy}
            onClick={() => void run(t('accepted'), () => actOnPurchase(id, etagOf(version), 'accept'))}
          >
            {t('accept')}
          </Button>
        )}
        {writes && can('submit') && (
          <Button
            busy={busy}
            onClick={() => void run(t('submitted'), () => actOnPurchase(id, etagOf(version), 'submit'))}
          >
            {t('submit')}
          </Button>
        )}
        {writes && editable && (
          <LinkButton to={`/purchases/${id}/edit`} variant="secondary" icon="edit">
            {t('edit')}
          </LinkButton>
        )}
        {writes && adjustable && (
          <Button variant="secondary" onClick={() => setAsked('adjust')}>
            {t('adjust')}
          </Button>
        )}
        {reviews && can('return') && (
          <Button variant="secondary" busy={busy} onClick={() => setAsked('return')}>
            {t('giveBack')}
          </Button>
        )}
        {writes && can('void') && (
          <Button variant="danger" busy={busy} onClick={() => setAsked('void')}>
            {t('drop')}
          </Button>
        )}
        <PrintButton />
      </div>
      {writes && noEdit !== null && (
        <p className="field__hint">{t('whyNoEdit', { reason: refusalSentence(noEdit, language) })}</p>
      )}
      {failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(failure)}
        </Notice>
      )}
      <ReasonDialog
        open={asked === 'return'}
        onClose={() => setAsked(null)}
        title={t('returnTitle')}
        text={t('returnText')}
        label={t('returnReason')}
        confirmLabel={t('returnConfirm')}
        missingText={t('reasonMissing')}
        onConfirm={(reason) => void run(t('returned'), () => returnPurchase(id, etagOf(version), reason))}
      />
      <ConfirmDialog
        open={asked === 'void'}
        onClose={() => setAsked(null)}
        onConfirm={() => void run(t('dropped'), drop)}
        title={t('dropTitle')}
        confirmLabel={t('dropConfirm')}
        danger
      >
        <p>{t('dropText', { item: purchase.item, amount: showKrw(purchase.amountKrw) })}</p>
      </ConfirmDialog>
      <AdjustDialog
        key={standing.adjustments.length}
        open={asked === 'adjust'}
        onClose={() => setAsked(null)}
        onAdjust={adjust}
        purchase={purchase}
        standing={standing}
      />
    </div>
  );
}
