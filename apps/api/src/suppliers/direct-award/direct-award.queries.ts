import type { AwardRule } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { SURVIVOR } from '../suppliers.queries';

export interface AwardRuleRow extends AwardRule {
  readonly verificationNote: string | null;
  readonly source: string | null;
  readonly changeReason: string | null;
  readonly changedAt: Date;
  readonly version: number;
}

const RULE = `
  SELECT r.id, r.rule, r.enterprise_class AS "enterpriseClass", r.certification_types AS "certificationTypes",
         r.min_vulnerable_employment_bp AS "minVulnerableEmploymentBp", r.contract_kinds AS "contractKinds",
         r.limit_krw AS "limitKrw", r.valid_from AS "validFrom", r.valid_to AS "validTo", r.legal_basis AS "legalBasis",
         r.verification, r.verification_note AS "verificationNote", r.source, r.change_reason AS "changeReason",
         r.changed_at AS "changedAt", r.version
  FROM direct_award_rules r`;

/** Rules by what they are about, the newest first. @param on only those in force on that day */
export function awardRules(tx: Tx, on: string | null = null): Promise<AwardRuleRow[]> {
  return tx.sql<AwardRuleRow>(
    `${RULE} WHERE $1::date IS NULL OR r.validity @> $1::date
     ORDER BY r.rule, r.enterprise_class, r.valid_from DESC NULLS LAST, r.id LIMIT 1000`,
    [on],
  );
}

export async function awardRuleById(tx: Tx, id: string, lock = false): Promise<AwardRuleRow | undefined> {
  return (await tx.sql<AwardRuleRow>(`${RULE} WHERE r.id = $1 ${lock ? 'FOR NO KEY UPDATE' : ''}`, [id]))[0];
}

export interface AwardSupplierRow {
  readonly id: string;
  readonly name: string;
  readonly closedOn: string | null;
  readonly vulnerableEmploymentBp: number | null;
  readonly vulnerableEmploymentOn: string | null;
}

/** The enterprise that remains of this one, with its ratio and the day that it is of. */
export async function awardSupplier(tx: Tx, id: string): Promise<AwardSupplierRow | undefined> {
  const rows = await tx.sql<AwardSupplierRow>(
    `SELECT s.id, s.name, s.closed_on AS "closedOn", s.vulnerable_employment_bp AS "vulnerableEmploymentBp",
            s.vulnerable_employment_on AS "vulnerableEmploymentOn"
     FROM ${SURVIVOR} WHERE asked.id = $1`,
    [id],
  );
  return rows[0];
}
