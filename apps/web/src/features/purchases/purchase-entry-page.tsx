import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { ProblemError } from '../../lib/problem-error';
import { purchaseWords } from '../../lib/purchase-messages';
import { useUser } from '../../lib/session';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createPurchase, type Purchase } from './api';
import { DuplicateDialog } from './duplicate-dialog';
import { EntryHints } from './entry-hints';
import { entryMessages } from './entry-messages';
import { CountBadge } from './purchase-badges';
import { PurchaseFormFields } from './purchase-form-fields';
import {
  bodyOf,
  emptyPurchase,
  fiscalYearOf,
  isPurchaseDraft,
  nextPurchase,
  type PurchaseFormValues,
} from './purchase-form-values';
import { throwPlaced, usePurchaseForm, usePurchaseLabels } from './use-purchase-form';
import { PurchaseStartNotice, usePurchaseStart } from './use-purchase-start';
import './purchase-entry-page.css';

const FORM_ID = 'purchase-form';
const RECENT = 5;

/** A pile of receipts, one after the other, by keyboard alone: Enter saves and the form is ready for the next one. */
export default function PurchaseEntryPage() {
  const t = useMessages(entryMessages);
  const word = useMessages(purchaseWords);
  const user = useUser();
  const say = useToast();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const draft = useDraft('purchase:new', isPurchaseDraft);
  const empty = emptyPurchase(user.departmentId ?? '');
  const form = usePurchaseForm(draft.kept ?? empty);
  const labels = usePurchaseLabels();
  const values = form.watch();
  const [serial, setSerial] = useState(0);
  const [recent, setRecent] = useState<readonly Purchase[]>([]);
  const [twin, setTwin] = useState<PurchaseFormValues | null>(null);
  const asDraft = useRef(false);
  const confirmed = useRef(false);
  const { isDirty, isSubmitting } = form.formState;
  const { keep } = draft;

  useEffect(() => {
    if (isDirty) keep(values);
  }, [isDirty, keep, values]);

  const startAnew = (next: PurchaseFormValues) => {
    draft.clear();
    key.renew();
    form.reset(next);
    setSerial((before) => before + 1);
  };
  const untouched = draft.kept === null && !isDirty;
  const offer = usePurchaseStart(form, untouched, () => startAnew(empty));
  // The supplier's field is drawn anew for each purchase, and so it can be reached only after the drawing.
  useEffect(() => {
    if (serial > 0) form.setFocus('supplierName');
  }, [serial, form]);

  const save = async (typed: PurchaseFormValues) => {
    const fields = bodyOf(typed);
    const fiscalYear = fiscalYearOf(typed);
    if (fields === null || fiscalYear === null) return;
    const confirmation = confirmed.current ? { confirmProbableDuplicate: true } : {};
    const body = {
      ...fields,
      ...confirmation,
      departmentId: typed.departmentId,
      fiscalYear,
      draft: asDraft.current,
    };
    confirmed.current = false;
    try {
      const saved = await createPurchase(body, key.headersFor(body));
      setRecent((before) => [saved, ...before].slice(0, RECENT));
      say(
        saved.state === 'draft'
          ? t('savedDraft')
          : t('saved', {
              item: saved.item,
              amount: showKrw(saved.amountKrw),
              count: word(`count_${saved.countStatus}`),
            }),
      );
      startAnew(nextPurchase(typed));
      await client.invalidateQueries();
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'PURCHASE_PROBABLE_DUPLICATE') setTwin(typed);
      else throwPlaced(error);
    }
  };

  const confirmTwin = () => {
    setTwin(null);
    confirmed.current = true;
    document.querySelector<HTMLFormElement>(`#${FORM_ID}`)?.requestSubmit();
  };

  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        crumbs={[{ label: t('list'), to: '/purchases' }]}
      />
      {offer !== null && <PurchaseStartNotice offer={offer} />}
      {offer === null && draft.kept !== null && <DraftNotice onDiscard={() => startAnew(empty)} />}
      <div className="purchase-form">
        <div className="panel">
          <Form id={FORM_ID} form={form} onSubmit={save} labels={labels}>
            <PurchaseFormFields key={serial} form={form} placeIsFixed={false} />
            <FormActions>
              <Button type="submit" busy={isSubmitting} onClick={() => (asDraft.current = false)}>
                {t('saveNext')}
              </Button>
              <Button
                type="submit"
                variant="secondary"
                busy={isSubmitting}
                onClick={() => (asDraft.current = true)}
              >
                {t('saveDraft')}
              </Button>
              <LinkButton to="/purchases" variant="text">
                {t('cancel')}
              </LinkButton>
            </FormActions>
            <p className="field__hint">{t('shortcut')}</p>
          </Form>
        </div>
        <div className="purchase-form__side stack">
          <EntryHints values={values} institutionId={user.institutionId} />
          {recent.length > 0 && <RecentPurchases purchases={recent} />}
        </div>
      </div>
      <DuplicateDialog values={twin} onClose={() => setTwin(null)} onConfirm={confirmTwin} />
    </div>
  );
}

function RecentPurchases({ purchases }: { readonly purchases: readonly Purchase[] }) {
  const t = useMessages(entryMessages);
  return (
    <section className="panel stack stack--tight" aria-label={t('recent')}>
      <h2>{t('recent')}</h2>
      <ul className="recent-purchases">
        {purchases.map((one) => (
          <li key={one.id}>
            <Link to={`/purchases/${one.id}`}>{one.item}</Link>
            <span className="number">{t('won', { amount: showKrw(one.amountKrw) })}</span>
            <CountBadge status={one.countStatus} />
          </li>
        ))}
      </ul>
    </section>
  );
}
