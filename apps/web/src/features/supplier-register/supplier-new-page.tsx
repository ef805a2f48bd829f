import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createSupplier, SUPPLIERS_KEY } from './api';
import { registerMessages } from './messages';
import { NamesakeDialog, NumberHolder } from './namesake-dialog';
import { SupplierFields } from './supplier-fields';
import { EMPTY_SUPPLIER, isSupplierValues, type SupplierValues } from './supplier-values';
import { SUPPLIER_FORM_ID, useSupplierForm } from './use-supplier-form';
import { useSupplierLabels } from './use-supplier-labels';
import './supplier-form.css';

/** Enters a supplier; its certificates are added on the page that follows. */
export default function SupplierNewPage() {
  const t = useMessages(registerMessages);
  const labels = useSupplierLabels();
  const say = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const draft = useDraft<SupplierValues>('supplier:new', isSupplierValues);
  const form = useForm<SupplierValues>({
    defaultValues: draft.kept ?? EMPTY_SUPPLIER,
    shouldFocusError: false,
  });
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isSupplierValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);
  const { submit, namesake, confirm, dismiss, holder } = useSupplierForm(async (body) => {
    const made = await createSupplier(body, idempotency.headersFor(body));
    draft.clear();
    await queryClient.invalidateQueries({ queryKey: SUPPLIERS_KEY });
    say(t('created', { name: made.name }));
    await navigate(`/suppliers/${made.id}/register`);
  });
  return (
    <div className="stack">
      <PageHeader
        title={t('newTitle')}
        description={t('newDescription')}
        crumbs={[{ label: t('suppliers'), to: '/suppliers' }]}
      />
      <div className="panel">
        <Form id={SUPPLIER_FORM_ID} form={form} onSubmit={submit} labels={labels}>
          {draft.kept !== null && (
            <DraftNotice
              onDiscard={() => {
                form.reset(EMPTY_SUPPLIER);
                draft.clear();
              }}
            />
          )}
          <NumberHolder holder={holder} />
          <SupplierFields form={form} />
          <FormActions>
            <Button type="submit" busy={form.formState.isSubmitting}>
              {t('create')}
            </Button>
            <LinkButton variant="secondary" to="/suppliers">
              {t('cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
      <NamesakeDialog other={namesake} onClose={dismiss} onConfirm={confirm} />
    </div>
  );
}
