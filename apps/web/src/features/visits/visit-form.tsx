import { VISIT_PURPOSES, type VisitPurpose } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { RadioGroup } from '../../components/radio-group';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createVisit, VISITS_KEY, type Visit } from './api';
import { visitMessages } from './messages';
import { NEEDS_KEY } from './needs-api';
import './visit-form.css';
import { isVisitValues, keepVisitHabit, visitOf, wrongVisitField, type VisitValues } from './visit-values';
import { VisiteeFields } from './visitee-fields';

interface VisitFormProps {
  /** tells apart the drafts of the dialog and of the page */
  readonly draftName: string;
  readonly start: VisitValues;
  readonly onSaved: (visit: Visit) => void;
}

/** One visit in one look: whom, when, what for, what came of it. The next one begins as the last one did. */
export function VisitForm({ draftName, start, onSaved }: VisitFormProps) {
  const t = useMessages(visitMessages);
  const say = useToast();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const draft = useDraft<VisitValues>(`visit:${draftName}`, isVisitValues);
  const form = useForm<VisitValues>({ defaultValues: draft.kept ?? start, shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isVisitValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);
  const [state, visitee] = form.watch(['state', 'visitee']);
  const isDone = state === 'done';
  const rightBy =
    (field: 'visitedOn' | 'nextStep' | 'nextStepOn' | 'needs') => (_: unknown, values: VisitValues) =>
      wrongVisitField(values, today()) !== field || t(`wrong_${field}`);

  const send = async (values: VisitValues) => {
    const body = visitOf(values);
    const visit = await createVisit(body, idempotency.headersFor(body));
    idempotency.renew();
    keepVisitHabit(values);
    draft.clear();
    await Promise.all([VISITS_KEY, NEEDS_KEY].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    say(t(isDone ? 'savedDone' : 'savedPlanned'));
    onSaved(visit);
  };
  return (
    <Form
      form={form}
      onSubmit={send}
      className="visit-form"
      labels={{
        institutionId: t('institution'),
        supplierId: t('supplier'),
        organisationName: t('organisation'),
        areaId: t('area'),
        visitedOn: t('visitedOn'),
        metRole: t('metRole'),
        result: t('result'),
        nextStep: t('nextStep'),
        nextStepOn: t('nextStepOn'),
        needs: t('needs'),
      }}
    >
      {draft.kept !== null && (
        <DraftNotice
          onDiscard={() => {
            form.reset(start);
            draft.clear();
          }}
        />
      )}
      <Controller
        control={form.control}
        name="state"
        render={({ field }) => (
          <RadioGroup
            label={t('when')}
            inline
            options={(['done', 'planned'] as const).map((value) => ({ value, label: t(`when_${value}`) }))}
            name={field.name}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        )}
      />
      <VisiteeFields form={form} />
      <div className="form-grid">
        <Controller
          control={form.control}
          name="visitedOn"
          rules={{ validate: rightBy('visitedOn') }}
          render={({ field }) => (
            <DayField
              label={t(isDone ? 'visitedOn' : 'plannedFor')}
              required
              error={errors.visitedOn?.message}
              {...field}
            />
          )}
        />
        <SelectField
          label={t('purpose')}
          emptyLabel={null}
          options={VISIT_PURPOSES.map((value: VisitPurpose) => ({ value, label: t(`purpose_${value}`) }))}
          {...form.register('purpose')}
        />
        <TextField
          label={t('metRole')}
          hint={t('metRoleHint')}
          maxLength={50}
          autoComplete="off"
          error={errors.metRole?.message}
          {...form.register('metRole')}
        />
      </div>
      {isDone && (
        <TextArea
          label={t('result')}
          rows={3}
          maxLength={2000}
          error={errors.result?.message}
          {...form.register('result')}
        />
      )}
      {isDone && visitee === 'institution' && (
        <TextArea
          label={t('needs')}
          hint={t('needsHint')}
          rows={2}
          maxLength={1000}
          error={errors.needs?.message}
          {...form.register('needs', { validate: rightBy('needs') })}
        />
      )}
      <div className="form-grid">
        <TextField
          label={t('nextStep')}
          maxLength={500}
          autoComplete="off"
          error={errors.nextStep?.message}
          {...form.register('nextStep', { validate: rightBy('nextStep') })}
        />
        <Controller
          control={form.control}
          name="nextStepOn"
          rules={{ validate: rightBy('nextStepOn') }}
          render={({ field }) => (
            <DayField label={t('nextStepOn')} error={errors.nextStepOn?.message} {...field} />
          )}
        />
      </div>
      <FormActions>
        <Button type="submit" busy={isSubmitting} icon="check">
          {t('save')}
        </Button>
      </FormActions>
    </Form>
  );
}
