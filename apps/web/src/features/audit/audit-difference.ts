/** One field of a row: what it was and what it became, as text. */
export interface FieldChange {
  readonly field: string;
  /** null = the row was not there */
  readonly before: string | null;
  readonly after: string | null;
  readonly changed: boolean;
}

/** Fields that change with every write and tell a reader nothing. */
const SILENT = new Set(['version', 'updated_at', 'normalised_name', 'supplier_key', 'duplicate_key']);

/**
 * What a change did, field by field, changed ones first; of a new or removed row every field that holds something.
 * The arguments are rows as JSON of unknown shape, or null.
 */
export function differenceOf(before: object | null, after: object | null): readonly FieldChange[] {
  const old = new Map(Object.entries(before ?? {}));
  const now = new Map(Object.entries(after ?? {}));
  const fields = [...new Set([...now.keys(), ...old.keys()])].filter((field) => !SILENT.has(field));
  return fields
    .map((field): FieldChange => {
      const was = before === null ? null : textOf(old.get(field));
      const is = after === null ? null : textOf(now.get(field));
      return { field, before: was, after: is, changed: was !== is };
    })
    .filter(({ before: was, after: is, changed }) => changed && (was ?? '') + (is ?? '') !== '');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
