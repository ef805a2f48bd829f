import { Injectable } from '@nestjs/common';
import { comparisonKey, typedInitials } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../../common/paging';
import { Transactions } from '../../database/transactions';
import {
  toItemCategoryDto,
  type ItemCategoryDto,
  type ListItemCategoriesQuery,
} from './dto/item-category.dto';
import { categoriesBelow, searchCategories, type CategorySearch } from './item-categories.queries';

/** The item classification: reference rows that everybody reads. */
@Injectable()
export class ItemCategoriesService {
  constructor(private readonly transactions: Transactions) {}

  list(actor: Actor, query: ListItemCategoriesQuery): Promise<Page<ItemCategoryDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [code] = decodeCursor(query.cursor, ['text']) ?? [];
    const after = code === undefined ? null : String(code);
    const parent = query.parent ?? null;
    return this.transactions.run(actor, async (tx) => {
      const rows =
        query.q === undefined
          ? await categoriesBelow(tx, parent, after, limit + 1)
          : await searchCategories(tx, { ...readQuestion(query.q), below: parent, after, limit: limit + 1 });
      const page = pageOf(rows, limit, (row) => [row.code]);
      return { ...page, items: page.items.map(toItemCategoryDto) };
    });
  }
}

type Question = Pick<CategorySearch, 'namePart' | 'initialsPart' | 'codePart'>;

function readQuestion(q: string): Question {
  const nothing = { namePart: null, initialsPart: null, codePart: null };
  const key = comparisonKey(q);
  if (/^\d+$/.test(key)) return { ...nothing, codePart: key };
  const initialsPart = typedInitials(q.replace(/\s/gu, ''));
  return initialsPart === null ? { ...nothing, namePart: key } : { ...nothing, initialsPart };
}
