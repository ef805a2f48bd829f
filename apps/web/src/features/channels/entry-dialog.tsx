import type { Refusal } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { DraftNotice } from '../../components/draft-notice';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import { VersionConflict } from '../../components/version-conflict';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { CHANNELS_KEY } from './api';
import { EntryFields } from './entry-fields';
import { isEntryValues, textOf, type EntryField, type EntryValues } from './entry-values';
import { channelMessages } from './messages';

export interface Versioned {
  readonly values: EntryValues;
  readonly version: number;
}

interface EntryDialogProps {
  readonly title: string;
  /** of the draft: which form, and of which row */
  readonly draftName: string;
  readonly fields: readonly EntryField[];
  readonly start: EntryValues;
  /** null = a new row */
  readonly version: number | null;
  readonly refusalOf: (values: EntryValues) => Refusal | null;
  readonly save: (
    values: EntryValues,
    version: number,
    header: { 'Idempotency-Key': string },
  ) => Promise<unknown>;
  /** what is saved now, when somebody was faster */
  readonly readTheirs?: () => Promise<Versioned>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Adds or corrects a row of a private channel: a draft is kept, a refusal is said at its field, two versions are shown. */
export function EntryDialog(props: EntryDialogProps) {
  const { title, draftName, fields, start, version, refusalOf, readTheirs, onClose, children } = props;
  const t = useMessages(channelMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const draft = useDraft(draftName, isEntryValues);
  const [values, setValues] = useState<EntryValues>({ ...start, ...draft.kept });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Versioned | null>(null);
  const missing = fields.filter((field) => field.required === true && textOf(values, field.name) === '');
  const refused = missing.length > 0 ? null : refusalOf(values);

  const change = (patch: EntryValues) => {
    const next = { ...values, ...patch };
    setValues(next);
    draft.keep(next);
  };
  const save = async (readVersion: number) => {
    setTried(true);
    if (missing.length > 0 || refused !== null) return;
    setBusy(true);
    setFault(null);
    setTheirs(null);
    try {
      await props.save(values, readVersion, key.headersFor(values));
      draft.clear();
      say(t('saved'));
      await client.invalidateQueries({ queryKey: CHANNELS_KEY });
      onClose();
    } catch (error) {
      if (readTheirs !== undefined && error instanceof ProblemError && error.status === 412)
        setTheirs(await readTheirs().catch(() => null));
      setFault(error);
      setBusy(false);
    }
  };
  const errorOf = (field: EntryField) => {
    if (!tried) return undefined;
    if (missing.includes(field)) return t('required');
    return refused?.details?.['field'] === field.name ? t('checkThis') : undefined;
  };
  return (
    <>
      <Dialog
        open
        wide
        onClose={onClose}
        title={title}
        actions={
          <Button busy={busy} onClick={() => void save(version ?? 1)}>
            {t('save')}
          </Button>
        }
      >
        <div className="stack stack--tight">
          {fault !== null && (
            <Notice tone="danger" live>
              {sentence(fault)}
            </Notice>
          )}
          {draft.kept !== null && (
            <DraftNotice
              onDiscard={() => {
                draft.clear();
                setValues(start);
              }}
            />
          )}
          <EntryFields fields={fields} values={values} onChange={change} errorOf={errorOf} />
          {children}
        </div>
      </Dialog>
      {theirs !== null && (
        <VersionConflict
          open
          fields={fields.map(({ name, label }) => ({
            label,
            mine: textOf(values, name),
            theirs: textOf(theirs.values, name),
            differs: textOf(values, name) !== textOf(theirs.values, name),
          }))}
          onKeepMine={() => void save(theirs.version)}
          onTakeTheirs={() => {
            draft.clear();
            onClose();
            void client.invalidateQueries({ queryKey: CHANNELS_KEY });
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </>
  );
}
