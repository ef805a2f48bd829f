import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isBusy, oneImportKey, type SheetImport } from './sheet-import';
import { useIdempotencyKey, type IdempotencyKey } from './use-idempotency-key';

export interface ImportSteps<Import> {
  /** a job is under way */
  readonly working: boolean;
  /** a step is being sent */
  readonly sending: boolean;
  /** why the last step was refused */
  readonly failure: unknown;
  readonly headersFor: IdempotencyKey['headersFor'];
  readonly send: (step: () => Promise<Import>) => void;
}

/** The steps that a person takes with an import while jobs work it off. Closing the page stops nothing. */
export function useImportSteps<Import extends SheetImport>(one: Import, kind: QueryKey): ImportSteps<Import> {
  const client = useQueryClient();
  const { headersFor, renew } = useIdempotencyKey();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const working = isBusy(one);
  const [name] = kind;

  // What a finished job wrote or took back is on every other screen too.
  useEffect(() => {
    if (!working) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== name });
  }, [client, working, name]);

  const send = async (step: () => Promise<Import>) => {
    setSending(true);
    setFailure(null);
    try {
      client.setQueryData(oneImportKey(kind, one.id), await step());
      renew();
    } catch (error) {
      setFailure(error);
    }
    await client.invalidateQueries({ queryKey: kind });
    setSending(false);
  };
  return { working, sending, failure, headersFor, send: (step) => void send(step) };
}
