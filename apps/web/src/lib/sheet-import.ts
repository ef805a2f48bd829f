import type { Schema } from '@ieum/api-client';
import type { ImportState } from '@ieum/domain';
import type { QueryKey } from '@tanstack/react-query';

/** What every import of a sheet says of itself, whatever its rows are. */
export interface SheetImport {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly version: number;
  /** the last job; null also when somebody else started it */
  readonly job: Pick<Schema<'JobDto'>, 'done' | 'total'> | null;
  /** why the last job ended early */
  readonly failure: { readonly code: string; readonly details: Readonly<Record<string, unknown>> } | null;
}

const POLL_MS = 700;

/** A job is under way that changes the import. */
export function isBusy({ state }: Pick<SheetImport, 'state'>): boolean {
  return state === 'checking' || state === 'applying' || state === 'undoing';
}

/** Under which key one import of a kind is kept. */
export function oneImportKey(kind: QueryKey, id: string): readonly unknown[] {
  return [...kind, 'one', id];
}

/** An import is asked for again and again while its job runs. */
export function pollWhileBusy(query: {
  readonly state: { readonly data: Pick<SheetImport, 'state'> | undefined };
}) {
  return query.state.data !== undefined && isBusy(query.state.data) ? POLL_MS : false;
}
