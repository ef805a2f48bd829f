import type { AreaReach, ContractParty, ContractState } from '@ieum/domain';
import { Conditions, likeAnywhere } from '../../database/conditions';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import type { ContractRow } from './contract.row';
import type { ContractFilterQuery } from './dto/list-contracts.query';

/** A living purchase; its adjustments name the contract, too, and stand beside it. */
const LIVING = `p.institution_id = c.institution_id AND p.contract_id = c.id AND p.adjusts_id IS NULL AND p.state <> 'voided'`;

const ROW = `
  c.institution_id, i.name AS institution_name, c.id, c.area_id, c.adviser_id, u.name AS adviser_name, c.department_id,
  c.department_name, c.match_id, m.title AS match_title, c.source, c.fair_id, c.item, c.classification_code, c.kind, c.method,
  c.contract_number, c.signed_on, c.value_krw, c.supply_value_krw, c.state, c.cancel_reason, c.suppliers_unknown, c.note,
  c.version,
  (SELECT coalesce(json_agg(json_build_object('supplierId', y.supplier_id, 'supplierName', y.supplier_name,
            'shareKrw', y.share_krw, 'isLead', y.is_lead) ORDER BY y.position), '[]')
   FROM contract_parties y WHERE y.institution_id = c.institution_id AND y.contract_id = c.id) AS parties,
  (SELECT json_build_object('id', p.id, 'departmentId', p.department_id,
            'departmentName', coalesce(d.name, c.department_name), 'fiscalYear', p.fiscal_year, 'state', p.state,
            'countStatus', p.count_status, 'recognitionDate', p.recognition_date, 'netKrw',
            (SELECT sum(a.amount_krw) FROM purchases a WHERE a.institution_id = p.institution_id
             AND a.contract_id = p.contract_id AND (a.id = p.id OR (a.adjusts_id = p.id AND a.state IN ('submitted', 'accepted')))))
   FROM purchases p LEFT JOIN departments d ON d.institution_id = p.institution_id AND d.id = p.department_id
   WHERE ${LIVING} ORDER BY p.id LIMIT 1) AS purchase`;

const FROM = `FROM contracts c JOIN institutions i ON i.id = c.institution_id
  LEFT JOIN users u ON u.id = c.adviser_id LEFT JOIN matches m ON m.id = c.match_id`;

function conditionsOf(reach: AreaReach, filter: ContractFilterQuery): Conditions {
  const { year } = filter;
  return new Conditions()
    .add('c.area_id = ANY (?::uuid[])', reach.areaIds)
    .add('c.institution_id = ANY (?::uuid[])', reach.institutionIds)
    .add('c.department_id = ?::uuid', reach.departmentId)
    .add('c.institution_id = ?::uuid', filter.institutionId)
    .add('c.department_id = ?::uuid', filter.departmentId)
    .add('c.match_id = ?::uuid', filter.matchId)
    .add('c.fair_id = ?::uuid', filter.fairId)
    .add('c.adviser_id = ?::uuid', filter.adviserId)
    .add('c.team_id = ?::uuid', filter.teamId)
    .add('c.signed_on >= make_date(?, 1, 1)', year)
    .add('c.signed_on <= make_date(?, 12, 31)', year)
    .add('c.source = ?', filter.source)
    .add('c.state = ANY (?::text[])', filter.state)
    .add(`EXISTS (SELECT FROM purchases p WHERE ${LIVING}) = ?::boolean`, filter.isPurchased)
    .add(
      `(c.item ILIKE ? OR c.contract_number ILIKE ? OR EXISTS (SELECT FROM contract_parties y
        WHERE y.institution_id = c.institution_id AND y.contract_id = c.id AND y.supplier_name ILIKE ?))`,
      likeAnywhere(filter.q),
    );
}

/** Newest first. @param after day of signing and id of the last row that was shown */
export function searchContracts(
  tx: Tx,
  reach: AreaReach,
  filter: ContractFilterQuery,
  after: readonly (string | number | null)[] | undefined,
  limit: number,
): Promise<ContractRow[]> {
  const conditions = conditionsOf(reach, filter).add(
    '(c.signed_on, c.id) < (((?::text[])[1])::date, ((?::text[])[2])::uuid)',
    after?.map(String),
  );
  return tx.sql<ContractRow>(
    `SELECT ${ROW} ${FROM} WHERE ${conditions.sql} ORDER BY c.signed_on DESC, c.id DESC LIMIT ${limit}`,
    conditions.values,
  );
}

export async function sumContracts(
  tx: Tx,
  reach: AreaReach,
  filter: ContractFilterQuery,
): Promise<{ contractCount: number; valueKrw: number }> {
  const conditions = conditionsOf(reach, filter);
  const rows = await tx.sql<{ contractCount: number; valueKrw: number }>(
    `SELECT count(*)::int AS "contractCount", coalesce(sum(c.value_krw), 0)::bigint AS "valueKrw"
     FROM contracts c WHERE ${conditions.sql}`,
    conditions.values,
  );
  return rows[0] ?? { contractCount: 0, valueKrw: 0 };
}

export async function contractById(tx: Tx, id: string): Promise<ContractRow> {
  const rows = await tx.sql<ContractRow>(`SELECT ${ROW} ${FROM} WHERE c.id = $1`, [id]);
  return rows[0] ?? refuse('NOT_FOUND');
}

/** Waits for whoever is entering it as a purchase: their row refers to this one, and FOR UPDATE waits for that, too. */
export async function lockContract(tx: Tx, id: string): Promise<void> {
  await tx.sql('SELECT FROM contracts WHERE id = $1 FOR UPDATE', [id]);
}

/** How it stands by now, whatever was read of it before. */
export async function contractNow(
  tx: Tx,
  id: string,
): Promise<{ readonly state: ContractState; readonly version: number } | undefined> {
  return (
    await tx.sql<{ state: ContractState; version: number }>(
      'SELECT state, version FROM contracts WHERE id = $1',
      [id],
    )
  )[0];
}

export async function insertContract(tx: Tx, columns: Readonly<Record<string, unknown>>): Promise<string> {
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const rows = await tx.sql<{ id: string }>(
    `INSERT INTO contracts (${names.join(', ')}) VALUES (${places}) RETURNING id`,
    Object.values(columns),
  );
  return rows[0]?.id ?? refuse('NOT_FOUND');
}

export async function writeParties(
  tx: Tx,
  contract: { readonly institutionId: string; readonly areaId: string; readonly id: string },
  parties: readonly ContractParty[],
): Promise<void> {
  const { institutionId, areaId, id } = contract;
  await tx.sql('DELETE FROM contract_parties WHERE institution_id = $1 AND contract_id = $2', [
    institutionId,
    id,
  ]);
  const rows = parties.map((party, index) => ({ ...party, position: index + 1 }));
  await tx.sql(
    `INSERT INTO contract_parties (institution_id, area_id, contract_id, position, supplier_id, supplier_name, share_krw, is_lead)
     SELECT $1, $2, $3, position, "supplierId", "supplierName", "shareKrw", "isLead"
     FROM jsonb_to_recordset($4::jsonb) AS row(position smallint, "supplierId" uuid, "supplierName" text, "shareKrw" bigint,
                                               "isLead" boolean)`,
    [institutionId, areaId, id, JSON.stringify(rows)],
  );
}

/** The match that a contract comes of, as far as the contract wants to know it. */
export interface MatchOfContract {
  readonly id: string;
  readonly areaId: string;
  readonly institutionId: string;
  readonly departmentId: string | null;
  readonly adviserId: string;
  readonly fairId: string | null;
}

export async function matchOfContract(tx: Tx, id: string): Promise<MatchOfContract> {
  const rows = await tx.sql<MatchOfContract>(
    `SELECT id, area_id AS "areaId", institution_id AS "institutionId", department_id AS "departmentId",
            adviser_id AS "adviserId", fair_id AS "fairId" FROM matches WHERE id = $1`,
    [id],
  );
  return rows[0] ?? refuse('NOT_FOUND');
}

/** Whom the match selected, the lead first; without a lead the first of them stands for it. */
export async function selectedParties(tx: Tx, matchId: string): Promise<ContractParty[]> {
  const rows = await tx.sql<{ supplierId: string | null; supplierName: string }>(
    `SELECT supplier_id AS "supplierId", supplier_name AS "supplierName" FROM match_candidates
     WHERE match_id = $1 AND outcome = 'selected' ORDER BY is_lead DESC, id`,
    [matchId],
  );
  return rows.map((row, index) => ({ ...row, shareKrw: null, isLead: index === 0 }));
}
