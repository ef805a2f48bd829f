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
}
