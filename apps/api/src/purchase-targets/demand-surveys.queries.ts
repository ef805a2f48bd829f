import { surveyProgress, type MallTargetPlace, type PlannedPurchase, type SurveyState } from '@ieum/domain';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { DemandSurveyDto, DemandSurveyListDto, DemandSurveyRowDto } from './dto/demand-survey.dto';

export interface SurveyRow {
  institution_id: string;
  id: string;
  cycle_id: string;
  department_id: string;
  state: SurveyState;
  planned_purchases: readonly PlannedPurchase[];
  wished_target_krw: number | null;
  wished_mall_target_krw: number | null;
  return_reason: string | null;
  submitted_at: Date | null;
  version: number;
}

type SurveyView = SurveyRow & {
  fiscal_year: number;
  cycle_state: string;
  survey_due_on: string | null;
  department_name: string;
  department_group: string;
  mall_target_position: MallTargetPlace;
};

interface SurveyFilter {
  readonly id?: string;
  readonly cycleId?: string;
  readonly departmentId?: string;
}

async function readViews(tx: Tx, filter: SurveyFilter): Promise<SurveyView[]> {
  return tx.sql<SurveyView>(
    `SELECT s.*, c.fiscal_year, c.state AS cycle_state, c.survey_due_on, d.name AS department_name, d.department_group,
       p.mall_target_position
     FROM demand_surveys s
     JOIN purchase_target_cycles c ON (c.institution_id, c.id) = (s.institution_id, s.cycle_id)
     JOIN departments d ON (d.institution_id, d.id) = (s.institution_id, s.department_id)
     JOIN counting_policies p ON (p.institution_id, p.fiscal_year) = (c.institution_id, c.fiscal_year)
     WHERE ($1::uuid IS NULL OR s.id = $1) AND ($2::uuid IS NULL OR s.cycle_id = $2)
       AND ($3::uuid IS NULL OR s.department_id = $3)
     ORDER BY d.department_group, d.name, s.id`,
    [filter.id ?? null, filter.cycleId ?? null, filter.departmentId ?? null],
  );
}

export async function readSurvey(tx: Tx, id: string): Promise<DemandSurveyDto> {
  const row = (await readViews(tx, { id }))[0] ?? refuse('NOT_FOUND');
  return {
    ...toRowDto(row),
    mallTarget: row.mall_target_position,
    plannedPurchases: row.planned_purchases.map((planned) => ({ ...planned })),
  };
}

/** The monitor: every department that was asked, with the sums of the answers that were given. */
export async function readMonitor(
  tx: Tx,
  cycleId: string,
  departmentId: string | undefined,
): Promise<DemandSurveyListDto> {
  const rows = await readViews(tx, { cycleId, departmentId });
  const items = rows.map(toRowDto);
  const given = items.filter((item) => item.state === 'submitted' || item.state === 'accepted');
  const sumOf = (amount: (item: DemandSurveyRowDto) => number | null) =>
    given.reduce((sum, item) => sum + (amount(item) ?? 0), 0);
  return {
    items,
    sums: {
      ...surveyProgress(rows.map((row) => row.state)),
      plannedKrw: sumOf((item) => item.plannedKrw),
      wishedTargetKrw: sumOf((item) => item.wishedTargetKrw),
      wishedMallTargetKrw: sumOf((item) => item.wishedMallTargetKrw),
    },
  };
}

function toRowDto(row: SurveyView): DemandSurveyRowDto {
  return {
    id: row.id,
    institutionId: row.institution_id,
    cycleId: row.cycle_id,
    fiscalYear: row.fiscal_year,
    cycleState: row.cycle_state,
    surveyDueOn: row.survey_due_on,
    departmentId: row.department_id,
    departmentName: row.department_name,
    departmentGroup: row.department_group,
    state: row.state,
    plannedCount: row.planned_purchases.length,
    plannedKrw: row.planned_purchases.reduce((sum, planned) => sum + planned.amountKrw, 0),
    wishedTargetKrw: row.wished_target_krw,
    wishedMallTargetKrw: row.wished_mall_target_krw,
    returnReason: row.return_reason,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    version: row.version,
  };
}
