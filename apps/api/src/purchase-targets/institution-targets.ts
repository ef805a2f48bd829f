import {
  HAMKKE_NURI_MALL,
  mallTargetRefusal,
  rateTargetAmount,
  SOCIAL_ECONOMY,
  targetAmount,
  type CountingPolicy,
} from '@ieum/domain';
import { assertAllowed, orRefuse, refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { InstitutionTargetInputDto } from './dto/cycle.dto';

/** The policy of the year, and the amount of its denominator. */
export interface DenominatorFacts {
  readonly policy: CountingPolicy;
  readonly denominatorKrw: number | null;
}

interface TargetRow {
  scheme_code: string;
  basis: string;
  rate_basis_points: number | null;
  target_krw: number | null;
}

/**
 * Writes the institution's targets that are given; others stay. With a reason, every changed amount is kept in the
 * history. Refuses an unknown or repeated scheme and a wrong amount (TARGET_INVALID), and a mall target above the main
 * one that it lies inside of (TARGET_MALL_ABOVE_MAIN).
 */
export async function saveInstitutionTargets(
  tx: Tx,
  cycle: { readonly institutionId: string; readonly id: string; readonly fiscalYear: number },
  inputs: readonly InstitutionTargetInputDto[],
  facts: DenominatorFacts,
  reason: string | null,
): Promise<void> {
  await assertKnownSchemes(tx, cycle.institutionId, cycle.fiscalYear, inputs);
  const before = await readTargets(tx, cycle.institutionId, cycle.id);
  for (const input of inputs) {
    const targetKrw = amountOf(input, facts);
    await tx.sql(
      `INSERT INTO institution_targets (institution_id, cycle_id, scheme_code, basis, rate_basis_points, target_krw)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (institution_id, cycle_id, scheme_code) DO UPDATE SET basis = EXCLUDED.basis,
         rate_basis_points = EXCLUDED.rate_basis_points, target_krw = EXCLUDED.target_krw,
         version = institution_targets.version + 1`,
      [
        cycle.institutionId,
        cycle.id,
        input.schemeCode,
        input.basis ?? 'amount',
        input.basis === 'rate' ? (input.rateBasisPoints ?? null) : null,
        targetKrw,
      ],
    );
    const old = before.find((row) => row.scheme_code === input.schemeCode)?.target_krw ?? null;
    if (reason !== null && old !== targetKrw) {
      await tx.sql(
        `INSERT INTO institution_target_revisions
           (institution_id, cycle_id, scheme_code, old_target_krw, new_target_krw, reason, revised_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [cycle.institutionId, cycle.id, input.schemeCode, old, targetKrw, reason, tx.actor.userId],
      );
    }
  }
  assertMallFits(await readTargets(tx, cycle.institutionId, cycle.id), facts.policy);
}

/** While targets are not confirmed, those that are a rate of the denominator follow a changed policy. */
export async function recomputeRateTargets(
  tx: Tx,
  institutionId: string,
  fiscalYear: number,
  policy: CountingPolicy,
  denominatorKrw: number | null,
): Promise<void> {
  const cycles = await tx.sql<{ id: string }>(
    `SELECT id FROM purchase_target_cycles
     WHERE institution_id = $1 AND fiscal_year = $2 AND state IN ('survey_open', 'survey_closed') FOR NO KEY UPDATE`,
    [institutionId, fiscalYear],
  );
  const cycle = cycles[0];
  if (cycle === undefined) return;
  const facts = { policy, denominatorKrw };
  const targets = await readTargets(tx, institutionId, cycle.id);
  const rates = targets.filter((row) => row.basis === 'rate');
  for (const row of rates) {
    const input = { schemeCode: row.scheme_code, rateBasisPoints: row.rate_basis_points ?? 0 };
    await tx.sql(
      `UPDATE institution_targets SET target_krw = $4, version = version + 1
       WHERE institution_id = $1 AND cycle_id = $2 AND scheme_code = $3`,
      [institutionId, cycle.id, row.scheme_code, amountOf({ ...input, basis: 'rate' }, facts)],
    );
  }
  assertMallFits(await readTargets(tx, institutionId, cycle.id), policy);
}

function amountOf(input: InstitutionTargetInputDto, { policy, denominatorKrw }: DenominatorFacts): number {
  if ((input.basis ?? 'amount') === 'amount') {
    return orRefuse(targetAmount({ kind: 'amount', amountKrw: input.targetKrw ?? Number.NaN }));
  }
  return orRefuse(rateTargetAmount(input.rateBasisPoints ?? Number.NaN, policy, denominatorKrw));
}

function assertMallFits(targets: readonly TargetRow[], policy: CountingPolicy): void {
  const [main, mall] = [SOCIAL_ECONOMY, HAMKKE_NURI_MALL].map(
    (code) => targets.find((row) => row.scheme_code === code)?.target_krw ?? null,
  );
  if (typeof main === 'number' && typeof mall === 'number')
    assertAllowed(mallTargetRefusal(mall, main, policy.mallTarget));
}

async function assertKnownSchemes(
  tx: Tx,
  institutionId: string,
  fiscalYear: number,
  inputs: readonly InstitutionTargetInputDto[],
): Promise<void> {
  const schemes = await tx.sql<{ code: string }>(
    `SELECT code FROM schemes WHERE institution_id = $1 AND fiscal_year = $2`,
    [institutionId, fiscalYear],
  );
  const codes = inputs.map((input) => input.schemeCode);
  const known = codes.every((code) => schemes.some((scheme) => scheme.code === code));
  if (!known || new Set(codes).size !== codes.length) refuse('TARGET_INVALID', { field: 'schemeCode' });
}

function readTargets(tx: Tx, institutionId: string, cycleId: string): Promise<TargetRow[]> {
  return tx.sql<TargetRow>(
    `SELECT scheme_code, basis, rate_basis_points, target_krw FROM institution_targets
     WHERE institution_id = $1 AND cycle_id = $2`,
    [institutionId, cycleId],
  );
}
