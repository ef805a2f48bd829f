import type { CertificateFacts, SearchWord } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { SearchQuestion } from './search-conditions';

export interface FoundItemRow {
  id: string;
  name: string;
  kind: string;
  priceKrw: number | null;
  priceIncludesVat: boolean;
  unit: string | null;
}

/** What the answer says of a found supplier; nothing that is not public. */
export interface FoundSupplierRow {
  id: string;
  name: string;
  normalisedName: string;
  businessNumber: string | null;
  districtCode: string | null;
  closedOn: string | null;
  businessSummary: string | null;
  serviceField: string | null;
  vulnerableEmploymentBp: number | null;
  vulnerableEmploymentOn: string | null;
  itemCount: number;
  confirmedOn: string | null;
  priceMinKrw: number | null;
  priceMaxKrw: number | null;
  purchaseCount: number;
  buyerCount: number;
  recordAsOf: string | null;
  certificates: (CertificateFacts & { id: string })[];
  items: FoundItemRow[];
  categories: string[];
}

const MAX_READ_ITEMS = 12;

/**
 * The shown suppliers with their certificates and those of their published items that answer best: by their words, then
 * by the other filters. The order of `ids` is not kept.
 */
export function foundSuppliers(
  tx: Tx,
  ids: readonly string[],
  words: readonly SearchWord[],
  question: SearchQuestion,
): Promise<FoundSupplierRow[]> {
  const texts = words.filter((word) => word.kind === 'text').map((word) => word.key);
  const initials = words.filter((word) => word.kind === 'initials').map((word) => word.key);
  return tx.sql<FoundSupplierRow>(
    `SELECT s.id, s.name, s.normalised_name AS "normalisedName", s.business_number AS "businessNumber",
            s.district_code AS "districtCode", s.closed_on AS "closedOn", s.business_summary AS "businessSummary",
            s.service_field AS "serviceField", s.vulnerable_employment_bp AS "vulnerableEmploymentBp",
            s.vulnerable_employment_on AS "vulnerableEmploymentOn", t.item_count AS "itemCount",
            t.confirmed_on AS "confirmedOn", t.prices[1] AS "priceMinKrw",
            t.prices[cardinality(t.prices)] AS "priceMaxKrw", t.purchase_count AS "purchaseCount",
            t.buyer_count AS "buyerCount", t.record_as_of AS "recordAsOf",
            coalesce((
              SELECT json_agg(json_build_object('id', c.id, 'type', c.type, 'validFrom', c.valid_from,
                       'validUntil', c.valid_until, 'revokedOn', c.revoked_on, 'verified', true) ORDER BY c.valid_from, c.id)
              FROM supplier_certifications AS c
              WHERE c.supplier_id = ANY (family.members) AND c.verified_at IS NOT NULL AND c.replaced_at IS NULL), '[]') AS certificates,
            coalesce((
              SELECT json_agg(json_build_object('id', i.id, 'name', i.name, 'kind', i.kind, 'priceKrw', i.price_krw,
                       'priceIncludesVat', i.price_includes_vat, 'unit', i.unit) ORDER BY i.place)
              FROM (
                SELECT i.*, row_number() OVER (ORDER BY
                         -(SELECT count(*) FROM unnest($2::text[]) AS word WHERE strpos(key, word) > 0)
                         -(SELECT count(*) FROM unnest($3::text[]) AS word WHERE strpos(ieum_initials(key), word) > 0),
                         (i.kind = ANY ($4::text[])) DESC,
                         (i.price_krw BETWEEN $5::bigint AND $6::bigint) IS NOT TRUE,
                         (SELECT bool_or(starts_with(coalesce(i.detail_product_code, i.classification_code), code))
                          FROM unnest($7::text[]) AS code) IS NOT TRUE, i.id) AS place
                FROM catalogue_items AS i, LATERAL (SELECT ieum_search_key(i.name) AS key OFFSET 0) AS k
                WHERE i.supplier_id = ANY (family.members) AND i.state = 'published'
                ORDER BY place LIMIT ${MAX_READ_ITEMS}) AS i), '[]') AS items,
            array(
              SELECT k.name FROM item_categories AS k
              WHERE k.code = ANY (t.categories) AND length(k.code) >= 8 AND cardinality($2::text[]) > 0 ORDER BY 1) AS categories
     FROM suppliers AS s JOIN supplier_search AS t ON t.supplier_id = s.id
     CROSS JOIN LATERAL (
       SELECT s.id || array(SELECT m.id FROM suppliers AS m WHERE m.merged_into_id = s.id) AS members) AS family
     WHERE s.id = ANY ($1::uuid[])`,
    [
      ids,
      texts,
      initials,
      question.kind,
      question.priceMin ?? 0,
      question.priceMax ?? Number.MAX_SAFE_INTEGER,
      question.category,
    ],
  );
}
