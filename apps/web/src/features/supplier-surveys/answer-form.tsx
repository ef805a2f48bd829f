import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { RadioGroup } from '../../components/radio-group';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useDraft } from '../../lib/use-draft';
import { answerOf, EMPTY_ANSWER, isAnswerValues, lacksOffers, type AnswerValues } from './answer-values';
import { answerSurvey, SURVEYS_KEY, type SupplierSurvey } from './api';
import { surveyMessages } from './messages';

/** Can you sell to public bodies? What, how much, and what stands in the way. */
export function AnswerForm({ survey }: { readonly survey: SupplierSurvey }) {
  const t = useMessages(surveyMessages);
  const say = useToast();
  const queryClient = useQueryClient();
  const draft = useDraft<AnswerValues>(`supplier-survey:${survey.id}`, isAnswerValues);
  const form = useForm<AnswerValues>({ defaultValues: draft.kept ?? EMPTY_ANSWER, shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const canSell = form.watch('canSell');
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isAnswerValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);
  const send = async (values: AnswerValues) => {
    try {
      await answerSurvey(survey.id, answerOf(values));
      draft.clear();
      say(t('answered'));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 409) throw error;
      say(t('someoneFaster'));
    }
    await queryClient.invalidateQueries({ queryKey: SURVEYS_KEY });
  };
  return (
    <Form
      form={form}
      onSubmit={send}
      labels={{
        canSell: t('canSell'),
        offers: t('offers'),
        capacity: t('capacity'),
        obstacles: t('obstacles'),
      }}
    >
      {draft.kept !== null && (
        <DraftNotice
          onDiscard={() => {
            form.reset(EMPTY_ANSWER);
            draft.clear();
          }}
        />
      )}
      <Controller
        control={form.control}
        name="canSell"
        rules={{ validate: (value) => value !== '' || t('choose') }}
        render={({ field: { name, value, onChange, onBlur } }) => (
          <RadioGroup
            label={t('canSell')}
            required
            inline
            name={`${name}-${survey.id}`}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            error={errors.canSell?.message}
            options={[
              { value: 'yes', label: t('canSellYes') },
              { value: 'no', label: t('canSellNo') },
            ]}
          />
        )}
      />
      {canSell === 'yes' && (
        <>
          <TextArea
            label={t('offers')}
            hint={t('offersHint')}
            required
            maxLength={1000}
            error={errors.offers?.message}
            {...form.register('offers', { validate: (_, values) => !lacksOffers(values) || t('required') })}
          />
          <TextArea
            label={t('capacity')}
            hint={t('capacityHint')}
            maxLength={1000}
            error={errors.capacity?.message}
            {...form.register('capacity')}
          />
        </>
      )}
      <TextArea
        label={t('obstacles')}
        hint={t('obstaclesHint')}
        maxLength={1000}
        error={errors.obstacles?.message}
        {...form.register('obstacles')}
      />
      <p className="field__hint">{t('answerHint')}</p>
      <FormActions>
        <Button type="submit" busy={isSubmitting}>
          {t('answer')}
        </Button>
      </FormActions>
    </Form>
  );
}
