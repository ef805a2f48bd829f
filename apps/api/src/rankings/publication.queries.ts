import type { CountingPolicy, Day, RatePolicy, SnapshotDifference } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import type { ListPublicationsQuery } from './dto/publication.dto';
import type { RankingScope } from './dto/ranking.dto';
import type { RankingSnapshot } from './ranking-snapshot';

export interface PublicationDifference {
  readonly lines: readonly SnapshotDifference[];
  readonly purchases: PurchaseChanges;
}

export interface PurchaseChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What is counted over and over under one heading: its versions begin with 1. */
export interface PublicationSlot {
  readonly scope: RankingScope;
  readonly institutionId: string | null;
  readonly fiscalYear: number;
  readonly quarter: number | null;
  readonly schemeCode: string;
}

export interface PublicationSummary extends PublicationSlot {
  readonly id: string;
  readonly institutionName: string | null;
  readonly schemeName: string | null;
  readonly asOf: Day;
  readonly version: number;
  readonly reason: string | null;
  readonly publishedAt: Date;
}

export interface Publication extends PublicationSummary {
  readonly policy: RatePolicy & Partial<CountingPolicy>;
  readonly snapshot: RankingSnapshot;
  readonly difference: PublicationDifference;
  readonly noticeText: string;
}

const SUMMARY = `
  id, scope, institution_id AS "institutionId", snapshot->>'title' AS "institutionName", fiscal_year AS "fiscalYear",
  quarter, scheme_code AS "schemeCode", snapshot->>'schemeName' AS "schemeName", as_of AS "asOf",
  publication_version AS version, reason, published_at AS "publishedAt"`;
const WHOLE = `${SUMMARY}, policy, snapshot, difference, notice_text AS "noticeText"`;
const SLOT = `scope = $1 AND institution_id IS NOT DISTINCT FROM $2::uuid AND fiscal_year = $3
  AND quarter IS NOT DISTINCT FROM $4::smallint AND scheme_code = $5`;

function slotValues(slot: PublicationSlot): unknown[] {
  return [slot.scope, slot.institutionId, slot.fiscalYear, slot.quarter, slot.schemeCode];
}

export async function findPublication(tx: Tx, id: string): Promise<Publication | undefined> {
  const rows = await tx.sql<Publication>(`SELECT ${WHOLE} FROM publications WHERE id = $1`, [id]);
  return rows[0];
}

/** The newest version under a heading. */
export async function findNewestVersion(tx: Tx, slot: PublicationSlot): Promise<Publication | undefined> {
  const rows = await tx.sql<Publication>(
    `SELECT ${WHOLE} FROM publications WHERE ${SLOT} ORDER BY publication_version DESC LIMIT 1`,
    slotValues(slot),
  );
  return rows[0];
}

/** @returns the id of one version under a heading */
export async function findVersionId(
  tx: Tx,
  slot: PublicationSlot,
  version: number,
): Promise<string | undefined> {
  const rows = await tx.sql<{ id: string }>(
    `SELECT id FROM publications WHERE ${SLOT} AND publication_version = $6`,
    [...slotValues(slot), version],
  );
  return rows[0]?.id;
}

/** The publication that states the year furthest; a correction of an earlier quarter does not take its place. */
export async function findLatestPublication(
  tx: Tx,
  asked: Pick<PublicationSlot, 'scope' | 'institutionId' | 'fiscalYear'> & { readonly scheme: string },
): Promise<Publication | undefined> {
  const rows = await tx.sql<Publication>(
    `SELECT ${WHOLE} FROM publications
     WHERE scope = $1 AND institution_id IS NOT DISTINCT FROM $2::uuid AND fiscal_year = $3 AND scheme_code = $4
     ORDER BY least(as_of, (make_date(fiscal_year, coalesce(quarter, 4) * 3, 1) + interval '1 month - 1 day')::date) DESC,
              publication_version DESC, id DESC
     LIMIT 1`,
    [asked.scope, asked.institutionId, asked.fiscalYear, asked.scheme],
  );
  return rows[0];
}

/** Newest first. @param afterId the last id of the page before; @param limit how many at most */
export function listPublications(
  tx: Tx,
  filter: ListPublicationsQuery,
  page: { readonly afterId: string | null; readonly limit: number },
): Promise<PublicationSummary[]> {
  return tx.sql<PublicationSummary>(
    `SELECT ${SUMMARY} FROM publications
     WHERE ($1::text IS NULL OR scope = $1) AND ($2::uuid IS NULL OR institution_id = $2)
       AND ($3::smallint IS NULL OR fiscal_year = $3) AND ($4::smallint IS NULL OR quarter = $4)
       AND ($5::text IS NULL OR scheme_code = $5) AND ($6::uuid IS NULL OR id < $6)
     ORDER BY id DESC LIMIT $7`,
    [
      filter.scope ?? null,
      filter.institutionId ?? null,
      filter.fiscalYear ?? null,
      filter.quarter ?? null,
      filter.schemeCode ?? null,
      page.afterId,
      page.limit,
    ],
  );
}

export interface NewPublication extends PublicationSlot {
  readonly asOf: Day;
  readonly version: number;
  readonly policy: RatePolicy & Partial<CountingPolicy>;
  readonly snapshot: RankingSnapshot;
  readonly difference: PublicationDifference;
  readonly noticeText: string;
  readonly reason: string | null;
}

/** @returns what was stored, read back: the answer of today is the answer of ever after */
export async function insertPublication(tx: Tx, one: NewPublication): Promise<Publication | undefined> {
  const rows = await tx.sql<Publication>(
    `INSERT INTO publications (scope, institution_id, fiscal_year, quarter, scheme_code, as_of, publication_version,
       policy, snapshot, difference, notice_text, reason, published_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING ${WHOLE}`,
    [
      ...slotValues(one),
      one.asOf,
      one.version,
      JSON.stringify(one.policy),
      JSON.stringify(one.snapshot),
      JSON.stringify(one.difference),
      one.noticeText,
      one.reason,
      tx.actor.userId,
    ],
  );
  return rows[0];
}

/** Publications under one heading happen one after the other. */
export async function lockSlot(tx: Tx, slot: PublicationSlot): Promise<void> {
  await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('publication|' || $1, 0))`, [
    JSON.stringify(slotValues(slot)),
  ]);
}

/** Quarters 1..4 that are not closed by one of those who take part. */
export async function openQuarters(
  tx: Tx,
  institutionIds: readonly string[],
  fiscalYear: number,
): Promise<number[]> {
  const rows = await tx.sql<{ quarter: number }>(
    `SELECT quarter FROM generate_series(1, 4) AS of_year (quarter)
     WHERE EXISTS (SELECT FROM unnest($1::uuid[]) AS taking_part (id)
       WHERE NOT EXISTS (SELECT FROM purchase_periods p WHERE p.institution_id = taking_part.id
         AND p.fiscal_year = $2 AND p.quarter = of_year.quarter AND p.state = 'closed'))`,
    [institutionIds, fiscalYear],
  );
  return rows.map((row) => row.quarter);
}
