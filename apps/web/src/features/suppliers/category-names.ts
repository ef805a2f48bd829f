import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import type { Language } from '../../lib/define-messages';
import { unwrap } from '../../lib/unwrap';

type CategoryName = Pick<Schema<'ItemCategoryDto'>, 'code' | 'name' | 'nameEn'>;

/** Names of the classification: the top level (null), or what an item can carry below a code. */
export function categoriesQuery(code: string | null) {
  return queryOptions({
    queryKey: ['item-categories', code],
    queryFn: ({ signal }) => {
      const query = { limit: 200, ...(code === null ? {} : { q: code }) };
      return unwrap(api.GET('/api/v1/item-categories', { params: { query }, signal }));
    },
    staleTime: 3_600_000,
  });
}

/** The name in the reader's language; the code while the names are on their way. */
export function nameOfCategory(
  names: readonly CategoryName[] | undefined,
  code: string,
  language: Language,
): string {
  const found = names?.find((one) => one.code === code);
  if (found === undefined) return code;
  return language === 'en' ? (found.nameEn ?? found.name) : found.name;
}
