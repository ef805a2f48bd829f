import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../components/button';
import { ComboBoxField } from '../../components/combo-box-field';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useToast } from '../../components/toast';
import { chooseInstitutions } from '../../lib/institution-choice';
import { useMessages } from '../../lib/language';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createContract, matchQuery, type ContractMatch } from './api';
import { ContractFormFields } from './contract-form-fields';
import { fieldsOf, isContractValues, sourceOf, valuesOfMatch, type ContractValues } from './contract-values';
import { contractMessages } from './messages';
import { throwPlaced, useContractForm, useContractLabels } from './use-contract-form';

/** Without a match, or from one with ?matchId=: its buyer and whom it selected are filled in. */
export default function ContractNewPage() {
  const t = useMessages(contractMessages);
  const [params] = useSearchParams();
  const asked = params.get('matchId') ?? '';
  const matchId = /^[0-9a-f-]{36}$/i.test(asked) ? asked : null;
  const { data: match, error, refetch } = useQuery(matchQuery(matchId));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (matchId !== null && match === undefined) return <PageSkeleton label={t('loading')} />;
  return <NewContract key={matchId} match={match ?? null} />;
}

function NewContract({ match }: { readonly match: ContractMatch | null }) {
  const t = useMessages(contractMessages);
  const say = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const idempotency = useIdempotencyKey();
  const labels = useContractLabels();
  const draft = useDraft(`contract:new:${match?.id ?? ''}`, isContractValues);
  const empty = valuesOfMatch(match);
  const form = useContractForm(draft.kept ?? empty, match !== null);
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isContractValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);

  const send = async (values: ContractValues) => {
    const fields = fieldsOf(values);
    if (fields === null) return;
    const place = match === null ? { institutionId: values.institutionId } : { matchId: match.id };
    const body = { ...fields, ...place, source: sourceOf(values) };
    try {
      const made = await createContract(body, idempotency.headersFor(body));
      idempotency.renew();
      draft.clear();
      say(t('saved'));
      // The match has moved, too.
      await client.invalidateQueries();
      await navigate(`/contracts/${made.id}`, { replace: true });
    } catch (error) {
      throwPlaced(error);
    }
  };
  const back = match === null ? '/contracts' : `/matches/${match.id}`;
  return (
    <div className="stack">
      <PageHeader
        title={t('newTitle')}
        description={t('newLead')}
        crumbs={[{ label: t('title'), to: '/contracts' }]}
      />
      {match !== null && <Notice>{t('matchPrefilled', { title: match.title })}</Notice>}
      <div className="panel">
        <Form form={form} onSubmit={send} labels={labels}>
          {draft.kept !== null && (
            <DraftNotice
              onDiscard={() => {
                form.reset(empty);
                draft.clear();
              }}
            />
          )}
          {match === null && <BuyerField form={form} />}
          <ContractFormFields form={form} />
          <FormActions>
            <Button type="submit" busy={form.formState.isSubmitting}>
              {t('save')}
            </Button>
            <LinkButton variant="secondary" to={back}>
              {t('back')}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </div>
  );
}

function BuyerField({ form }: { readonly form: UseFormReturn<ContractValues> }) {
  const t = useMessages(contractMessages);
  const frame = useRef<HTMLDivElement>(null);
  const name = form.watch('institutionName');
  return (
    <Controller
      control={form.control}
      name="institutionId"
      render={({ field, fieldState }) => (
        <div
          ref={(element) => {
            frame.current = element;
            field.ref({ focus: () => frame.current?.querySelector('input')?.focus() });
          }}
        >
          <ComboBoxField
            searchKey="contract-buyers"
            search={chooseInstitutions}
            label={t('institution')}
            hint={t('buyerHint')}
            required
            error={fieldState.error?.message}
            value={field.value === '' ? null : { id: field.value, label: name }}
            onBlur={field.onBlur}
            onChange={(option) => {
              form.setValue('institutionName', option?.label ?? '');
              form.setValue('departmentId', '');
              field.onChange(option?.id ?? '');
            }}
          />
        </div>
      )}
    />
  );
}
