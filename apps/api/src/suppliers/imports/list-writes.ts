import {
  isSyntheticBusinessNumber,
  normaliseCompanyName,
  type FactDifference,
  type ListEntry,
} from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import type { ListedBefore, StandingSupplier, SupplierColumns } from './list-register.queries';
import { certificateOf } from './list-standing';

/** The Minister of Employment and Labor certifies social enterprises (사회적기업 육성법 제7조). */
const ISSUER = '고용노동부';

/** The manifest that a write goes back to. */
export interface ListSource {
  readonly id: string;
  readonly as_of: string;
}

/** What stood before a row was applied and what it wrote: enough to let the old stand again. */
export interface UndoImage {
  readonly created: boolean;
  /** columns of the supplier that were written */
  readonly before: Partial<SupplierColumns>;
  readonly after: Partial<SupplierColumns>;
  readonly certification: CertificationImage | null;
  readonly listed: ListedBefore | null;
}

export interface CertificationImage {
  readonly id: string;
  readonly created: boolean;
  readonly before: CertificationColumns | null;
  readonly after: CertificationColumns;
}

export interface CertificationColumns {
  readonly number: string | null;
  readonly validFrom: string;
  readonly issueRound: string | null;
}

export interface WrittenRow {
  readonly rowNumber: number;
  readonly supplierId: string;
  readonly undo: UndoImage;
}

/** Enters enterprises with their certificates, verified by the list. All by one statement. */
export async function createListed(
  tx: Tx,
  source: ListSource,
  rows: readonly { readonly rowNumber: number; readonly entry: ListEntry }[],
): Promise<WrittenRow[]> {
  const records = rows.map(({ rowNumber, entry }) => ({ row_number: rowNumber, ...derived(entry), entry }));
  const written = await tx.sql<{ row_number: number; supplier_id: string; certification_id: string }>(
    `WITH source AS MATERIALIZED (
       SELECT r.*, e.*, uuidv7() AS supplier_id, uuidv7() AS certification_id
       FROM jsonb_to_recordset($1::jsonb) AS r (row_number int, normalised_name text, is_synthetic boolean, entry jsonb)
       CROSS JOIN LATERAL jsonb_to_record(r.entry) AS e (name text, "businessNumber" text, representative text,
         address text, homepage text, "businessSummary" text, "socialPurpose" text, "serviceField" text,
         "districtCode" text, "certificateNumber" text, "certifiedOn" date, "issueRound" text)
     ), entered AS (
       INSERT INTO suppliers (id, name, normalised_name, business_number, is_synthetic, representative, address, homepage,
         business_summary, social_purpose, service_field, district_code)
       SELECT supplier_id, name, normalised_name, "businessNumber", is_synthetic, representative, address, homepage,
         "businessSummary", "socialPurpose", "serviceField", "districtCode"
       FROM source ORDER BY row_number
     ), certified AS (
       INSERT INTO supplier_certifications (id, supplier_id, type, number, issuer, issued_on, valid_from, issue_round,
         verified_at, verified_by, entered_by, source_import_id)
       SELECT certification_id, supplier_id, 'certified_social_enterprise', "certificateNumber", $4, "certifiedOn",
         "certifiedOn", "issueRound", now(), $3, $3, $2
       FROM source ORDER BY row_number
     ), listed AS (
       INSERT INTO supplier_list_entries (supplier_id, import_id, as_of, entry)
       SELECT supplier_id, $2, $5, entry FROM source
     )
     SELECT row_number, supplier_id, certification_id FROM source`,
    [JSON.stringify(records), source.id, tx.actor.userId, ISSUER, source.as_of],
  );
  const entries = new Map(rows.map(({ rowNumber, entry }) => [rowNumber, entry]));
  return written.map((row) => {
    const entry = entries.get(row.row_number) ?? refuse('NOT_FOUND');
    const certification = {
      id: row.certification_id,
      created: true,
      before: null,
      after: { number: entry.certificateNumber, validFrom: entry.certifiedOn, issueRound: entry.issueRound },
    };
    const undo = { created: true, before: {}, after: columnsOf(entry), certification, listed: null };
    return { rowNumber: row.row_number, supplierId: row.supplier_id, undo };
  });
}

/** The part of a written row that may change how purchases count. */
export function certificateOfRow({ supplierId, undo }: WrittenRow) {
  return { supplierId, certification: undo.certification };
}

export interface ListedChange {
  readonly rowNumber: number;
  readonly standing: StandingSupplier;
  readonly entry: ListEntry;
  /** only what is to be written */
  readonly taken: readonly FactDifference[];
}

/** Writes what is taken of rows whose suppliers are locked, and what the list says of them. */
export async function changeListed(
  tx: Tx,
  source: ListSource,
  changes: readonly ListedChange[],
): Promise<WrittenRow[]> {
  const images: { readonly change: ListedChange; readonly undo: UndoImage }[] = [];
  for (const change of changes) images.push({ change, undo: await imageOf(tx, change) });
  const suppliers = images
    .filter(({ undo }) => Object.keys(undo.after).length > 0)
    .map(({ change: { standing }, undo }) =>
      columnRecord(standing.id, { ...standing.columns, ...undo.after }),
    );
  await writeColumns(tx, suppliers);
  const certifications = images.flatMap(({ change, undo }) =>
    undo.certification === null ? [] : [{ supplier_id: change.standing.id, ...undo.certification }],
  );
  await writeCertifications(tx, source, certifications);
  await tx.sql(
    `INSERT INTO supplier_list_entries (supplier_id, import_id, as_of, entry)
     SELECT r.supplier_id, $2, $3, r.entry FROM jsonb_to_recordset($1::jsonb) AS r (supplier_id uuid, entry jsonb)
     ON CONFLICT ON CONSTRAINT pk_supplier_list_entries
       DO UPDATE SET import_id = excluded.import_id, as_of = excluded.as_of, entry = excluded.entry`,
    [
      JSON.stringify(changes.map(({ standing, entry }) => ({ supplier_id: standing.id, entry }))),
      source.id,
      source.as_of,
    ],
  );
  return images.map(({ change, undo }) => ({
    rowNumber: change.rowNumber,
    supplierId: change.standing.id,
    undo,
  }));
}

export type SupplierRecord = SupplierColumns & {
  readonly id: string;
  readonly normalised_name: string;
  readonly is_synthetic: boolean;
};

export function columnRecord(id: string, columns: SupplierColumns): SupplierRecord {
  return { id, ...columns, ...derived(columns) };
}

/** Many suppliers by one statement. */
export async function writeColumns(tx: Tx, records: readonly SupplierRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.sql(
    `UPDATE suppliers AS s SET name = r.name, normalised_name = r.normalised_name, business_number = r."businessNumber",
       is_synthetic = r.is_synthetic, representative = r.representative, address = r.address, homepage = r.homepage,
       business_summary = r."businessSummary", social_purpose = r."socialPurpose", service_field = r."serviceField",
       district_code = r."districtCode", version = s.version + 1, updated_at = now()
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, name text, normalised_name text, is_synthetic boolean,
       "businessNumber" text, representative text, address text, homepage text, "businessSummary" text,
       "socialPurpose" text, "serviceField" text, "districtCode" text)
     WHERE s.id = r.id`,
    [JSON.stringify(records)],
  );
}

async function writeCertifications(
  tx: Tx,
  source: ListSource,
  images: readonly (CertificationImage & { readonly supplier_id: string })[],
): Promise<void> {
  if (images.length === 0) return;
  const values = [JSON.stringify(images), source.id, tx.actor.userId, ISSUER];
  await tx.sql(
    `WITH r AS MATERIALIZED (
       SELECT i.id, i.supplier_id, i.created, a.* FROM jsonb_to_recordset($1::jsonb)
         AS i (id uuid, supplier_id uuid, created boolean, after jsonb)
       CROSS JOIN LATERAL jsonb_to_record(i.after) AS a (number text, "validFrom" date, "issueRound" text)
     ), changed AS (
       UPDATE supplier_certifications AS c SET number = r.number, valid_from = r."validFrom", issue_round = r."issueRound",
         version = c.version + 1
       FROM r WHERE c.id = r.id AND NOT r.created
     )
     INSERT INTO supplier_certifications (id, supplier_id, type, number, issuer, issued_on, valid_from, issue_round,
       verified_at, verified_by, entered_by, source_import_id)
     SELECT r.id, r.supplier_id, 'certified_social_enterprise', r.number, $4, r."validFrom", r."validFrom", r."issueRound",
       now(), $3, $3, $2
     FROM r WHERE r.created`,
    values,
  );
}

async function imageOf(tx: Tx, { standing, entry, taken }: ListedChange): Promise<UndoImage> {
  const before: Record<string, string | null> = {};
  const after: Record<string, string | null> = {};
  for (const { field, after: value } of taken) {
    if (!(field in standing.columns)) continue;
    before[field] = Object.entries(standing.columns).find(([name]) => name === field)?.[1] ?? null;
    after[field] = value;
  }
  const certification = await certificationImageOf(tx, standing, entry, taken);
  return { created: false, before, after, certification, listed: standing.listed };
}

async function certificationImageOf(
  tx: Tx,
  standing: StandingSupplier,
  entry: ListEntry,
  taken: readonly FactDifference[],
): Promise<CertificationImage | null> {
  const fields = new Set(taken.map(({ field }) => field));
  const certificate = certificateOf(standing, entry);
  if (certificate === null) {
    // Erased by a person and not taken back: no certificate is entered.
    if (!fields.has('certificateNumber') || !fields.has('certifiedOn')) return null;
    const [made] = await tx.sql<{ id: string }>('SELECT uuidv7() AS id');
    const after = {
      number: entry.certificateNumber,
      validFrom: entry.certifiedOn,
      issueRound: entry.issueRound,
    };
    return { id: made?.id ?? refuse('NOT_FOUND'), created: true, before: null, after };
  }
  const before = {
    number: certificate.number,
    validFrom: certificate.validFrom,
    issueRound: certificate.issueRound,
  };
  const after = {
    number: fields.has('certificateNumber') ? entry.certificateNumber : before.number,
    validFrom: fields.has('certifiedOn') ? entry.certifiedOn : before.validFrom,
    issueRound: fields.has('issueRound') ? entry.issueRound : before.issueRound,
  };
  const isChanged = JSON.stringify(before) !== JSON.stringify(after);
  return isChanged ? { id: certificate.id, created: false, before, after } : null;
}

function columnsOf(entry: ListEntry): SupplierColumns {
  return {
    name: entry.name,
    businessNumber: entry.businessNumber,
    representative: entry.representative,
    address: entry.address,
    homepage: entry.homepage,
    businessSummary: entry.businessSummary,
    socialPurpose: entry.socialPurpose,
    serviceField: entry.serviceField,
    districtCode: entry.districtCode,
  };
}

function derived(facts: { readonly name: string; readonly businessNumber: string | null }) {
  return {
    normalised_name: normaliseCompanyName(facts.name),
    is_synthetic: isSyntheticBusinessNumber(facts.businessNumber),
  };
}
