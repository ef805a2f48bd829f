import { HAMKKE_NURI_MALL, proposedTargets, SOCIAL_ECONOMY } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import type { SurveyRow } from './demand-surveys.queries';
import type { LockedCycle } from './purchase-target-cycles.queries';

/**
 * A proposed target for every asked department in every scheme of the year, from its answer; null where there is none.
 * Amounts that somebody has set stay, unless `overwrite`.
 */
export async function proposeTargets(tx: Tx, cycle: LockedCycle, overwrite: boolean): Promise<void> {
  const surveys = await tx.sql<SurveyRow>(
    `SELECT * FROM demand_surveys WHERE institution_id = $1 AND cycle_id = $2`,
    [cycle.institutionId, cycle.id],
  );
  const schemes = await tx.sql<{ code: string }>(
    `SELECT code FROM schemes WHERE institution_id = $1 AND fiscal_year = $2 ORDER BY code`,
    [cycle.institutionId, cycle.fiscalYear],
  );
  const proposals = surveys.flatMap((survey) => {
    const { mainKrw, mallKrw } = proposedTargets(survey.state, {
      plannedPurchases: survey.planned_purchases,
      wishedTargetKrw: survey.wished_target_krw,
      wishedMallTargetKrw: survey.wished_mall_target_krw,
    });
    const amounts: Record<string, number | null> = { [SOCIAL_ECONOMY]: mainKrw, [HAMKKE_NURI_MALL]: mallKrw };
    return schemes.map(({ code }) => ({
      department_id: survey.department_id,
      scheme_code: code,
      target_krw: amounts[code] ?? null,
    }));
  });
  await tx.sql(
    `INSERT INTO purchase_targets AS t (institution_id, cycle_id, department_id, scheme_code, target_krw)
     SELECT $1, $2, department_id, scheme_code, target_krw
     FROM jsonb_to_recordset($3::jsonb) AS row(department_id uuid, scheme_code text, target_krw bigint)
     ON CONFLICT (institution_id, cycle_id, department_id, scheme_code)
     DO UPDATE SET target_krw = EXCLUDED.target_krw, version = t.version + 1
     WHERE t.state = 'proposed' AND EXCLUDED.target_krw IS NOT NULL
       AND t.target_krw IS DISTINCT FROM EXCLUDED.target_krw AND ($4 OR t.target_krw IS NULL)`,
    [cycle.institutionId, cycle.id, JSON.stringify(proposals), overwrite],
  );
}
