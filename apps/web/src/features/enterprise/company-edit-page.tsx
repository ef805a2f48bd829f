import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useDraft } from '../../lib/use-draft';
import { etagOf } from '../../lib/unwrap';
import { changeCompany, companyQuery, ENTERPRISE_KEY, type Company } from './api';
import { CompanyConflict } from './company-conflict';
import { CompanyFactFields, CompanyWordFields, useCompanyLabels } from './company-fields';
import { companyMessages } from './company-messages';
import { changeOf, isCompanyValues, valuesOf, type CompanyValues } from './company-values';
import { WithEnterprise } from './with-enterprise';

export default function CompanyEditPage() {
  const t = useMessages(companyMessages);
  return (
    <WithEnterprise>
      {() => (
        <div className="stack">
          <PageHeader
            title={t('editTitle')}
            description={t('editLead')}
            crumbs={[{ label: t('title'), to: '/enterprise' }]}
          />
          <LoadedForm />
        </div>
      )}
    </WithEnterprise>
  );
}

function LoadedForm() {
  const t = useMessages(companyMessages);
  const { data, error, refetch } = useQuery({ ...companyQuery, refetchOnWindowFocus: false });
  if (error && data === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('editTitle')} />;
  return <CompanyForm company={data.data} />;
}

function CompanyForm({ company }: { readonly company: Company }) {
  const t = useMessages(companyMessages);
  const say = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const labels = useCompanyLabels();
  const draft = useDraft<CompanyValues>(`enterprise:company:${company.supplier.id}`, isCompanyValues);
  const [read, setRead] = useState(company);
  const [theirs, setTheirs] = useState<Company | null>(null);
  const form = useForm<CompanyValues>({
    defaultValues: draft.kept ?? valuesOf(company),
    shouldFocusError: false,
  });
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isCompanyValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);

  // What somebody did not touch stays as a colleague has left it: only the own changes are sent, on any version.
  const save = async (values: CompanyValues, version: number) => {
    const change = changeOf(values, valuesOf(read));
    if (change === null) {
      form.setError('root.server', { type: 'server', message: t('nothingChanged') });
      return;
    }
    try {
      const saved = await changeCompany(etagOf(version), change);
      draft.clear();
      await queryClient.invalidateQueries({ queryKey: ENTERPRISE_KEY });
      say(t(saved.pending === null ? 'saved' : 'savedWaiting'));
      await navigate('/enterprise');
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 412) throw error;
      setTheirs((await queryClient.fetchQuery({ ...companyQuery, staleTime: 0 })).data);
    }
  };
  return (
    <div className="panel">
      <Form form={form} onSubmit={(values) => save(values, read.version)} labels={labels}>
        {draft.kept !== null && (
          <DraftNotice
            onDiscard={() => {
              form.reset(valuesOf(read));
              draft.clear();
            }}
          />
        )}
        <CompanyFactFields form={form} />
        <CompanyWordFields form={form} />
        <FormActions>
          <Button type="submit" busy={form.formState.isSubmitting}>
            {t('save')}
          </Button>
          <LinkButton variant="secondary" to="/enterprise">
            {t('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
      <CompanyConflict
        mine={form.getValues()}
        began={valuesOf(read)}
        theirs={theirs}
        onClose={() => setTheirs(null)}
        onTake={(taken) => {
          setRead(taken);
          form.reset(valuesOf(taken));
          setTheirs(null);
        }}
        onKeep={(taken) => {
          setTheirs(null);
          void form.handleSubmit((values) => save(values, taken.version))();
        }}
      />
    </div>
  );
}
