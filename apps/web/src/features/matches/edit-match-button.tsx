import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Form, FormActions } from '../../components/form';
import { useToast } from '../../components/toast';
import { VersionConflict } from '../../components/version-conflict';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useDraft } from '../../lib/use-draft';
import { changeMatch, MATCHES_KEY, matchQuery, type MatchDetail } from './api';
import { MatchFields } from './match-fields';
import { bodyOf, isMatchValues, valuesOf, type MatchValues } from './match-values';
import { matchMessages } from './messages';
import { useConflictFields } from './use-conflict-fields';
import { useMatchLabels } from './use-match-labels';

/** Corrects what is known of the match; when somebody was faster, both versions are shown. */
export function EditMatchButton({ match }: { readonly match: MatchDetail }) {
  const t = useMessages(matchMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" icon="edit" onClick={() => setOpen(true)}>
        {t('edit')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('editTitle')} wide>
        <EditForm match={match} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EditForm({ match, onDone }: { readonly match: MatchDetail; readonly onDone: () => void }) {
  const t = useMessages(matchMessages);
  const say = useToast();
  const labels = useMatchLabels();
  const queryClient = useQueryClient();
  // The version that the form began with: what is typed was typed against it.
  const [version, setVersion] = useState(match.version);
  const [theirs, setTheirs] = useState<MatchDetail | null>(null);
  const draft = useDraft<MatchValues>(`match:edit:${match.id}:${match.version}`, isMatchValues);
  const form = useForm<MatchValues>({
    defaultValues: draft.kept ?? valuesOf(match),
    shouldFocusError: false,
  });
  const conflict = useConflictFields();
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isMatchValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);
  const save = async (values: MatchValues, at: number) => {
    try {
      await changeMatch(match.id, at, bodyOf(values));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'VERSION_STALE') throw error;
      setTheirs(await queryClient.fetchQuery({ ...matchQuery(match.id), staleTime: 0 }));
      return;
    }
    draft.clear();
    say(t('changed'));
    await queryClient.invalidateQueries({ queryKey: MATCHES_KEY });
    onDone();
  };
  const settle = (latest: MatchDetail) => {
    setVersion(latest.version);
    setTheirs(null);
  };
  return (
    <>
      <Form form={form} onSubmit={(values) => save(values, version)} labels={labels}>
        <MatchFields form={form} />
        <FormActions>
          <Button type="submit" busy={form.formState.isSubmitting}>
            {t('saveChange')}
          </Button>
          <Button variant="secondary" onClick={onDone}>
            {t('cancel')}
          </Button>
        </FormActions>
      </Form>
      {theirs !== null && (
        <VersionConflict
          open
          fields={conflict(form.getValues(), valuesOf(theirs))}
          onKeepMine={() => {
            settle(theirs);
            void form.handleSubmit((values) => save(values, theirs.version))();
          }}
          onTakeTheirs={() => {
            settle(theirs);
            form.reset(valuesOf(theirs));
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </>
  );
}
