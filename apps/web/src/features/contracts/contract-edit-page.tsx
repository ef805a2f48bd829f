import { useQuery, useQueryClient } from '@tanstack/react-query';
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
import { VersionConflict } from '../../components/version-conflict';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useDraft } from '../../lib/use-draft';
import { contractQuery, CONTRACTS_KEY, editContract, type Contract } from './api';
import { ContractFormFields } from './contract-form-fields';
import { fieldsOf, isContractValues, valuesOf, type ContractValues } from './contract-values';
import { contractMessages } from './messages';
import { useConflictFields } from './use-conflict-fields';
import { throwPlaced, useContractForm, useContractLabels } from './use-contract-form';

const FORM_ID = 'contract-form';

export default function ContractEditPage() {
  const t = useMessages(contractMessages);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...contractQuery(id), refetchOnWindowFocus: false });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('loading')} />;
  return <EditContract key={id} start={data} />;
}

function EditContract({ start }: { readonly start: Contract }) {
  const t = useMessages(contractMessages);
  const say = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const labels = useContractLabels();
  const draft = useDraft(`contract:${start.id}`, isContractValues);
  const form = useContractForm(draft.kept ?? valuesOf(start), start.matchId !== null);
  // Read by the next submit, also by one that the dialog sends off.
  const base = useRef(start);
  const [theirs, setTheirs] = useState<Contract | null>(null);
  const values = form.watch();
  const { isDirty, isSubmitting } = form.formState;
  const { keep } = draft;
  useEffect(() => {
    if (isDirty) keep(values);
  }, [isDirty, keep, values]);
  const refill = (contract: Contract) => {
    draft.clear();
    form.reset(valuesOf(contract));
  };

  const send = async (typed: ContractValues) => {
    const fields = fieldsOf(typed);
    if (fields === null) return;
    try {
      await editContract(base.current, fields);
      draft.clear();
      say(t('saved'));
      await client.invalidateQueries({ queryKey: CONTRACTS_KEY });
      await navigate(`/contracts/${start.id}`);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'VERSION_STALE')
        setTheirs(await client.fetchQuery({ ...contractQuery(start.id), staleTime: 0 }));
      else throwPlaced(error);
    }
  };
  return (
    <div className="stack">
      <PageHeader
        title={t('editTitle')}
        crumbs={[
          { label: t('title'), to: '/contracts' },
          { label: start.item, to: `/contracts/${start.id}` },
        ]}
      />
      {draft.kept !== null && <DraftNotice onDiscard={() => refill(base.current)} />}
      <div className="panel">
        <Form id={FORM_ID} form={form} onSubmit={send} labels={labels}>
          <ContractFormFields form={form} />
          <FormActions>
            <Button type="submit" busy={isSubmitting}>
              {t('save')}
            </Button>
            <LinkButton variant="secondary" to={`/contracts/${start.id}`}>
              {t('back')}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
      <VersionConflict
        open={theirs !== null}
        fields={useConflictFields(values, theirs)}
        onClose={() => setTheirs(null)}
        onKeepMine={() => {
          if (theirs !== null) base.current = theirs;
          setTheirs(null);
          document.querySelector<HTMLFormElement>(`#${FORM_ID}`)?.requestSubmit();
        }}
        onTakeTheirs={() => {
          if (theirs !== null) {
            base.current = theirs;
            refill(theirs);
          }
          setTheirs(null);
        }}
      />
    </div>
  );
}
