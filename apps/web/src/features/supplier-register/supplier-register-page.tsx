import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Navigate, useLocation, useParams } from 'react-router';
import { Button } from '../../components/button';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { listedWords } from '../../lib/listed-words';
import { ProblemError } from '../../lib/problem-error';
import { useUnsavedWarning } from '../../lib/use-unsaved-warning';
import { changeSupplier, supplierQuery, SUPPLIERS_KEY, type Supplier, type SupplierChange } from './api';
import { CertificatesPanel } from './certificates-panel';
import { registerMessages } from './messages';
import { NamesakeDialog, NumberHolder } from './namesake-dialog';
import { SupplierConflict } from './supplier-conflict';
import { SupplierFields } from './supplier-fields';
import { valuesOf, type SupplierValues } from './supplier-values';
import { SUPPLIER_FORM_ID, useSupplierForm } from './use-supplier-form';
import { useSupplierLabels } from './use-supplier-labels';
import './supplier-form.css';

const MERGED = 'merged';

/** A supplier's entry for who keeps the register: its facts and its certificates. */
export default function SupplierRegisterPage() {
  const t = useMessages(registerMessages);
  const listed = useMessages(listedWords);
  const { id = '' } = useParams();
  const { state: arrival } = useLocation();
  const supplier = useQuery(supplierQuery(id));
  if (supplier.isPending) return <PageSkeleton label={t('loading')} />;
  if (supplier.isError) {
    return (
      <div className="stack">
        <PageHeader title={t('suppliers')} crumbs={[{ label: t('suppliers'), to: '/suppliers' }]} />
        <LoadFailed error={supplier.error} onRetry={() => void supplier.refetch()} />
      </div>
    );
  }
  // A merged entry is changed where it went.
  if (supplier.data.id !== id.toLowerCase())
    return <Navigate to={`/suppliers/${supplier.data.id}/register`} replace state={MERGED} />;
  const { name, warnings } = supplier.data;
  return (
    <div className="stack">
      <PageHeader
        title={t('registerTitle', { name })}
        description={t('registerDescription')}
        crumbs={[
          { label: t('suppliers'), to: '/suppliers' },
          { label: name, to: `/suppliers/${id}` },
        ]}
        actions={
          <>
            <LinkButton variant="secondary" size="small" icon="image" to={`/suppliers/${id}/catalogue`}>
              {t('catalogue')}
            </LinkButton>
            <LinkButton variant="secondary" size="small" to={`/suppliers/${id}/merge`}>
              {listed('merge')}
            </LinkButton>
            <LinkButton variant="secondary" size="small" to={`/suppliers/${id}`}>
              {t('publicPage')}
            </LinkButton>
          </>
        }
      />
      {arrival === MERGED && <Notice live>{t('merged')}</Notice>}
      {warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {t(`warning_${warning}`)}
        </Notice>
      ))}
      <FactsForm key={id} supplier={supplier.data} />
      <CertificatesPanel supplierId={id} />
    </div>
  );
}

function FactsForm({ supplier }: { readonly supplier: Supplier }) {
  const t = useMessages(registerMessages);
  const labels = useSupplierLabels();
  const say = useToast();
  const queryClient = useQueryClient();
  const form = useForm<SupplierValues>({ defaultValues: valuesOf(supplier), shouldFocusError: false });
  const [theirs, setTheirs] = useState<Supplier | null>(null);
  const { isDirty, isSubmitting } = form.formState;
  useUnsavedWarning(isDirty);
  /** The row that the form was filled from; a later one takes its place while nothing is typed. */
  const read = useRef(supplier);
  useEffect(() => {
    if (isDirty || supplier.version <= read.current.version) return;
    read.current = supplier;
    form.reset(valuesOf(supplier));
  }, [form, isDirty, supplier]);

  const save = async (version: number, body: SupplierChange) => {
    const saved = await changeSupplier(supplier.id, version, body);
    read.current = saved;
    form.reset(valuesOf(saved));
    await queryClient.invalidateQueries({ queryKey: SUPPLIERS_KEY });
    say(t('saved'));
  };
  const { submit, namesake, confirm, dismiss, holder, resend } = useSupplierForm(async (body) => {
    try {
      await save(read.current.version, body);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 412) throw error;
      const fresh = await queryClient.fetchQuery({ ...supplierQuery(supplier.id), staleTime: 0 });
      // Certificates raise the version, too: then nothing of this form is in dispute.
      if (isSame(valuesOf(fresh), valuesOf(read.current))) await save(fresh.version, body);
      else setTheirs(fresh);
    }
  });
  return (
    <div className="panel">
      <Form id={SUPPLIER_FORM_ID} form={form} onSubmit={submit} labels={labels}>
        <NumberHolder holder={holder} />
        <SupplierFields form={form} />
        <FormActions>
          <Button type="submit" busy={isSubmitting}>
            {t('save')}
          </Button>
          <LinkButton variant="secondary" to={`/suppliers/${supplier.id}`}>
            {t('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
      <NamesakeDialog other={namesake} onClose={dismiss} onConfirm={confirm} />
      <SupplierConflict
        mine={form.getValues()}
        theirs={theirs}
        onClose={() => setTheirs(null)}
        onTakeTheirs={(taken) => {
          read.current = taken;
          form.reset(valuesOf(taken));
          setTheirs(null);
        }}
        onKeepMine={(taken) => {
          read.current = taken;
          setTheirs(null);
          resend();
        }}
      />
    </div>
  );
}

function isSame(one: SupplierValues, other: SupplierValues): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
