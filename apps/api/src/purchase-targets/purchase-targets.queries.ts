import type { TargetState } from '@ieum/domain';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { PurchaseTargetDto, TargetRevisionListDto } from './dto/purchase-target.dto';

interface TargetView {
  id: string;
  institution_id: string;
  cycle_id: string;
  fiscal_year: number;
  department_id: string;
  department_name: string;
  department_group: string;
  scheme_code: string;
  target_krw: number | null;
  state: TargetState;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_by_name: string | null;
  revision_count: number;
  version: number;
}

export interface TargetFilter {
  readonly id?: string;
  readonly cycleId?: string;
  readonly fiscalYear?: number;
  readonly institutionId?: string;
  readonly institutionIds?: readonly string[];
  readonly departmentId?: string;
}

/** Targets in the order offices print them: by group and department, the main scheme first. */
export async function readTargets(tx: Tx, filter: TargetFilter): Promise<PurchaseTargetDto[]> {
  const rows = await tx.sql<TargetView>(
    `SELECT t.id, t.institution_id, t.cycle_id, c.fiscal_year, t.department_id, d.name AS department_name,
       d.department_group, t.scheme_code, t.target_krw, t.state, t.acknowledged_at, t.acknowledged_by, u.name AS acknowledged_by_name, t.version,
       (SELECT count(*) FROM purchase_target_revisions r
        WHERE r.institution_id = t.institution_id AND r.target_id = t.id) AS revision_count
     FROM purchase_targets t
     JOIN purchase_target_cycles c ON (c.institution_id, c.id) = (t.institution_id, t.cycle_id)
     JOIN departments d ON (d.institution_id, d.id) = (t.institution_id, t.department_id)
     LEFT JOIN users u ON u.id = t.acknowledged_by
     WHERE ($1::uuid IS NULL OR t.id = $1) AND ($2::uuid IS NULL OR t.cycle_id = $2)
       AND ($3::int IS NULL OR c.fiscal_year = $3) AND ($4::uuid IS NULL OR t.institution_id = $4)
       AND ($5::uuid[] IS NULL OR t.institution_id = ANY ($5)) AND ($6::uuid IS NULL OR t.department_id = $6)
     ORDER BY t.institution_id, d.department_group, d.name, t.department_id, t.scheme_code DESC`,
    [
      filter.id ?? null,
      filter.cycleId ?? null,
      filter.fiscalYear ?? null,
      filter.institutionId ?? null,
      filter.institutionIds ?? null,
      filter.departmentId ?? null,
    ],
  );
  return rows.map(toDto);
}

export async function readTarget(tx: Tx, id: string): Promise<PurchaseTargetDto> {
  return (await readTargets(tx, { id }))[0] ?? refuse('NOT_FOUND');
}

interface RevisionRow {
  id: string;
  old_target_krw: number | null;
  new_target_krw: number | null;
  reason: string;
  revised_by: string;
  revised_by_name: string | null;
  revised_at: Date;
}

/** Newest first. */
export async function readTargetRevisions(
  tx: Tx,
  institutionId: string,
  targetId: string,
): Promise<TargetRevisionListDto> {
  const rows = await tx.sql<RevisionRow>(
    `SELECT r.*, u.name AS revised_by_name FROM purchase_target_revisions r LEFT JOIN users u ON u.id = r.revised_by
     WHERE r.institution_id = $1 AND r.target_id = $2 ORDER BY r.id DESC`,
    [institutionId, targetId],
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      oldTargetKrw: row.old_target_krw,
      newTargetKrw: row.new_target_krw,
      reason: row.reason,
      revisedBy: row.revised_by,
      revisedByName: row.revised_by_name,
      revisedAt: row.revised_at.toISOString(),
    })),
  };
}

function toDto(row: TargetView): PurchaseTargetDto {
  return {
    id: row.id,
    institutionId: row.institution_id,
    cycleId: row.cycle_id,
    fiscalYear: row.fiscal_year,
    departmentId: row.department_id,
    departmentName: row.department_name,
    departmentGroup: row.department_group,
    schemeCode: row.scheme_code,
    targetKrw: row.target_krw,
    state: row.state,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    acknowledgedBy: row.acknowledged_by,
    acknowledgedByName: row.acknowledged_by_name,
    revisionCount: row.revision_count,
    version: row.version,
  };
}
