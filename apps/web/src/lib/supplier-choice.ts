import { formatBusinessNumber } from '@ieum/domain';
import { api } from './api';
import { unwrap } from './unwrap';

/** A supplier of the register as one option of a search field. */
export interface SupplierOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

/** Registered suppliers for a typed text, for the search fields of any feature. */
export async function chooseSuppliers(text: string, signal: AbortSignal): Promise<readonly SupplierOption[]> {
  const query = { ...(text === '' ? {} : { q: text.slice(0, 100) }), limit: 20, facets: false };
  const { items } = await unwrap(api.GET('/api/v1/suppliers', { params: { query }, signal }));
  return items.map(({ id, name, businessNumber }) => ({
    id,
    label: name,
    ...(businessNumber === null ? {} : { detail: formatBusinessNumber(businessNumber) }),
  }));
}
