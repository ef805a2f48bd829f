import type { VerificationState } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { ClaimDto } from './dto/claim.dto';
import { SURVIVOR } from '../suppliers.queries';

interface ClaimRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  district_code: string | null;
  note: string | null;
  evidence_file_id: string | null;
  evidence_name: string | null;
  state: VerificationState;
  requested_at: Date;
  decided_at: Date | null;
  reason: string | null;
  version: number;
}

/** The claims of the transaction's actor; others are not there. */
export async function ownClaims(tx: Tx, id: string | null = null): Promise<ClaimDto[]> {
  const rows = await tx.sql<ClaimRow>(
    `SELECT v.id, v.supplier_id, s.name AS supplier_name, s.district_code, v.note, v.evidence_file_id,
            v.evidence_name, v.state, v.requested_at, v.decided_at, v.reason, v.version
     FROM supplier_verifications v
     JOIN suppliers s ON s.id = v.supplier_id
     WHERE v.subject = 'claim' AND v.requested_by = $1 AND ($2::uuid IS NULL OR v.id = $2)
     ORDER BY v.id DESC LIMIT 100`,
    [tx.actor.userId, id],
  );
  return rows.map((row) => ({
    id: row.id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    districtCode: row.district_code,
    note: row.note,
    evidenceFileId: row.evidence_file_id,
    evidenceName: row.evidence_name,
    state: row.state,
    requestedAt: row.requested_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    version: row.version,
  }));
}

export interface ClaimedSupplier {
  readonly id: string;
  readonly name: string;
  readonly districtCode: string | null;
}

/** The enterprise with this id or number; of one that was merged, the one that stands. */
export async function standingSupplier(
  tx: Tx,
  asked: { readonly id: string } | { readonly businessNumber: string },
): Promise<ClaimedSupplier | undefined> {
  const [column, value] = 'id' in asked ? ['id', asked.id] : ['business_number', asked.businessNumber];
  const rows = await tx.sql<ClaimedSupplier>(
    `SELECT s.id, s.name, s.district_code AS "districtCode" FROM ${SURVIVOR} WHERE asked.${column} = $1`,
    [value],
  );
  return rows[0];
}

/** Counts one look-up of the actor on this day; false when the day's are used up. */
export async function countLookup(tx: Tx, day: string, limit: number): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO claim_lookups (user_id, looked_up_on, count) VALUES ($1, $2, 1)
     ON CONFLICT (user_id, looked_up_on) DO UPDATE SET count = claim_lookups.count + 1
       WHERE claim_lookups.count < $3
     RETURNING count`,
    [tx.actor.userId, day, limit],
  );
  return rows.length > 0;
}

export interface ClaimHistory {
  readonly open: number;
  readonly recent: number;
}

export async function claimHistory(tx: Tx, now: Date): Promise<ClaimHistory> {
  const [row] = await tx.sql<{ open: number; recent: number }>(
    `SELECT count(*) FILTER (WHERE state = 'pending') AS open,
            count(*) FILTER (WHERE requested_at > $2::timestamptz - interval '30 days') AS recent
     FROM supplier_verifications WHERE subject = 'claim' AND requested_by = $1`,
    [tx.actor.userId, now],
  );
  return { open: row?.open ?? 0, recent: row?.recent ?? 0 };
}
