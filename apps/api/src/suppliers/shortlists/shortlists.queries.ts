import type { CertificateFacts } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { SURVIVOR } from '../suppliers.queries';

export interface ShortlistRow {
  id: string;
  title: string;
  purpose: string | null;
  archivedAt: Date | null;
  updatedAt: Date;
  version: number;
}

interface OfferedItem {
  readonly name: string;
  readonly priceKrw: number | null;
  readonly priceIncludesVat: boolean;
  readonly unit: string | null;
}

export interface ShortlistEntryRow {
  id: string;
  shortlistId: string;
  /** the one that remains of a merged enterprise */
  supplierId: string;
  supplierName: string;
  mergedFromName: string | null;
  businessNumber: string | null;
  districtCode: string | null;
  closedOn: string | null;
  certifications: CertificateFacts[];
  catalogueItemId: string | null;
  /** as it was called when it was put on the list */
  itemName: string | null;
  /** null = not published (any more) */
  item: OfferedItem | null;
  note: string | null;
  addedAt: Date;
}

const SHORTLIST = `
  SELECT l.id, l.title, l.purpose, l.archived_at AS "archivedAt", l.updated_at AS "updatedAt", l.version
  FROM shortlists l`;

/** Row security shows the own lists alone; the condition says it once more, for the plan and for the reader. */
export async function shortlistById(tx: Tx, id: string, lock = false): Promise<ShortlistRow | undefined> {
  const rows = await tx.sql<ShortlistRow>(
    `${SHORTLIST} WHERE l.id = $1 AND l.user_id = $2 ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [id, tx.actor.userId],
  );
  return rows[0];
}

export function ownShortlists(
  tx: Tx,
  page: { readonly archived: boolean; readonly before: string | null; readonly limit: number },
): Promise<ShortlistRow[]> {
  return tx.sql<ShortlistRow>(
    `${SHORTLIST} WHERE l.user_id = $1 AND (l.archived_at IS NOT NULL) = $2 AND ($3::uuid IS NULL OR l.id < $3)
     ORDER BY l.id DESC LIMIT $4`,
    [tx.actor.userId, page.archived, page.before, page.limit],
  );
}

/**
 * The entries of lists in their order, each led to the enterprise that remains. Two entries may lead to the same one:
 * the reader counts them once.
 */
export function entriesOf(tx: Tx, shortlistIds: readonly string[]): Promise<ShortlistEntryRow[]> {
  return tx.sql<ShortlistEntryRow>(
    `SELECT e.id, e.shortlist_id AS "shortlistId", s.id AS "supplierId", s.name AS "supplierName",
            CASE WHEN s.id <> e.supplier_id THEN (SELECT o.name FROM suppliers o WHERE o.id = e.supplier_id) END AS "mergedFromName",
            s.business_number AS "businessNumber", s.district_code AS "districtCode", s.closed_on AS "closedOn",
            coalesce((
              SELECT json_agg(json_build_object('type', c.type, 'validFrom', c.valid_from, 'validUntil', c.valid_until,
                       'revokedOn', c.revoked_on, 'verified', true) ORDER BY c.valid_from, c.id)
              FROM supplier_certifications c
              WHERE c.supplier_id = s.id AND c.verified_at IS NOT NULL AND c.replaced_at IS NULL), '[]') AS certifications,
            e.catalogue_item_id AS "catalogueItemId", e.item_name AS "itemName",
            (SELECT json_build_object('name', i.name, 'priceKrw', i.price_krw, 'priceIncludesVat', i.price_includes_vat, 'unit', i.unit)
             FROM catalogue_items i WHERE i.id = e.catalogue_item_id AND i.state = 'published') AS item,
            e.note, e.added_at AS "addedAt"
     FROM shortlist_entries e JOIN (${SURVIVOR}) ON asked.id = e.supplier_id
     WHERE e.shortlist_id = ANY ($1::uuid[])
     ORDER BY e.shortlist_id, e.position, e.added_at, e.id`,
    [shortlistIds],
  );
}

/** The enterprise that remains of this one; null = there is none of that id. */
export async function survivorOf(tx: Tx, supplierId: string): Promise<string | null> {
  const rows = await tx.sql<{ id: string }>(`SELECT s.id FROM ${SURVIVOR} WHERE asked.id = $1`, [supplierId]);
  return rows[0]?.id ?? null;
}

/** The name of a published item, whoever reads: a draft is not for a shortlist. null = no such item. */
export async function publishedItem(
  tx: Tx,
  id: string,
): Promise<{ name: string; supplierId: string } | null> {
  const rows = await tx.sql<{ name: string; supplierId: string }>(
    `SELECT name, supplier_id AS "supplierId" FROM catalogue_items WHERE id = $1 AND state = 'published'`,
    [id],
  );
  return rows[0] ?? null;
}
