import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { FormActions } from '../../components/form';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import { VersionConflict } from '../../components/version-conflict';
import { CYCLES_KEY } from '../../lib/cycle-queries';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useMay } from '../../lib/session';
import { etagOf } from '../../lib/unwrap';
import { useDraft } from '../../lib/use-draft';
import { changePolicy, policyQuery, type PolicyRow } from './api';
import { PolicyFields } from './policy-fields';
import { policyMessages } from './policy-messages';
import { PolicyFacts, usePolicyFacts } from './policy-facts';
import { isPolicyValues, policyBody, policyValuesOf, wrongField } from './policy-values';

interface PolicyEditorProps {
  readonly policy: PolicyRow;
  readonly etag: string;
}

/** The policy to be read, with the way to change it or the reason why it cannot be changed. */
export function PolicyEditor({ policy, etag }: PolicyEditorProps) {
  const t = useMessages(policyMessages);
  const { language } = useLanguage();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const frozen = policy.frozenAt !== null;
  return (
    <section className="panel stack" aria-labelledby="policy-title">
      <div className="cluster cluster--spread">
        <h2 id="policy-title">{t('policy')}</h2>
        {may('policy:manage') && !frozen && (
          <Button variant="secondary" size="small" icon="edit" onClick={() => setEditing(!editing)}>
            {t(editing ? 'stop' : 'edit')}
          </Button>
        )}
      </div>
      {frozen && (
        <Notice title={t('frozenTitle')}>
          {t('frozenText', { when: showInstant(policy.frozenAt, language) })}
        </Notice>
      )}
      {editing && !frozen ? (
        <PolicyForm policy={policy} etag={etag} onDone={() => setEditing(false)} />
      ) : (
        <PolicyFacts policy={policyValuesOf(policy)} />
      )}
    </section>
  );
}

function PolicyForm({ policy, etag, onDone }: PolicyEditorProps & { readonly onDone: () => void }) {
  const t = useMessages(policyMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const draft = useDraft(`policy:${policy.id}`, isPolicyValues);
  const [values, setValues] = useState(draft.kept ?? policyValuesOf(policy));
  const [base, setBase] = useState(etag);
  const [attempt, setAttempt] = useState(0);
  const [theirs, setTheirs] = useState<PolicyRow | null>(null);
  const mineFacts = usePolicyFacts(values);
  const theirFacts = usePolicyFacts(theirs === null ? values : policyValuesOf(theirs));
  const wrong = wrongField(values);
  const saving = useMutation({
    mutationFn: (version: string) => changePolicy(policy.id, version, policyBody(values)),
    onSuccess: async (saved) => {
      draft.clear();
      client.setQueryData(policyQuery(saved.id).queryKey, { data: saved, etag: etagOf(saved.version) });
      await client.invalidateQueries({ queryKey: ['counting-policies'] });
      await client.invalidateQueries({ queryKey: CYCLES_KEY });
      say(t('saved'));
      onDone();
    },
    onError: async (error) => {
      setAttempt((count) => count + 1);
      if (error instanceof ProblemError && error.status === 412)
        setTheirs((await client.fetchQuery({ ...policyQuery(policy.id), staleTime: 0 })).data);
    },
  });
  const failure = saving.error && theirs === null ? sentence(saving.error) : undefined;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong !== null) setAttempt((count) => count + 1);
        else if (!saving.isPending) saving.mutate(base);
      }}
    >
      <ErrorSummary
        attempt={attempt}
        {...(failure === undefined ? {} : { message: failure })}
        items={
          attempt > 0 && wrong !== null ? [{ name: wrong, label: t('policy'), message: t('fieldWrong') }] : []
        }
        onGoTo={() => document.querySelector<HTMLElement>('.field--wrong')?.scrollIntoView()}
      />
      <PolicyFields
        value={values}
        onChange={(next) => {
          setValues(next);
          draft.keep(next);
        }}
        wrong={attempt > 0 ? wrong : null}
      />
      <FormActions>
        <Button type="submit" busy={saving.isPending}>
          {t('save')}
        </Button>
        <Button variant="secondary" onClick={onDone}>
          {t('stop')}
        </Button>
      </FormActions>
      <VersionConflict
        open={theirs !== null}
        fields={mineFacts.map((fact, index) => {
          const other = theirFacts[index]?.value ?? '';
          return { label: fact.label, mine: fact.value, theirs: other, differs: fact.value !== other };
        })}
        onKeepMine={() => {
          const version = etagOf(theirs?.version ?? policy.version);
          setBase(version);
          setTheirs(null);
          saving.mutate(version);
        }}
        onTakeTheirs={() => {
          if (theirs !== null) {
            setValues(policyValuesOf(theirs));
            setBase(etagOf(theirs.version));
            draft.clear();
          }
          setTheirs(null);
        }}
        onClose={() => setTheirs(null)}
      />
    </form>
  );
}
