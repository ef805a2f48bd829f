import type { CandidateOutcome, LostReason, MatchAward, MatchStage, NeedOrigin } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import type { MatchCandidateDto, MatchDetailDto, SalesMatchDto, MatchHistoryDto } from './dto/match.dto';

export interface MatchRow {
  id: string;
  area_id: string;
  institution_id: string;
  institution_name: string;
  department_id: string | null;
  department_name: string | null;
  title: string;
  classification_code: string | null;
  estimated_value_krw: number | null;
  contract_krw: number | null;
  contract_count: number;
  support_kinds: string[];
  stage: MatchStage;
  lost_reason: LostReason | null;
  award: MatchAward | null;
  identified_on: string;
  adviser_id: string;
  adviser_name: string | null;
  team_id: string | null;
  fair_id: string | null;
  fair_booking_id: string | null;
  candidate_count: number;
  winner_names: string[] | null;
  note: string | null;
  created_at: Date;
  version: number;
}

/** The row of the register that stands for a candidate: a merged one leads to its survivor. */
export const STANDING_SUPPLIER = 'coalesce(s.merged_into_id, s.id)';

/** A match with what its contracts and candidates add to it; the value counts once, however many won. */
export const MATCH_COLUMNS = `m.id, m.area_id, m.institution_id, i.name AS institution_name, m.department_id,
  m.department_name, m.title, m.classification_code, m.estimated_value_krw, c.contract_krw, c.contract_count,
  m.support_kinds, m.stage, m.lost_reason, m.award, m.identified_on, m.adviser_id, u.name AS adviser_name, m.team_id,
  m.fair_id, m.fair_booking_id, k.candidate_count, k.winner_names, m.note, m.created_at, m.version`;
export const MATCH_FROM = `FROM matches m
  JOIN institutions i ON i.id = m.institution_id
  LEFT JOIN users u ON u.id = m.adviser_id
  CROSS JOIN LATERAL (SELECT sum(value_krw)::bigint AS contract_krw, count(*)::int AS contract_count
    FROM contracts WHERE match_id = m.id AND state = 'signed') c
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE outcome <> 'withdrawn')::int AS candidate_count,
      array_agg(supplier_name ORDER BY is_lead DESC, id) FILTER (WHERE outcome = 'selected') AS winner_names
    FROM match_candidates WHERE match_id = m.id) k`;

export async function matchById(tx: Tx, id: string): Promise<MatchRow | undefined> {
  return (await tx.sql<MatchRow>(`SELECT ${MATCH_COLUMNS} ${MATCH_FROM} WHERE m.id = $1`, [id]))[0];
}

export interface CandidateRow {
  id: string;
  supplier_id: string | null;
  supplier_name: string;
  outcome: CandidateOutcome;
  is_lead: boolean;
  note: string | null;
  created_at: Date;
}

export function candidatesOf(tx: Tx, matchId: string): Promise<CandidateRow[]> {
  return tx.sql<CandidateRow>(
    `SELECT c.id, ${STANDING_SUPPLIER} AS supplier_id, coalesce(t.name, s.name, c.supplier_name) AS supplier_name,
       c.outcome, c.is_lead, c.note, c.created_at
     FROM match_candidates c LEFT JOIN suppliers s ON s.id = c.supplier_id LEFT JOIN suppliers t ON t.id = s.merged_into_id
     WHERE c.match_id = $1 ORDER BY c.is_lead DESC, c.id`,
    [matchId],
  );
}

interface MatchNeedRow {
  id: string;
  title: string;
  origin: NeedOrigin;
  found_on: string;
  visit_id: string | null;
  consultation_id: string | null;
  supplier_request_id: string | null;
}

function needsOf(tx: Tx, matchId: string): Promise<MatchNeedRow[]> {
  return tx.sql<MatchNeedRow>(
    `SELECT id, title, origin, found_on, visit_id, consultation_id, supplier_request_id FROM needs
     WHERE match_id = $1 ORDER BY found_on, id`,
    [matchId],
  );
}

/** The match with its candidates and needs. */
export async function detailOf(tx: Tx, row: MatchRow): Promise<MatchDetailDto> {
  const [candidates, needs] = await Promise.all([candidatesOf(tx, row.id), needsOf(tx, row.id)]);
  return {
    ...toSalesMatchDto(row),
    candidates: candidates.map(toCandidateDto),
    needs: needs.map((need) => ({
      id: need.id,
      title: need.title,
      origin: need.origin,
      foundOn: need.found_on,
      visitId: need.visit_id,
      consultationId: need.consultation_id,
      supplierRequestId: need.supplier_request_id,
    })),
  };
}

interface StageChangeRow {
  id: string;
  from_stage: MatchStage | null;
  to_stage: MatchStage;
  lost_reason: LostReason | null;
  note: string | null;
  changed_by: string;
  changed_by_name: string | null;
  changed_at: Date;
}

/** Every change of the stage, the latest first. */
export async function historyOf(tx: Tx, matchId: string): Promise<MatchHistoryDto> {
  const rows = await tx.sql<StageChangeRow>(
    `SELECT c.id, c.from_stage, c.to_stage, c.lost_reason, c.note, c.changed_by, u.name AS changed_by_name, c.changed_at
     FROM match_stage_changes c LEFT JOIN users u ON u.id = c.changed_by
     WHERE c.match_id = $1 ORDER BY c.id DESC LIMIT 1000`,
    [matchId],
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      fromStage: row.from_stage,
      toStage: row.to_stage,
      lostReason: row.lost_reason,
      note: row.note,
      adviserId: row.changed_by,
      adviserName: row.changed_by_name ?? '',
      changedAt: row.changed_at.toISOString(),
    })),
  };
}

function toCandidateDto(row: CandidateRow): MatchCandidateDto {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    outcome: row.outcome,
    isLead: row.is_lead,
    note: row.note,
    createdAt: row.created_at.toISOString(),
  };
}

export function toSalesMatchDto(row: MatchRow): SalesMatchDto {
  return {
    id: row.id,
    areaId: row.area_id,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    departmentId: row.department_id,
    departmentName: row.department_name,
    title: row.title,
    classificationCode: row.classification_code,
    estimatedValueKrw: row.estimated_value_krw,
    contractKrw: row.contract_krw,
    contractCount: row.contract_count,
    supportKinds: row.support_kinds,
    stage: row.stage,
    lostReason: row.lost_reason,
    award: row.award,
    identifiedOn: row.identified_on,
    adviserId: row.adviser_id,
    adviserName: row.adviser_name ?? '',
    teamId: row.team_id,
    fairId: row.fair_id,
    fairBookingId: row.fair_booking_id,
    candidateCount: row.candidate_count,
    winnerNames: row.winner_names ?? [],
    note: row.note,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}
