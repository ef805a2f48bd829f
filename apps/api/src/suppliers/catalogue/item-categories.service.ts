import { Injectable } from '@nestjs/common';
import { comparisonKey } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../../common/paging';
import { Transactions } from '../../database/transactions';
import {
  toItemCategoryDto,
  type ItemCategoryDto,
  type ListItemCategoriesQuery,
} from './dto/item-category.dto';
import { categoriesBelow, searchCategories } from './item-categories.queries';

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

function readQuestion(q: string): { namePart: string | null; codePart: string | null } {
  const key = comparisonKey(q);
  return /^\d+$/.test(key) ? { namePart: null, codePart: key } : { namePart: key, codePart: null };
}
