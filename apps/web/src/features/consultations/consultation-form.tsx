import { CALLER_KINDS, CONSULTATION_CHANNELS } from '@ieum/domain';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { RadioGroup } from '../../components/radio-group';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import type { Conflict } from '../../lib/use-conflict';
import { useDraft } from '../../lib/use-draft';
import type { Consultation } from './api';
import { CallerFields } from './caller-fields';
import { ConsultationConflict } from './consultation-conflict';
import {
  consultationValues,
  isConsultationValues,
  wrongConsultationField,
  type ConsultationValues,
} from './consultation-values';
import { consultationMessages } from './messages';
import { NeedFields } from './need-fields';

interface ConsultationFormProps {
  /** null = a new one */
  readonly consultation: Consultation | null;
  /** @returns whether it was saved */
  readonly save: (values: ConsultationValues) => Promise<boolean>;
  readonly conflict?: Conflict<Consultation>;
  readonly back: string;
}

/** Fast for the usual call: the day, phone and public body are filled in, topic and answer are typed. */
export function ConsultationForm({ consultation, save, conflict, back }: ConsultationFormProps) {
  const t = useMessages(consultationMessages);
  const draft = useDraft<ConsultationValues>(
    `consultation:${consultation?.id ?? 'new'}`,
    isConsultationValues,
  );
  const empty = consultationValues(consultation, today());
  const form = useForm<ConsultationValues>({ defaultValues: draft.kept ?? empty, shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const [callerKind, institutionId] = form.watch(['callerKind', 'institutionId']);
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isConsultationValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);
  const send = async (values: ConsultationValues) => {
    if (await save(values)) draft.clear();
  };
  return (
    <div className="panel">
      <Form
        form={form}
        onSubmit={send}
        labels={{
          consultedOn: t('consultedOn'),
          channel: t('channel'),
          callerKind: t('callerKind'),
          institutionId: t('institution'),
          departmentId: t('department'),
          supplierId: t('supplier'),
          areaId: t('area'),
          topic: t('topic'),
          answer: t('answer'),
        }}
      >
        {draft.kept !== null && (
          <DraftNotice
            onDiscard={() => {
              form.reset(empty);
              draft.clear();
            }}
          />
        )}
        <Controller
          control={form.control}
          name="callerKind"
          render={({ field: { name, value, onChange, onBlur } }) => (
            <RadioGroup
              label={t('callerKind')}
              required
              inline
              name={name}
              value={value}
              onChange={onChange}
              onBlur={onBlur}
              options={CALLER_KINDS.map((kind) => ({ value: kind, label: t(`caller_${kind}`) }))}
            />
          )}
        />
        <div className="form-grid">
          <Controller
            control={form.control}
            name="consultedOn"
            rules={{
              validate: (value, values) =>
                value === null
                  ? t('required')
                  : wrongConsultationField(values, today()) !== 'consultedOn' || t('future'),
            }}
            render={({ field }) => (
              <DayField
                label={t('consultedOn')}
                required
                max={today()}
                error={errors.consultedOn?.message}
                {...field}
              />
            )}
          />
          <SelectField
            label={t('channel')}
            required
            emptyLabel={null}
            options={CONSULTATION_CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))}
            {...form.register('channel')}
          />
        </div>
        <CallerFields form={form} />
        <TextArea
          label={t('topic')}
          hint={t('topicHint')}
          required
          rows={2}
          maxLength={500}
          error={errors.topic?.message}
          {...form.register('topic', { validate: (value) => value.trim() !== '' || t('required') })}
        />
        <TextArea
          label={t('answer')}
          rows={4}
          maxLength={2000}
          error={errors.answer?.message}
          {...form.register('answer')}
        />
        {consultation === null && callerKind === 'public_body' && institutionId !== '' && (
          <NeedFields form={form} />
        )}
        <FormActions>
          <Button type="submit" busy={isSubmitting}>
            {t('save')}
          </Button>
          <LinkButton variant="secondary" to={back}>
            {t('back')}
          </LinkButton>
        </FormActions>
      </Form>
      {conflict !== undefined && conflict.theirs !== null && (
        <ConsultationConflict
          mine={form.getValues()}
          theirs={conflict.theirs}
          onClose={conflict.close}
          onTake={(theirs) => {
            conflict.accept(theirs);
            form.reset(consultationValues(theirs, today()));
          }}
          onKeep={(theirs) => {
            conflict.accept(theirs);
            void form.handleSubmit(send)();
          }}
        />
      )}
    </div>
  );
}
