import { Injectable } from '@nestjs/common';
import type { CountingPolicy, Scheme } from '@ieum/domain';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import { toCountingPolicy, toScheme, type CountingRulesRow, type SchemeRow } from './counting-policy.row';

/** By which rules a year counts. */
export interface CountingYear {
  readonly policy: CountingPolicy;
  readonly schemes: readonly Scheme[];
}

/** What other features ask of this one: how purchases of an institution's year are counted. */
@Injectable()
export class CountingYearService {
  /**
   * Writers of purchases share an institution's year; whoever changes how or whether it counts (policy, scheme, hand-in,
   * close, reopening) takes it alone. So no purchase slips into a quarter that is being closed, or is counted by a rule
   * that is being changed. Held to the end of the transaction, without a write.
   */
  async lock(tx: Tx, institutionId: string, fiscalYear: number, mode: 'shared' | 'alone'): Promise<void> {
    const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
    await tx.prepared(`SELECT ${lock}(hashtextextended('purchase-year|' || $1 || '|' || $2, 0))`, [
      institutionId,
      String(fiscalYear),
    ]);
  }

  /** Refuses with POLICY_MISSING when the institution has not opened the year. One statement. */
  async of(tx: Tx, institutionId: string, fiscalYear: number): Promise<CountingYear> {
    const rows = await tx.prepared<CountingRulesRow & { schemes: SchemeRow[] | null }>(
      `SELECT p.recognition_date_basis, p.amount_basis, p.eligible_certification_types, p.mall_target_position, p.denominator,
              p.excluded_krw, p.exclusion_reason, p.rounding, p.decimals, p.cap_percent, p.split_threshold_krw,
              (SELECT json_agg(s ORDER BY s.code) FROM schemes s
                    WHERE s.institution_id = p.institution_id AND s.fiscal_year = p.fiscal_year) AS schemes
       FROM counting_policies p WHERE p.institution_id = $1 AND p.fiscal_year = $2`,
      [institutionId, fiscalYear],
    );
    const row = rows[0] ?? refuse('POLICY_MISSING', { fiscalYear });
    return { policy: toCountingPolicy(row), schemes: (row.schemes ?? []).map(toScheme) };
  }

  /** From the first close on, the year's policy is frozen (domain.md §3). */
  async freeze(tx: Tx, institutionId: string, fiscalYear: number): Promise<void> {
    await tx.sql(
      `UPDATE counting_policies SET frozen_at = now(), version = version + 1
       WHERE institution_id = $1 AND fiscal_year = $2 AND frozen_at IS NULL`,
      [institutionId, fiscalYear],
    );
  }
}
