import { formatBusinessNumber } from '@ieum/domain';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useToast } from '../../components/toast';
import { VersionConflict, type ConflictField } from '../../components/version-conflict';
import { showDay } from '../../lib/date-format';
import { fileQuery } from '../../lib/files';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { ProblemError } from '../../lib/problem-error';
import { purchaseWords } from '../../lib/purchase-messages';
import { etagOf, type Versioned } from '../../lib/unwrap';
import { useDraft } from '../../lib/use-draft';
import { editPurchase, purchaseQuery, type Purchase } from './api';
import { DuplicateDialog } from './duplicate-dialog';
import { EntryHints } from './entry-hints';
import { entryMessages } from './entry-messages';
import { PurchaseFormFields } from './purchase-form-fields';
import { bodyOf, isPurchaseDraft, valuesOf, type PurchaseFormValues } from './purchase-form-values';
import { throwPlaced, usePurchaseForm, usePurchaseLabels } from './use-purchase-form';
import './purchase-form-fields.css';

const FORM_ID = 'purchase-form';

/** Reads the purchase and its files first: the form starts from what is saved now. */
export default function PurchaseEditPage() {
  const t = useMessages(entryMessages);
  const { id = '' } = useParams();
  const purchase = useQuery({ ...purchaseQuery(id), refetchOnWindowFocus: false });
  const files = useQueries({
    queries: (purchase.data?.data.fileIds ?? []).map((fileId) => fileQuery(fileId)),
  });
  if (purchase.error) return <LoadFailed error={purchase.error} onRetry={() => void purchase.refetch()} />;
  if (purchase.data === undefined || files.some((file) => file.isPending))
    return <PageSkeleton label={t('loading')} />;
  const attached = files.flatMap(({ data }) =>
    data === undefined ? [] : [{ id: data.id, name: data.name }],
  );
  return <EditForm key={id} start={purchase.data} saved={valuesOf(purchase.data.data, attached)} />;
}

interface EditFormProps {
  readonly start: Versioned<Purchase>;
  readonly saved: PurchaseFormValues;
}

function EditForm({ start, saved }: EditFormProps) {
  const t = useMessages(entryMessages);
  const say = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { id, institutionId } = start.data;
  const draft = useDraft(`purchase:${id}`, isPurchaseDraft);
  const form = usePurchaseForm(draft.kept ?? saved);
  const labels = usePurchaseLabels();
  const values = form.watch();
  // Read by the next submit, also by one that a dialog sends off.
  const base = useRef(start.data);
  const confirmed = useRef(false);
  const [theirs, setTheirs] = useState<Purchase | null>(null);
  const [twin, setTwin] = useState<PurchaseFormValues | null>(null);
  const [drawn, setDrawn] = useState(0);
  const { isDirty, isSubmitting } = form.formState;
  const { keep } = draft;

  useEffect(() => {
    if (isDirty) keep(values);
  }, [isDirty, keep, values]);

  const refill = (next: PurchaseFormValues) => {
    draft.clear();
    form.reset(next);
    setDrawn((before) => before + 1);
  };

  const send = async (typed: PurchaseFormValues) => {
    const fields = bodyOf(typed);
    if (fields === null) return;
    const { classificationCode, methodDetails, version } = base.current;
    const confirmation = confirmed.current ? { confirmProbableDuplicate: true } : {};
    const body = { ...fields, classificationCode, methodDetails, ...confirmation };
    confirmed.current = false;
    try {
      await editPurchase(id, etagOf(version), body);
      draft.clear();
      say(t('savedEdit'));
      await client.invalidateQueries();
      await navigate(`/purchases/${id}`);
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : '';
      if (code === 'PURCHASE_PROBABLE_DUPLICATE') setTwin(typed);
      else if (code === 'VERSION_STALE')
        setTheirs((await client.fetchQuery({ ...purchaseQuery(id), staleTime: 0 })).data);
      else throwPlaced(error);
    }
  };
  const sendAgain = () => document.querySelector<HTMLFormElement>(`#${FORM_ID}`)?.requestSubmit();

  return (
    <div className="stack">
      <PageHeader
        title={t('editTitle')}
        crumbs={[
          { label: t('list'), to: '/purchases' },
          { label: start.data.item, to: `/purchases/${id}` },
        ]}
      />
      {draft.kept !== null && <DraftNotice onDiscard={() => refill(saved)} />}
      <div className="purchase-form">
        <div className="panel">
          <Form id={FORM_ID} form={form} onSubmit={send} labels={labels}>
            <PurchaseFormFields key={drawn} form={form} placeIsFixed />
            <FormActions>
              <Button type="submit" busy={isSubmitting}>
                {t('saveEdit')}
              </Button>
              <LinkButton to={`/purchases/${id}`} variant="text">
                {t('cancel')}
              </LinkButton>
            </FormActions>
          </Form>
        </div>
        <div className="purchase-form__side">
          <EntryHints values={values} institutionId={institutionId} />
        </div>
      </div>
      <DuplicateDialog
        values={twin}
        onClose={() => setTwin(null)}
        onConfirm={() => {
          setTwin(null);
          confirmed.current = true;
          sendAgain();
        }}
      />
      <VersionConflict
        open={theirs !== null}
        fields={useConflictFields(values, theirs)}
        onClose={() => setTheirs(null)}
        onKeepMine={() => {
          if (theirs !== null) base.current = theirs;
          setTheirs(null);
          sendAgain();
        }}
        onTakeTheirs={() => {
          if (theirs !== null) {
            base.current = theirs;
            refill(valuesOf(theirs, values.files));
          }
          setTheirs(null);
        }}
      />
    </div>
  );
}

/** Both versions, field by field, in words. */
function useConflictFields(mine: PurchaseFormValues, saved: Purchase | null): readonly ConflictField[] {
  const t = useMessages(entryMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  if (saved === null) return [];
  const theirs = valuesOf(saved, mine.files);
  const shown = (values: PurchaseFormValues): readonly (readonly [string, string])[] => [
    [t('supplier'), values.supplierName],
    [t('businessNumber'), values.businessNumber === '' ? '' : formatBusinessNumber(values.businessNumber)],
    [t('item'), values.item],
    [t('amount'), showKrw(values.amountKrw)],
    [t('supplyValue'), showKrw(values.supplyValueKrw)],
    [t('contractDate'), showDay(values.contractDate, language)],
    [t('paymentDate'), showDay(values.paymentDate, language)],
    [t('kind'), values.kind === '' ? '' : word(`kind_${values.kind}`)],
    [t('channel'), values.channel === '' ? '' : word(`channel_${values.channel}`)],
    [t('method'), values.method === '' ? t('methodNone') : word(`method_${values.method}`)],
    [t('contractNumber'), values.contractNumber],
    [t('budgetObjectCode'), values.budgetObjectCode],
    [t('note'), values.note],
  ];
  const other = shown(theirs);
  return shown(mine).map(([label, text], index) => {
    const their = other[index]?.[1] ?? '';
    return { label, mine: text || '–', theirs: their || '–', differs: text !== their };
  });
}
