import type { Refusal } from '@ieum/domain';
import { useState } from 'react';
import { ProblemError } from './problem-error';
import { useDraft, type Draft } from './use-draft';

interface RowEditing<Row, Values> {
  /** tells apart the form and the row, for the draft */
  readonly name: string;
  readonly start: Values;
  readonly isValues: (value: unknown) => value is Values;
  /** what the server would refuse; null = nothing */
  readonly refusalOf: (values: Values) => Refusal | null;
  /** as it is saved now; null for a new row, which has no other version */
  readonly read: (() => Promise<Row>) | null;
  /** after a change was saved and the draft is gone */
  readonly onSaved: (said: string) => Promise<void>;
}

export interface RowEditor<Row, Values> {
  readonly values: Values;
  readonly change: (patch: Partial<Values>) => void;
  readonly draft: Draft<Values>;
  readonly discard: () => void;
  /** the field that the rule does not accept; null = none, or not tried yet */
  readonly faulty: string | null;
  readonly fault: unknown;
  readonly busy: boolean;
  /** what somebody else saved in the meantime */
  readonly theirs: Row | null;
  readonly forgetTheirs: () => void;
  /** Sends what was typed, once the rule lets it through. @param said after success */
  readonly save: (send: (values: Values) => Promise<unknown>, said: string) => void;
  /** Sends another step of the row, whatever was typed. */
  readonly step: (send: () => Promise<unknown>, said: string) => void;
}

/** The way of a form over one row: a draft, the rule beforehand, the server's refusal, and both versions on 412. */
export function useRowEditor<Row, Values extends object>({
  name,
  start,
  isValues,
  refusalOf,
  read,
  onSaved,
}: RowEditing<Row, Values>): RowEditor<Row, Values> {
  const draft = useDraft(name, isValues);
  const [values, setValues] = useState(draft.kept ?? start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Row | null>(null);
  const refused = refusalOf(values);
  const field = refused?.details?.['field'];

  const attempt = async (send: () => Promise<unknown>, said: string) => {
    setBusy(true);
    setFault(null);
    setTheirs(null);
    try {
      await send();
      draft.clear();
      await onSaved(said);
    } catch (error) {
      if (read !== null && error instanceof ProblemError && error.status === 412)
        setTheirs(await read().catch(() => null));
      setFault(error);
      setBusy(false);
    }
  };
  return {
    values,
    draft,
    busy,
    fault,
    theirs,
    faulty: tried && typeof field === 'string' ? field : null,
    change: (patch) => {
      const next = { ...values, ...patch };
      setValues(next);
      draft.keep(next);
    },
    discard: () => {
      draft.clear();
      setValues(start);
    },
    forgetTheirs: () => setTheirs(null),
    save: (send, said) => {
      setTried(true);
      if (refused === null) void attempt(() => send(values), said);
    },
    step: (send, said) => void attempt(send, said),
  };
}
