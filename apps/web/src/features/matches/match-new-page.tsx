import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useController, useForm, type UseFormReturn } from 'react-hook-form';
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
import { useMessages } from '../../lib/language';
import { chooseInstitutions } from '../../lib/institution-choice';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createMatch, MATCHES_KEY, needQuery, type Need } from './api';
import { MatchFields } from './match-fields';
import { bodyOf, isMatchValues, startOf, type MatchValues } from './match-values';
import { matchMessages } from './messages';
import { useMatchLabels } from './use-match-labels';

const ID = /^[0-9a-f-]{36}$/i;

/** Begins a match: from a need with ?needId=, or with an empty form. */
export default function MatchNewPage() {
  const t = useMessages(matchMessages);
  const [params] = useSearchParams();
  const asked = params.get('needId') ?? '';
  const needId = ID.test(asked) ? asked : null;
  const { data: need, error, refetch } = useQuery(needQuery(needId));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (needId !== null && need === undefined) return <PageSkeleton label={t('loading')} />;
  // A draft belongs to the need that it was typed for.
  return <NewMatch key={needId} need={need ?? null} />;
}

function NewMatch({ need }: { readonly need: Need | null }) {
  const t = useMessages(matchMessages);
  const say = useToast();
  const labels = useMatchLabels();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const draft = useDraft<MatchValues>(`match:new:${need?.id ?? ''}`, isMatchValues);
  const form = useForm<MatchValues>({ defaultValues: draft.kept ?? startOf(need), shouldFocusError: false });
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isMatchValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);
  const send = async (values: MatchValues) => {
    const needIds = need === null ? [] : [need.id];
    const body = { institutionId: values.institutionId, needIds, ...bodyOf(values) };
    const made = await createMatch(body, idempotency.headersFor(body));
    idempotency.renew();
    draft.clear();
    await queryClient.invalidateQueries({ queryKey: MATCHES_KEY });
    await queryClient.invalidateQueries({ queryKey: ['needs'] });
    say(t('saved'));
    await navigate(`/matches/${made.id}`, { replace: true });
  };
  return (
    <div className="stack">
      <PageHeader
        title={t('newTitle')}
        description={t('newLead')}
        crumbs={[{ label: t('title'), to: '/matches' }]}
      />
      <div className="panel">
        <Form form={form} onSubmit={send} labels={labels}>
          {draft.kept !== null && (
            <DraftNotice
              onDiscard={() => {
                form.reset(startOf(need));
                draft.clear();
              }}
            />
          )}
          {need === null ? (
            <InstitutionField form={form} />
          ) : (
            <Notice title={t('needTitle')}>
              {t('needText', { title: need.title, institution: need.institutionName })}
            </Notice>
          )}
          <MatchFields form={form} />
          <FormActions>
            <Button type="submit" busy={form.formState.isSubmitting}>
              {t('save')}
            </Button>
            <LinkButton variant="secondary" to="/matches">
              {t('cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </div>
  );
}

function InstitutionField({ form }: { readonly form: UseFormReturn<MatchValues> }) {
  const t = useMessages(matchMessages);
  const { field, fieldState } = useController({
    name: 'institutionId',
    control: form.control,
    rules: { validate: (value) => value !== '' || t('choose') },
  });
  return (
    <div ref={(element) => field.ref({ focus: () => element?.querySelector('input')?.focus() })}>
      <ComboBoxField
        searchKey="institutions"
        search={chooseInstitutions}
        label={t('institution')}
        hint={t('institutionHint')}
        required
        error={fieldState.error?.message}
        value={field.value === '' ? null : { id: field.value, label: form.watch('institutionName') }}
        onBlur={field.onBlur}
        onChange={(option) => {
          form.setValue('institutionName', option?.label ?? '');
          form.setValue('departmentId', '');
          field.onChange(option?.id ?? '');
        }}
      />
    </div>
  );
}
