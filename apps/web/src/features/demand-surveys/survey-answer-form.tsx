import { useQueryClient } from '@tanstack/react-query';
import { surveyAnswerRefusal } from '@ieum/domain';
import { useEffect, useRef, useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { MoneyField } from '../../components/money-field';
import { useToast } from '../../components/toast';
import { CYCLES_KEY } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { refusalProblem } from '../../lib/refusal-problem';
import { etagOf } from '../../lib/unwrap';
import { useDraft } from '../../lib/use-draft';
import { useUnsavedWarning } from '../../lib/use-unsaved-warning';
import { answerSurvey, submitSurvey, surveyQuery, type Survey } from './api';
import { surveyMessages } from './messages';
import { PlannedRows, plannedLabels } from './planned-rows';
import { SurveyConflict } from './survey-conflict';
import { answerOf, isSurveyValues, plannedSum, valuesOf, type SurveyValues } from './survey-values';

interface SurveyAnswerFormProps {
  readonly survey: Survey;
  readonly etag: string;
}

/** Written over days: saved as a draft as often as wanted, submitted once. */
export function SurveyAnswerForm({ survey, etag }: SurveyAnswerFormProps) {
  const t = useMessages(surveyMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const draft = useDraft(`survey:${survey.id}`, isSurveyValues);
  const [restored, setRestored] = useState(draft.kept !== null);
  // The version that the form was filled from, not one that a background reading has brought since.
  const base = useRef(etag);
  const intent = useRef<'save' | 'submit'>('save');
  const [asking, setAsking] = useState(false);
  const [theirs, setTheirs] = useState<Survey | null>(null);
  const form = useForm<SurveyValues>({
    defaultValues: draft.kept ?? valuesOf(survey),
    shouldFocusError: false,
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const values = useWatch({ control: form.control });
  const answer = answerOf(form.getValues());
  const refusal = surveyAnswerRefusal(answer, survey.mallTarget);
  useUnsavedWarning(isDirty);

  const { keep } = draft;
  useEffect(() => {
    if (isDirty) keep(form.getValues());
  }, [values, isDirty, keep, form]);

  const settle = async (saved: Survey) => {
    base.current = etagOf(saved.version);
    draft.clear();
    setRestored(false);
    form.reset(valuesOf(saved));
    client.setQueryData(surveyQuery(saved.id).queryKey, { data: saved, etag: etagOf(saved.version) });
    await client.invalidateQueries({ queryKey: CYCLES_KEY });
  };
  const send = async (written: SurveyValues) => {
    const body = answerOf(written);
    const wanted = intent.current;
    intent.current = 'save';
    const wrong = wanted === 'submit' ? surveyAnswerRefusal(body, survey.mallTarget) : null;
    if (wrong !== null) throw refusalProblem(wrong);
    try {
      const saved = await answerSurvey(survey.id, base.current, body);
      base.current = etagOf(saved.version);
      await settle(wanted === 'submit' ? await submitSurvey(survey.id) : saved);
      say(t(wanted === 'submit' ? 'submitted' : 'saved'));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 412) throw error;
      setTheirs((await client.fetchQuery({ ...surveyQuery(survey.id), staleTime: 0 })).data);
    }
  };
  const requestSubmit = (wanted: 'save' | 'submit') => {
    intent.current = wanted;
    const element = document.getElementById(FORM_ID);
    if (element instanceof HTMLFormElement) element.requestSubmit();
  };

  return (
    <>
      {restored && (
        <DraftNotice
          onDiscard={() => {
            draft.clear();
            setRestored(false);
            form.reset(valuesOf(survey));
          }}
        />
      )}
      <Form
        id={FORM_ID}
        form={form}
        onSubmit={send}
        labels={{
          ...plannedLabels(form.getValues('plannedPurchases').length, t),
          wishedTargetKrw: t('wishedTarget'),
          wishedMallTargetKrw: t('wishedMallTarget'),
        }}
      >
        <PlannedRows form={form} />
        <section className="panel stack" aria-labelledby="wished-title">
          <h2 id="wished-title">{t('wishedTitle')}</h2>
          <div className="form-grid">
            <Controller
              control={form.control}
              name="wishedTargetKrw"
              render={({ field }) => (
                <MoneyField
                  label={t('wishedTarget')}
                  hint={t('wishedTargetHint')}
                  error={errors.wishedTargetKrw?.message}
                  {...field}
                />
              )}
            />
            <Controller
              control={form.control}
              name="wishedMallTargetKrw"
              render={({ field }) => (
                <MoneyField
                  label={t('wishedMallTarget')}
                  hint={t(survey.mallTarget === 'inside' ? 'wishedMallInside' : 'wishedMallBeside')}
                  error={errors.wishedMallTargetKrw?.message}
                  {...field}
                />
              )}
            />
          </div>
          <div>
            <Button
              variant="secondary"
              size="small"
              onClick={() =>
                form.setValue('wishedTargetKrw', plannedSum(form.getValues('plannedPurchases')), {
                  shouldDirty: true,
                })
              }
            >
              {t('useSum')}
            </Button>
          </div>
        </section>
        {refusal !== null && (
          <p className="survey-form__not-yet">
            <strong>{t('notYet')}</strong> {sentence(refusalProblem(refusal))}
          </p>
        )}
        <FormActions>
          <Button type="submit" variant="secondary" busy={isSubmitting}>
            {t('save')}
          </Button>
          <Button busy={isSubmitting} onClick={() => setAsking(true)}>
            {t('submit')}
          </Button>
        </FormActions>
      </Form>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('submitTitle')}
        confirmLabel={t('submit')}
        onConfirm={() => {
          setAsking(false);
          requestSubmit('submit');
        }}
      >
        {t('submitText')}
      </ConfirmDialog>
      <SurveyConflict
        mine={answer}
        theirs={theirs}
        onClose={() => setTheirs(null)}
        onKeepMine={() => {
          base.current = etagOf(theirs?.version ?? 1);
          setTheirs(null);
          requestSubmit('save');
        }}
        onTakeTheirs={() => {
          if (theirs !== null) void settle(theirs);
          setTheirs(null);
        }}
      />
    </>
  );
}

const FORM_ID = 'survey-answer-form';
