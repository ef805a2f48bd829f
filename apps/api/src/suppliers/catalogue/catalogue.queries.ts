import type { CatalogueItemState, PurchaseKind } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { categoryPathSql, type CategoryNameRow } from './item-categories.queries';
import { SURVIVOR } from '../suppliers.queries';

export interface CataloguePhotoRow {
  readonly id: string;
  readonly fileId: string;
  readonly alternativeText: string;
  readonly width: number;
  readonly height: number;
}

export interface CatalogueItemRow {
  readonly id: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly name: string;
  readonly kind: PurchaseKind;
  readonly classificationCode: string | null;
  readonly detailProductCode: string | null;
  readonly categoryPath: CategoryNameRow[];
  readonly description: string | null;
  readonly unit: string | null;
  readonly priceKrw: number | null;
  readonly priceIncludesVat: boolean;
  readonly leadTimeDays: number | null;
  readonly minimumOrder: number | null;
  readonly regions: string[];
  readonly directProduction: boolean;
  readonly state: CatalogueItemState;
  readonly confirmedOn: string | null;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
  readonly version: number;
  readonly photos: CataloguePhotoRow[];
}

/** Items with category and photos; one statement, whatever their number. */
const ITEM = `
  SELECT i.id, i.supplier_id AS "supplierId", s.name AS "supplierName", i.name, i.kind,
         i.classification_code AS "classificationCode", i.detail_product_code AS "detailProductCode",
         ${categoryPathSql('coalesce(i.detail_product_code, i.classification_code)')} AS "categoryPath",
         i.description, i.unit, i.price_krw AS "priceKrw", i.price_includes_vat AS "priceIncludesVat",
         i.lead_time_days AS "leadTimeDays", i.minimum_order AS "minimumOrder", i.regions,
         i.direct_production AS "directProduction", i.state, i.confirmed_on AS "confirmedOn",
         i.published_at AS "publishedAt", i.updated_at AS "updatedAt", i.version,
         coalesce((
           SELECT json_agg(json_build_object('id', p.id, 'fileId', p.file_id, 'alternativeText', p.alternative_text,
                                             'width', p.width, 'height', p.height) ORDER BY p.position)
           FROM catalogue_item_photos p WHERE p.catalogue_item_id = i.id), '[]') AS photos
  FROM catalogue_items i JOIN suppliers s ON s.id = i.supplier_id`;

export async function itemById(tx: Tx, id: string): Promise<CatalogueItemRow | undefined> {
  return (await tx.sql<CatalogueItemRow>(`${ITEM} WHERE i.id = $1`, [id]))[0];
}

/** The supplier, what it was merged into, and everything that was merged into that; [] when there is none. */
export async function familyOf(tx: Tx, supplierId: string): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `SELECT m.id FROM ${SURVIVOR} JOIN suppliers m ON m.id = s.id OR m.merged_into_id = s.id WHERE asked.id = $1`,
    [supplierId],
  );
  return rows.map((row) => row.id);
}

export interface ItemList {
  readonly supplierIds: readonly string[];
  readonly states: readonly string[];
  /** Suppliers whose drafts and archived items may be seen; 'all' = of every one */
  readonly openTo: 'all' | readonly string[];
  /** Confirmed before this day; null = whenever */
  readonly confirmedBefore: string | null;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export function listItems(tx: Tx, list: ItemList): Promise<CatalogueItemRow[]> {
  return tx.sql<CatalogueItemRow>(
    `${ITEM}
     WHERE i.supplier_id = ANY ($1::uuid[]) AND i.state = ANY ($2::text[])
       AND (i.state = 'published' OR $3 OR i.supplier_id = ANY ($4::uuid[]))
       AND ($5::date IS NULL OR i.confirmed_on < $5)
       AND ($6::text IS NULL OR (i.name, i.id) > ($6, $7::uuid))
     ORDER BY i.name, i.id LIMIT $8`,
    [
      list.supplierIds,
      list.states,
      list.openTo === 'all',
      list.openTo === 'all' ? [] : list.openTo,
      list.confirmedBefore,
      list.after?.[0] ?? null,
      list.after?.[1] ?? null,
      list.limit,
    ],
  );
}
