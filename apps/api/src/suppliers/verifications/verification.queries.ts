import {
  certificateEntryStateOf,
  type CertificateEntryState,
  type FactValues,
  type VerificationState,
  type VerificationSubject,
} from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import { CERTIFICATION_JSON, type CertificationRow } from '../suppliers.queries';

export interface VerificationRow {
  id: string;
  subject: VerificationSubject;
  state: VerificationState;
  supplierId: string;
  /** the row that it was merged into, or the supplier itself */
  survivorId: string;
  supplierName: string;
  businessNumber: string | null;
  districtCode: string | null;
  supplierVersion: number;
  proposed: FactValues;
  /** what stood when it was proposed; after a decision, when it was decided */
  standing: FactValues;
  standingNow: FactValues;
  certificationId: string | null;
  certification: CertificationRow | null;
  replaces: CertificationRow | null;
  evidenceFileId: string | null;
  evidenceName: string | null;
  note: string | null;
  requestedBy: string;
  requestedByName: string | null;
  requestedAt: Date;
  decidedAt: Date | null;
  reason: string | null;
  version: number;
}

interface ReadCertification extends Omit<CertificationRow, 'entryState'> {
  replaced: boolean;
  refused: boolean;
  withdrawn: boolean;
}

interface ReadRow extends Omit<VerificationRow, 'certification' | 'replaces'> {
  certification: ReadCertification | null;
  replaces: ReadCertification | null;
}

const oneCertification = (id: string) =>
  `(SELECT json_build_object(${CERTIFICATION_JSON}) FROM supplier_certifications c WHERE c.id = ${id})`;

/** The facts that an enterprise proposes by their names in the domain; the keys are VERIFIED_FACTS. */
const STANDING_NOW = `jsonb_build_object('name', s.name, 'businessNumber', s.business_number,
  'representative', s.representative, 'address', s.address, 'districtCode', s.district_code,
  'vulnerableEmploymentBp', s.vulnerable_employment_bp, 'vulnerableEmploymentOn', s.vulnerable_employment_on)`;

const VERIFICATION = `
  SELECT v.id, v.subject, v.state, v.supplier_id AS "supplierId", s.name AS "supplierName",
         s.business_number AS "businessNumber", s.district_code AS "districtCode", now.version AS "supplierVersion", now.id AS "survivorId",
         v.proposed, v.standing, ${STANDING_NOW} AS "standingNow", v.certification_id AS "certificationId",
         ${oneCertification('v.certification_id')} AS certification,
         ${oneCertification('(SELECT w.replaces_id FROM supplier_certifications w WHERE w.id = v.certification_id)')} AS replaces,
         v.evidence_file_id AS "evidenceFileId", v.evidence_name AS "evidenceName", v.note,
         v.requested_by AS "requestedBy", u.name AS "requestedByName", v.requested_at AS "requestedAt",
         v.decided_at AS "decidedAt", v.reason, v.version
  FROM supplier_verifications v
  JOIN suppliers s ON s.id = v.supplier_id
  JOIN suppliers now ON now.id = coalesce(s.merged_into_id, s.id)
  LEFT JOIN users u ON u.id = v.requested_by`;

function toRow(row: ReadRow): VerificationRow {
  return {
    ...row,
    certification: row.certification === null ? null : withEntryState(row.certification),
    replaces: row.replaces === null ? null : withEntryState(row.replaces),
  };
}

function withEntryState(read: ReadCertification): CertificationRow & { entryState: CertificateEntryState } {
  const { replaced, refused, withdrawn, ...rest } = read;
  return {
    ...rest,
    entryState: certificateEntryStateOf({ verified: rest.verified, replaced, refused, withdrawn }),
  };
}

/** What the transaction's actor may see; refuses with NOT_FOUND. */
export async function verificationById(tx: Tx, id: string): Promise<VerificationRow> {
  const [row] = await tx.sql<ReadRow>(`${VERIFICATION} WHERE v.id = $1`, [id]);
  return row === undefined ? refuse('NOT_FOUND') : toRow(row);
}

export interface VerificationSearch {
  readonly states: readonly string[];
  readonly subjects: readonly string[] | null;
  readonly namePart: string | null;
  readonly numberPart: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/** What waits comes in the order in which it was asked; what was decided, the latest first. */
export async function searchVerifications(tx: Tx, search: VerificationSearch): Promise<VerificationRow[]> {
  const isQueue = search.states.length === 1 && search.states[0] === 'pending';
  const rows = await tx.sql<ReadRow>(
    `${VERIFICATION}
     WHERE v.state = ANY ($1::text[]) AND ($2::text[] IS NULL OR v.subject = ANY ($2))
       AND (($3::text IS NULL AND $4::text IS NULL)
            OR strpos(s.normalised_name, $3) > 0 OR strpos(s.business_number, $4) > 0)
       AND ($5::uuid IS NULL OR v.id ${isQueue ? '>' : '<'} $5)
     ORDER BY v.id ${isQueue ? 'ASC' : 'DESC'} LIMIT $6`,
    [search.states, search.subjects, search.namePart, search.numberPart, search.after, search.limit],
  );
  return rows.map(toRow);
}

export async function pendingCount(tx: Tx): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM supplier_verifications WHERE state = 'pending'`,
  );
  return row?.count ?? 0;
}

/** The latest requests of one enterprise, without claims: those are of accounts, not of the enterprise. */
export async function latestVerificationsOf(tx: Tx, supplierId: string): Promise<VerificationRow[]> {
  const rows = await tx.sql<ReadRow>(
    `${VERIFICATION} WHERE v.supplier_id = $1 AND v.subject <> 'claim' ORDER BY v.id DESC LIMIT 50`,
    [supplierId],
  );
  return rows.map(toRow);
}

/** The proposal of facts that waits, locked; undefined = none. */
export async function lockedProposal(tx: Tx, supplierId: string): Promise<VerificationRow | undefined> {
  const [found] = await tx.sql<{ id: string }>(
    `SELECT id FROM supplier_verifications WHERE supplier_id = $1 AND subject = 'facts' AND state = 'pending' FOR UPDATE`,
    [supplierId],
  );
  return found === undefined ? undefined : verificationById(tx, found.id);
}
