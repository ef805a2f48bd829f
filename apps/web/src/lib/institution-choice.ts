import { api } from './api';
import { unwrap } from './unwrap';

/** A buying institution as one option of a search field. */
export interface InstitutionOption {
  readonly id: string;
  readonly label: string;
}

/** Buying institutions for a typed text, for the search fields of any feature. */
export async function chooseInstitutions(
  text: string,
  signal: AbortSignal,
): Promise<readonly InstitutionOption[]> {
  const query = { ...(text === '' ? {} : { q: text.slice(0, 100) }), limit: 20 };
  const { items } = await unwrap(api.GET('/api/v1/institutions', { params: { query }, signal }));
  return items.map(({ id, name }) => ({ id, label: name }));
/** Institutions of the register for a typed text, for the search fields of any feature. */
export async function chooseInstitutions(
  text: string,
  signal: AbortSignal,
): Promise<readonly { readonly id: string; readonly label: string }[]> {
  const { items } = await unwrap(api.GET('/api/v1/institutions', { params: { query: { limit: 200 } }, signal }));
  const found = items.filter(({ name }) => name.includes(text.normalize('NFC')));
  return found.slice(0, 20).map(({ id, name }) => ({ id, label: name }));
}
