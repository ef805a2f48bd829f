import { api } from './api';
import { unwrap } from './unwrap';

/** Active and past accounts that may have acted, for the choice of a person. */
export async function searchPeople(q: string, signal: AbortSignal) {
  const query = q === '' ? { limit: 20 } : { q, limit: 20 };
  const page = await unwrap(api.GET('/api/v1/users', { params: { query }, signal }));
  return page.items.map(({ id, name, email }) => ({ id, label: name, detail: email }));
}
