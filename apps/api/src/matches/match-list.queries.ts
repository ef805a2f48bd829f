import { SUPPORT_KINDS, WON_MATCH_STAGES, type AreaReach, type MatchStage } from '@ieum/domain';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../common/paging';
import { Conditions, likeAnywhere } from '../database/conditions';
import type { Tx } from '../database/transactions';
import type { ListMatchesQuery, MatchSummaryDto, MatchTotalsDto } from './dto/match-list.dto';
import type { SalesMatchDto } from './dto/match.dto';
import { MATCH_COLUMNS, MATCH_FROM, toSalesMatchDto, type MatchRow } from './match-reads.queries';

/** What the actor may see, narrowed by what was asked. */
function conditionsOf(reach: AreaReach, filter: ListMatchesQuery, actorId: string): Conditions {
  const days = filter.year === undefined ? undefined : [`${filter.year}-01-01`, `${filter.year}-12-31`];
  return new Conditions()
    .add('m.area_id = ANY (?::uuid[])', reach.areaIds)
    .add('m.institution_id = ANY (?::uuid[])', reach.institutionIds)
    .add('m.department_id = ?::uuid', reach.departmentId)
    .add('m.identified_on BETWEEN (?::date[])[1] AND (?::date[])[2]', days)
    .add('m.stage = ANY (?::text[])', filter.stage)
    .add('m.support_kinds && ?::text[]', filter.supportKind)
    .add('m.adviser_id = ?::uuid', filter.adviserId)
    .add('m.adviser_id = ?::uuid', filter.mine === true ? actorId : undefined)
    .add('m.institution_id = ?::uuid', filter.institutionId)
    .add('m.department_id = ?::uuid', filter.departmentId)
    .add(
      `EXISTS (SELECT FROM match_candidates x JOIN suppliers s ON s.id = x.supplier_id
        WHERE x.match_id = m.id AND ?::uuid IN (s.id, s.merged_into_id))`,
      filter.supplierId,
    )
    .add(
      `(m.title ILIKE ? OR i.name ILIKE ? OR m.department_name ILIKE ? OR EXISTS (SELECT FROM match_candidates x
        WHERE x.match_id = m.id AND x.supplier_name ILIKE ?))`,
      likeAnywhere(filter.q),
    );
}

/** The latest first. */
export async function listMatches(
  tx: Tx,
  reach: AreaReach,
  query: ListMatchesQuery,
): Promise<Page<SalesMatchDto>> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const conditions = conditionsOf(reach, query, tx.actor.userId);
  const after = decodeCursor(query.cursor, ['day', 'id']);
  conditions.add(
    '(m.identified_on, m.id) < (((?::text[])[1])::date, ((?::text[])[2])::uuid)',
    after?.map(String),
  );
  const rows = await tx.sql<MatchRow>(
    `SELECT ${MATCH_COLUMNS} ${MATCH_FROM} WHERE ${conditions.sql}
     ORDER BY m.identified_on DESC, m.id DESC LIMIT ${limit + 1}`,
    conditions.values,
  );
  return pageOf(rows.map(toSalesMatchDto), limit, (row) => [row.identifiedOn, row.id]);
}

interface StageTotalRow {
  stage: MatchStage;
  count: number;
  estimatedValueKrw: number;
  contractedCount: number;
  contractKrw: number;
}

/** What the whole filter finds, whatever page is shown. */
export async function totalsOf(tx: Tx, reach: AreaReach, filter: ListMatchesQuery): Promise<MatchTotalsDto> {
  const { sql, values } = conditionsOf(reach, filter, tx.actor.userId);
  const found = `FROM matches m JOIN institutions i ON i.id = m.institution_id`;
  const [stages, kinds] = await Promise.all([
    tx.sql<StageTotalRow>(
      `SELECT m.stage, count(*)::int AS count, coalesce(sum(m.estimated_value_krw), 0)::bigint AS "estimatedValueKrw",
         count(c.value_krw)::int AS "contractedCount", coalesce(sum(c.value_krw), 0)::bigint AS "contractKrw"
       ${found} LEFT JOIN LATERAL (SELECT sum(value_krw) AS value_krw FROM contracts
         WHERE match_id = m.id AND state = 'signed') c ON true
       WHERE ${sql} GROUP BY m.stage`,
      values,
    ),
    tx.sql<{ kind: string; count: number }>(
      `SELECT k.kind, count(*)::int AS count ${found} CROSS JOIN LATERAL unnest(m.support_kinds) AS k (kind)
       WHERE ${sql} GROUP BY k.kind`,
      values,
    ),
  ]);
  const sum = (of: (row: StageTotalRow) => number) => stages.reduce((total, row) => total + of(row), 0);
  return {
    count: sum((row) => row.count),
    wonCount: wonOf(stages),
    contractedCount: sum((row) => row.contractedCount),
    estimatedValueKrw: sum((row) => row.estimatedValueKrw),
    contractKrw: sum((row) => row.contractKrw),
    stages: stages.map(({ stage, count, estimatedValueKrw }) => ({ stage, count, estimatedValueKrw })),
    supportKinds: SUPPORT_KINDS.map((kind) => ({
      kind,
      count: kinds.find((row) => row.kind === kind)?.count ?? 0,
    })),
  };
}

interface KeptTotalRow {
  measure: 'match' | 'contract';
  kind: string;
  count: number;
  amount: number;
}

/** The year of the areas, by the totals that every write keeps: no match is read. */
export async function keptSummary(tx: Tx, reach: AreaReach, year: number): Promise<MatchSummaryDto> {
  const conditions = new Conditions(`measure IN ('match', 'contract')`)
    .add('year = ?::smallint', year)
    .add('area_id = ANY (?::uuid[])', reach.areaIds);
  const rows = await tx.sql<KeptTotalRow>(
    `SELECT measure, kind, sum(row_count)::int AS count, sum(amount)::bigint AS amount FROM activity_totals
     WHERE ${conditions.sql} GROUP BY measure, kind`,
    conditions.values,
  );
  return summaryOf(year, rows);
}

/** The same for a buyer, who reads what is about itself and no totals of areas. */
export async function ownSummary(tx: Tx, reach: AreaReach, year: number): Promise<MatchSummaryDto> {
  const conditions = new Conditions()
    .add('institution_id = ANY (?::uuid[])', reach.institutionIds)
    .add('department_id = ?::uuid', reach.departmentId)
    .add('extract(year FROM day) = ?::int', year);
  const rows = await tx.sql<KeptTotalRow>(
    `SELECT measure, kind, count(*)::int AS count, coalesce(sum(amount), 0)::bigint AS amount FROM (
       SELECT 'match' AS measure, stage AS kind, estimated_value_krw AS amount, identified_on AS day, institution_id,
         department_id FROM matches
       UNION ALL SELECT 'contract', source, value_krw, signed_on, institution_id, department_id FROM contracts
         WHERE state = 'signed') AS row
     WHERE ${conditions.sql} GROUP BY measure, kind`,
    conditions.values,
  );
  return summaryOf(year, rows);
}

function summaryOf(year: number, rows: readonly KeptTotalRow[]): MatchSummaryDto {
  const stages = rows
    .filter((row) => row.measure === 'match' && row.count > 0)
    .map(({ kind, count, amount }) => ({ stage: kind, count, estimatedValueKrw: amount }));
  const contracts = rows.find((row) => row.measure === 'contract' && row.kind === 'match');
  return {
    year,
    count: stages.reduce((total, row) => total + row.count, 0),
    wonCount: wonOf(stages),
    estimatedValueKrw: stages.reduce((total, row) => total + row.estimatedValueKrw, 0),
    contractCount: contracts?.count ?? 0,
    contractKrw: contracts?.amount ?? 0,
    stages,
  };
}

function wonOf(stages: readonly { readonly stage: string; readonly count: number }[]): number {
  return stages
    .filter(({ stage }) => WON_MATCH_STAGES.some((won) => won === stage))
    .reduce((total, row) => total + row.count, 0);
}
