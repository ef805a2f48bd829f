import { Injectable } from '@nestjs/common';
import {
  catalogueItemRefusal,
  enterpriseReachOf,
  itemCategoryRefusal,
  mergedRefusal,
  staleBefore,
  tidyLine,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { assertMayWrite, findOwnItem, findVisibleItem } from './catalogue-access';
import { familyOf, itemById, listItems, type CatalogueItemRow } from './catalogue.queries';
import {
  toCatalogueItemDto,
  type CatalogueItemDto,
  type ChangeCatalogueItemDto,
  type CreateCatalogueItemDto,
  type ListCatalogueItemsQuery,
} from './dto/catalogue-item.dto';
import { knownCategories } from './item-categories.queries';
import { itemColumns, itemFields, type ItemFields } from './item-fields';

@Injectable()
export class CatalogueItemsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Items of a supplier and of what was merged into it, by name. */
  list(actor: Actor, supplierId: string, query: ListCatalogueItemsQuery): Promise<Page<CatalogueItemDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [name, id] = decodeCursor(query.cursor, ['text', 'id']) ?? [];
    const today = this.clock.today();
    return this.transactions.run(actor, async (tx) => {
      const family = await familyOf(tx, supplierId);
      if (family.length === 0) refuse('NOT_FOUND');
      const rows = await listItems(tx, {
        supplierIds: family,
        states: query.state ?? ['published'],
        openTo: enterpriseReachOf(actor, 'catalogue:write'),
        confirmedBefore: query.stale === true ? staleBefore(today) : null,
        after: name === undefined ? null : [String(name), String(id)],
        limit: limit + 1,
      });
      const page = pageOf(rows, limit, (row) => [row.name, row.id]);
      return { ...page, items: page.items.map((row) => toCatalogueItemDto(row, today)) };
    });
  }

  get(actor: Actor, id: string): Promise<CatalogueItemDto> {
    return this.transactions.run(actor, async (tx) => this.answer(await findVisibleItem(tx, id)));
  }

  create(actor: Actor, supplierId: string, input: CreateCatalogueItemDto): Promise<CatalogueItemDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      assertMayWrite(actor, supplierId);
      await assertLivingSupplier(tx, supplierId);
      const fields = itemFields(null, input);
      await assertKnownCategories(tx, fields);
      return this.answer(await insertItem(tx, supplierId, fields));
    });
  }

  /** Of a published item the change is live at once, and whoever makes it says by that that it is so today. */
  change(
    actor: Actor,
    id: string,
    version: number,
    input: ChangeCatalogueItemDto,
  ): Promise<CatalogueItemDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await findOwnItem(tx, id);
      const fields = itemFields(before, input);
      assertAllowed(catalogueItemRefusal(before.state, 'change', fields));
      await assertKnownCategories(tx, fields);
      await tx.updateVersion('catalogue_items', { id }, version, {
        ...itemColumns(fields),
        updated_at: this.clock.now(),
        ...(before.state === 'published' ? { confirmed_on: this.clock.today() } : {}),
      });
      return this.answer(await findOwnItem(tx, id));
    });
  }

  copy(actor: Actor, id: string): Promise<CatalogueItemDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const original = await findOwnItem(tx, id);
      await assertLivingSupplier(tx, original.supplierId);
      const copy = await insertItem(tx, original.supplierId, itemFields(original, {}));
      await tx.sql(
        `INSERT INTO catalogue_item_photos (supplier_id, catalogue_item_id, file_id, alternative_text, position, width,
           height, sent_ranges, orientation)
         SELECT supplier_id, $2, file_id, alternative_text, position, width, height, sent_ranges, orientation
         FROM catalogue_item_photos WHERE catalogue_item_id = $1`,
        [id, copy.id],
      );
      return this.answer(await findOwnItem(tx, copy.id));
    });
  }

  private answer(row: CatalogueItemRow): CatalogueItemDto {
    return toCatalogueItemDto(row, this.clock.today());
  }
}

async function insertItem(tx: Tx, supplierId: string, fields: ItemFields): Promise<CatalogueItemRow> {
  const columns = { supplier_id: supplierId, ...itemColumns(fields), created_by: tx.actor.userId };
  const names = Object.keys(columns);
  const [row] = await tx.sql<{ id: string }>(
    `INSERT INTO catalogue_items (${names.join(', ')})
     VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
    Object.values(columns),
  );
  return (row === undefined ? undefined : await itemById(tx, row.id)) ?? refuse('NOT_FOUND');
}

/** New items hang on the register row that is shown, never on one that was merged into another. */
async function assertLivingSupplier(tx: Tx, supplierId: string): Promise<void> {
  const [supplier] = await tx.sql<{ mergedIntoId: string | null }>(
    'SELECT merged_into_id AS "mergedIntoId" FROM suppliers WHERE id = $1',
    [supplierId],
  );
  if (supplier === undefined) refuse('NOT_FOUND');
  assertAllowed(mergedRefusal(supplier.mergedIntoId));
}

/** The codes fit each other, and the register knows them. */
async function assertKnownCategories(tx: Tx, fields: ItemFields): Promise<void> {
  assertAllowed(itemCategoryRefusal(fields.classificationCode, fields.detailProductCode));
  const { classificationCode, detailProductCode } = fields;
  const asked = Object.entries({ classificationCode, detailProductCode });
  const known = await knownCategories(
    tx,
    asked.flatMap(([, code]) => (code === null ? [] : [code])),
  );
  for (const [field, code] of asked) {
    if (code !== null && !known.has(code)) refuse('CATEGORY_UNKNOWN', { field, code: tidyLine(code) });
  }
}
