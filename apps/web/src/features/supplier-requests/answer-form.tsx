import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { MoneyField } from '../../components/money-field';
import { RadioGroup } from '../../components/radio-group';
import { ReasonDialog } from '../../components/reason-dialog';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useDraft } from '../../lib/use-draft';
import { answerRequest, declineRequest, REQUESTS_KEY, type SupplierRequest } from './api';
import { requestMessages } from './messages';
import { answerOf, EMPTY_ANSWER, isAnswerValues, lacksVat, type AnswerValues } from './request-values';

/** The enterprise's answer: with an offer, without one, or that it is not possible. */
export function AnswerForm({ request }: { readonly request: SupplierRequest }) {
  const t = useMessages(requestMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const draft = useDraft<AnswerValues>(`supplier-request:answer:${request.id}`, isAnswerValues);
  const form = useForm<AnswerValues>({ defaultValues: draft.kept ?? EMPTY_ANSWER, shouldFocusError: false });
  const [declining, setDeclining] = useState(false);
  const [busy, setBusy] = useState(false);
  const { errors, isSubmitting } = form.formState;
  const amount = form.watch('quotedAmountKrw');
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isAnswerValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);

  /** A colleague or the department was faster: the page shows how it ended; what was typed stays in the draft. */
  const showNow = () => queryClient.invalidateQueries({ queryKey: REQUESTS_KEY });
  const send = async (values: AnswerValues) => {
    try {
      await answerRequest(request.id, answerOf(values));
      draft.clear();
      say(t('answered'));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 409) throw error;
      say(t('someoneFaster'));
    }
    await showNow();
  };
  const decline = async (reason: string) => {
    setBusy(true);
    try {
      await declineRequest(request.id, reason);
      draft.clear();
      say(t('declined'));
    } catch (error) {
      say(sentence(error));
    }
    setBusy(false);
    setDeclining(false);
    await showNow();
  };
  return (
    <section className="panel stack" aria-labelledby="request-answer-form">
      <h2 id="request-answer-form">{t('answerForm')}</h2>
      <Form
        form={form}
        onSubmit={send}
        labels={{ answer: t('answerLabel'), quotedAmountKrw: t('amount'), vat: t('vat') }}
      >
        {draft.kept !== null && (
          <DraftNotice
            onDiscard={() => {
              form.reset(EMPTY_ANSWER);
              draft.clear();
            }}
          />
        )}
        <TextArea
          label={t('answerLabel')}
          hint={t('answerHint')}
          rows={5}
          maxLength={2000}
          required
          error={errors.answer?.message}
          {...form.register('answer', { validate: (value) => value.trim() !== '' || t('required') })}
        />
        <div className="form-grid">
          <Controller
            control={form.control}
            name="quotedAmountKrw"
            render={({ field }) => (
              <MoneyField
                label={t('amount')}
                hint={t('amountHint')}
                error={errors.quotedAmountKrw?.message}
                {...field}
              />
            )}
          />
          {amount !== null && (
            <Controller
              control={form.control}
              name="vat"
              rules={{ validate: (_, values) => !lacksVat(values) || t('choose') }}
              render={({ field }) => (
                <RadioGroup
                  label={t('vat')}
                  required
                  inline
                  name={field.name}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={errors.vat?.message}
                  options={[
                    { value: 'with', label: t('withVat') },
                    { value: 'without', label: t('withoutVat') },
                  ]}
                />
              )}
            />
          )}
        </div>
        <FormActions>
          <Button type="submit" busy={isSubmitting}>
            {t('answer')}
          </Button>
          <Button variant="secondary" onClick={() => setDeclining(true)}>
            {t('decline')}
          </Button>
        </FormActions>
      </Form>
      <ReasonDialog
        open={declining}
        onClose={() => setDeclining(false)}
        onConfirm={(reason) => void decline(reason)}
        title={t('declineTitle')}
        text={t('declineText')}
        label={t('declineReason')}
        confirmLabel={t('decline')}
        missingText={t('declineMissing')}
        busy={busy}
      />
    </section>
  );
}
