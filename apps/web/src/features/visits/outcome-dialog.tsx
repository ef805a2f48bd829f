import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { Dialog } from '../../components/dialog';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { VersionConflict } from '../../components/version-conflict';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useDraft } from '../../lib/use-draft';
import { changeVisit, finishVisit, visitQuery, VISITS_KEY, type Visit } from './api';
import { visitMessages } from './messages';
import { NEEDS_KEY } from './needs-api';
import {
  isOutcomeValues,
  outcomeOf,
  outcomeValuesOf,
  wrongOutcomeField,
  type OutcomeValues,
} from './outcome-values';
import './visit-form.css';
import { needTitlesOf } from './visit-values';

interface OutcomeDialogProps {
  readonly visit: Visit;
  /** a planned visit took place; otherwise what was written is corrected */
  readonly isFinish: boolean;
  readonly onClose: () => void;
}

/** What came of a visit: said when it is done, corrected later. */
export function OutcomeDialog({ visit, isFinish, onClose }: OutcomeDialogProps) {
  const t = useMessages(visitMessages);
  const say = useToast();
  const queryClient = useQueryClient();
  const draft = useDraft<OutcomeValues>(`visit:${isFinish ? 'done' : 'edit'}:${visit.id}`, isOutcomeValues);
  const start = outcomeValuesOf(visit, isFinish ? today() : null);
  const form = useForm<OutcomeValues>({ defaultValues: draft.kept ?? start, shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const [version, setVersion] = useState(visit.version);
  const [theirs, setTheirs] = useState<Visit | null>(null);
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isOutcomeValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);
  const tookPlace = isFinish || visit.state !== 'planned';
  const rightBy =
    (field: 'visitedOn' | 'nextStep' | 'nextStepOn' | 'needs') => (_: unknown, values: OutcomeValues) =>
      wrongOutcomeField(visit, values, isFinish, today()) !== field || t(`wrong_${field}`);

  const save = async (values: OutcomeValues, onVersion: number) => {
    const outcome = outcomeOf(values, tookPlace);
    try {
      if (isFinish)
        await finishVisit(visit.id, {
          ...outcome,
          needs: needTitlesOf(values.needs).map((title) => ({ title })),
        });
      else await changeVisit(visit.id, onVersion, outcome);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 412) throw error;
      setTheirs(await queryClient.fetchQuery({ ...visitQuery(visit.id), staleTime: 0 }));
      return;
    }
    draft.clear();
    say(t(isFinish ? 'finished' : 'edited'));
    onClose();
    await Promise.all([VISITS_KEY, NEEDS_KEY].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
  const text = (name: 'metRole' | 'result' | 'nextStep') => {
    const mine = form.getValues(name);
    const saved = theirs?.[name] ?? '';
    return { label: t(name), mine, theirs: saved, differs: mine.trim() !== saved };
  };
  return (
    <>
      <Dialog open onClose={onClose} title={t(isFinish ? 'finishTitle' : 'editTitle')} wide>
        <Form
          form={form}
          onSubmit={(values) => save(values, version)}
          className="visit-form"
          labels={{
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
          <div className="form-grid">
            <Controller
              control={form.control}
              name="visitedOn"
              rules={{ validate: rightBy('visitedOn') }}
              render={({ field }) => (
                <DayField
                  label={t(tookPlace ? 'visitedOn' : 'plannedFor')}
                  required
                  error={errors.visitedOn?.message}
                  {...field}
                />
              )}
            />
            <TextField
              label={t('metRole')}
              hint={t('metRoleHint')}
              maxLength={50}
              autoComplete="off"
              {...form.register('metRole')}
            />
          </div>
          {tookPlace && (
            <TextArea label={t('result')} rows={4} maxLength={2000} {...form.register('result')} />
          )}
          {isFinish && visit.institutionId !== null && (
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
      </Dialog>
      {theirs !== null && (
        <VersionConflict
          open
          fields={[text('metRole'), text('result'), text('nextStep')]}
          onKeepMine={() => {
            setVersion(theirs.version);
            setTheirs(null);
            void form.handleSubmit((values) => save(values, theirs.version))();
          }}
          onTakeTheirs={() => {
            setVersion(theirs.version);
            form.reset(outcomeValuesOf(theirs, null));
            setTheirs(null);
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </>
  );
}
