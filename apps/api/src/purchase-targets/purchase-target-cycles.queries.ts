import {
  cycleActionsFrom,
  HAMKKE_NURI_MALL,
  MALL_SHARE_DECIMALS,
  mallShare,
  SOCIAL_ECONOMY,
  surveyProgress,
  type CountingPolicy,
  type CycleState,
  type SurveyState,
} from '@ieum/domain';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { PurchaseTargetCycleDto } from './dto/cycle.dto';

interface CycleRow {
  institution_id: string;
  id: string;
  fiscal_year: number;
  state: CycleState;
  survey_due_on: string | null;
  confirm_reason: string | null;
  notified_at: Date | null;
  version: number;
}

/** What a step needs to know of its cycle, read with a lock. */
export interface LockedCycle {
  readonly institutionId: string;
  readonly id: string;
  readonly fiscalYear: number;
  readonly state: CycleState;
  readonly surveyDueOn: string | null;
  readonly version: number;
}

/** Steps of the year take `FOR NO KEY UPDATE`; work of the departments that needs the state to stay takes `FOR SHARE`. */
export async function lockCycle(
  tx: Tx,
  id: string,
  lock: 'FOR NO KEY UPDATE' | 'FOR SHARE',
): Promise<LockedCycle> {
  const rows = await tx.sql<CycleRow>(`SELECT * FROM purchase_target_cycles WHERE id = $1 ${lock}`, [id]);
  const row = rows[0] ?? refuse('NOT_FOUND');
  return {
    institutionId: row.institution_id,
    id: row.id,
    fiscalYear: row.fiscal_year,
    state: row.state,
    surveyDueOn: row.survey_due_on,
    version: row.version,
  };
}

export interface CycleFilter {
  readonly id?: string;
  readonly institutionIds?: readonly string[];
  readonly institutionId?: string;
  readonly fiscalYear?: number;
}

type CycleView = CycleRow & {
  policy_id: string;
  mall_target_position: CountingPolicy['mallTarget'];
  rounding: CountingPolicy['rounding'];
  decimals: number;
  targets: PurchaseTargetCycleDto['institutionTargets'] | null;
  survey_states: SurveyState[] | null;
};

/** Cycles with the institution's targets beside the sums of the departments' targets; newest year first. */
export async function readCycles(tx: Tx, filter: CycleFilter): Promise<PurchaseTargetCycleDto[]> {
  const rows = await tx.sql<CycleView>(
    `SELECT c.*, p.id AS policy_id, p.mall_target_position, p.rounding, p.decimals,
       (SELECT json_agg(d.state) FROM demand_surveys d
        WHERE d.institution_id = c.institution_id AND d.cycle_id = c.id) AS survey_states,
       (SELECT json_agg(json_build_object('schemeCode', s.code, 'schemeName', s.name, 'basis', coalesce(t.basis, 'amount'),
                 'rateBasisPoints', t.rate_basis_points, 'targetKrw', t.target_krw,
                 'departmentSumKrw', coalesce(d.sum_krw, 0), 'departmentCount', coalesce(d.departments, 0),
                 'differenceKrw', coalesce(d.sum_krw, 0) - t.target_krw) ORDER BY s.code = $5 DESC, s.code)
        FROM schemes s
        LEFT JOIN institution_targets t ON (t.institution_id, t.cycle_id, t.scheme_code) = (c.institution_id, c.id, s.code)
        CROSS JOIN LATERAL (SELECT sum(x.target_krw) AS sum_krw, count(x.target_krw) AS departments FROM purchase_targets x
          WHERE (x.institution_id, x.cycle_id, x.scheme_code) = (c.institution_id, c.id, s.code)) d
        WHERE s.institution_id = c.institution_id AND s.fiscal_year = c.fiscal_year) AS targets
     FROM purchase_target_cycles c
     JOIN counting_policies p ON p.institution_id = c.institution_id AND p.fiscal_year = c.fiscal_year
     WHERE ($1::uuid IS NULL OR c.id = $1) AND ($2::uuid[] IS NULL OR c.institution_id = ANY ($2))
       AND ($3::uuid IS NULL OR c.institution_id = $3) AND ($4::int IS NULL OR c.fiscal_year = $4)
     ORDER BY c.fiscal_year DESC, c.institution_id`,
    [
      filter.id ?? null,
      filter.institutionIds ?? null,
      filter.institutionId ?? null,
      filter.fiscalYear ?? null,
      SOCIAL_ECONOMY,
    ],
  );
  return rows.map(toCycleDto);
}

export async function readCycle(tx: Tx, id: string): Promise<PurchaseTargetCycleDto> {
  return (await readCycles(tx, { id }))[0] ?? refuse('NOT_FOUND');
}

function toCycleDto(row: CycleView): PurchaseTargetCycleDto {
  const institutionTargets = row.targets ?? [];
  const targetOf = (code: string) =>
    institutionTargets.find((target) => target.schemeCode === code)?.targetKrw ?? 0;
  const { share, totalTargetKrw } = mallShare(
    targetOf(HAMKKE_NURI_MALL),
    targetOf(SOCIAL_ECONOMY),
    row.mall_target_position,
    { rounding: row.rounding, decimals: Math.max(row.decimals, MALL_SHARE_DECIMALS), capPercent: null },
  );
  return {
    id: row.id,
    institutionId: row.institution_id,
    fiscalYear: row.fiscal_year,
    state: row.state,
    nextActions: [...cycleActionsFrom(row.state)],
    surveyDueOn: row.survey_due_on,
    confirmReason: row.confirm_reason,
    notifiedAt: row.notified_at?.toISOString() ?? null,
    countingPolicyId: row.policy_id,
    mallTarget: row.mall_target_position,
    institutionTargets,
    mallShare: share,
    totalTargetKrw,
    survey: { ...surveyProgress(row.survey_states ?? []) },
    version: row.version,
  };
}
