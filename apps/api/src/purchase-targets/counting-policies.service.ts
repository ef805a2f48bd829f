import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  DEFAULT_COUNTING_POLICY,
  policyRefusal,
  reachOf,
  recountRefusal,
  schemeRefusal,
  schemesFrozenRefusal,
  type CountingPolicy,
  type Scheme,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { CountingYearService } from './counting-year.service';
import { toCountingPolicy, toScheme, type CountingPolicyRow, type SchemeRow } from './counting-policy.row';
import {
  toCountingPolicyDto,
  type CountingPolicyChangeDto,
  type CountingPolicyDto,
  type InstitutionYearQuery,
} from './dto/counting-policy.dto';
import type { CreateSchemeDto, SchemeDto } from './dto/scheme.dto';
import { recomputeRateTargets } from './institution-targets';

type PlacedSchemeRow = SchemeRow & { institution_id: string; fiscal_year: number };

/** By which rules a year counts, and which schemes it has. */
@Injectable()
export class CountingPoliciesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly years: CountingYearService,
  ) {}

  list(actor: Actor, query: InstitutionYearQuery): Promise<CountingPolicyDto[]> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await tx.sql<CountingPolicyRow>(
        `SELECT * FROM counting_policies p WHERE ${ofReach('p')} ORDER BY fiscal_year DESC, institution_id`,
        reachValues(actor, query),
      );
      return rows.map(toCountingPolicyDto);
    });
  }

  get(actor: Actor, id: string): Promise<CountingPolicyDto> {
    return this.transactions.run(actor, async (tx) => {
      const row = await findPolicy(tx, id);
      assertAllowed(accessRefusal(actor, 'policy:read', { institutionId: row.institution_id }));
      return toCountingPolicyDto(row);
    });
  }

  /** Changes what is given; targets that are a rate of the denominator follow it until they are confirmed. */
  change(
    actor: Actor,
    id: string,
    version: number,
    change: CountingPolicyChangeDto,
  ): Promise<CountingPolicyDto> {
    return this.transactions.run(actor, async (tx) => {
      const { institution_id: institutionId, fiscal_year: fiscalYear } = await findPolicy(tx, id);
      assertAllowed(accessRefusal(actor, 'policy:manage', { institutionId }));
      await this.years.lock(tx, institutionId, fiscalYear, 'alone');
      const row = await findPolicy(tx, id, 'FOR NO KEY UPDATE');
      const current = toCountingPolicy(row);
      const next = mergePolicy(current, change);
      assertAllowed(policyRefusal(next, { frozen: row.frozen_at !== null }));
      assertAllowed(recountRefusal(current, next, await hasPurchases(tx, institutionId, row.fiscal_year)));
      const denominatorKrw =
        change.denominatorKrw === undefined ? row.denominator_krw : change.denominatorKrw;
      const key = { institution_id: institutionId, id };
      await tx.updateVersion('counting_policies', key, version, policyColumns(next, denominatorKrw));
      await recomputeRateTargets(tx, institutionId, row.fiscal_year, next, denominatorKrw);
      return toCountingPolicyDto(await findPolicy(tx, id));
    });
  }

  listSchemes(actor: Actor, query: InstitutionYearQuery): Promise<SchemeDto[]> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await tx.sql<PlacedSchemeRow>(
        `SELECT * FROM schemes s WHERE ${ofReach('s')} ORDER BY fiscal_year DESC, institution_id, code`,
        reachValues(actor, query),
      );
      return rows.map(toSchemeDto);
    });
  }

  createScheme(actor: Actor, input: CreateSchemeDto): Promise<SchemeDto> {
    const institutionId = actor.institutionId ?? refuse('FORBIDDEN');
    assertAllowed(accessRefusal(actor, 'policy:manage', { institutionId }));
    const { fiscalYear, code, name, basis } = input;
    const scheme: Scheme = {
      code,
      name,
      basis,
      certificationTypes: input.certificationTypes ?? [],
      channels: input.channels ?? [],
    };
    return this.transactions.runOnce(actor, async (tx) => {
      await this.years.lock(tx, institutionId, fiscalYear, 'alone');
      const policies = await tx.sql<Pick<CountingPolicyRow, 'frozen_at'>>(
        `SELECT frozen_at FROM counting_policies WHERE institution_id = $1 AND fiscal_year = $2 FOR SHARE`,
        [institutionId, fiscalYear],
      );
      const policy = policies[0] ?? refuse('POLICY_MISSING', { fiscalYear });
      assertAllowed(
        schemesFrozenRefusal({
          frozen: policy.frozen_at !== null,
          hasPurchases: await hasPurchases(tx, institutionId, fiscalYear),
        }),
      );
      const existing = await tx.sql<{ code: string }>(
        `SELECT code FROM schemes WHERE institution_id = $1 AND fiscal_year = $2`,
        [institutionId, fiscalYear],
      );
      assertAllowed(
        schemeRefusal(
          scheme,
          existing.map((row) => row.code),
        ),
      );
      await insertScheme(tx, institutionId, fiscalYear, scheme);
      return {
        ...scheme,
        institutionId,
        fiscalYear,
        certificationTypes: [...scheme.certificationTypes],
        channels: [...scheme.channels],
      };
    });
  }
}

/** Writes the policy of a new year: the defaults with what is given. POLICY_INVALID {field}. */
export async function insertPolicy(
  tx: Tx,
  institutionId: string,
  fiscalYear: number,
  change: CountingPolicyChangeDto,
): Promise<CountingPolicy> {
  const policy = mergePolicy(DEFAULT_COUNTING_POLICY, change);
  assertAllowed(policyRefusal(policy, { frozen: false }));
  const columns = {
    institution_id: institutionId,
    fiscal_year: fiscalYear,
    ...policyColumns(policy, change.denominatorKrw ?? null),
  };
  const names = Object.keys(columns);
  await tx.sql(
    `INSERT INTO counting_policies (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(columns),
  );
  return policy;
}

/** Adds a scheme; one of the same code stays as it is. */
export async function insertScheme(
  tx: Tx,
  institutionId: string,
  fiscalYear: number,
  scheme: Scheme,
  onConflict: '' | 'ON CONFLICT DO NOTHING' = '',
): Promise<void> {
  const { code, name, basis, certificationTypes, channels } = scheme;
  await tx.sql(
    `INSERT INTO schemes (institution_id, fiscal_year, code, name, basis, certification_types, channels)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ${onConflict}`,
    [institutionId, fiscalYear, code, name, basis, certificationTypes, channels],
  );
}

/** Are there purchases whose counting was already decided? */
async function hasPurchases(tx: Tx, institutionId: string, fiscalYear: number): Promise<boolean> {
  const rows = await tx.sql<{ found: boolean }>(
    `SELECT EXISTS (SELECT FROM purchases WHERE institution_id = $1 AND fiscal_year = $2
                    AND state IN ('submitted', 'accepted')) AS found`,
    [institutionId, fiscalYear],
  );
  return rows[0]?.found === true;
}

function mergePolicy(current: CountingPolicy, change: CountingPolicyChangeDto): CountingPolicy {
  return {
    recognitionDate: change.recognitionDate ?? current.recognitionDate,
    amountBasis: change.amountBasis ?? current.amountBasis,
    eligibleCertificationTypes: change.eligibleCertificationTypes ?? current.eligibleCertificationTypes,
    mallTarget: change.mallTarget ?? current.mallTarget,
    denominator: change.denominator ?? current.denominator,
    denominatorExclusionKrw: change.denominatorExclusionKrw ?? current.denominatorExclusionKrw,
    denominatorExclusionReason: given(change.denominatorExclusionReason, current.denominatorExclusionReason),
    rounding: change.rounding ?? current.rounding,
    decimals: change.decimals ?? current.decimals,
    capPercent: given(change.capPercent, current.capPercent),
    splitThresholdKrw: given(change.splitThresholdKrw, current.splitThresholdKrw),
  };
}

/** null says "none", undefined says "as it was". */
function given<T>(value: T | null | undefined, current: T | null): T | null {
  return value === undefined ? current : value;
}

function policyColumns(policy: CountingPolicy, denominatorKrw: number | null) {
  return {
    recognition_date_basis: policy.recognitionDate,
    amount_basis: policy.amountBasis,
    eligible_certification_types: policy.eligibleCertificationTypes,
    mall_target_position: policy.mallTarget,
    denominator: policy.denominator,
    denominator_krw: denominatorKrw,
    excluded_krw: policy.denominatorExclusionKrw === 0 ? null : policy.denominatorExclusionKrw,
    exclusion_reason: policy.denominatorExclusionReason,
    rounding: policy.rounding,
    decimals: policy.decimals,
    cap_percent: policy.capPercent,
    split_threshold_krw: policy.splitThresholdKrw,
  };
}

function ofReach(alias: string): string {
  return `($1::uuid[] IS NULL OR ${alias}.institution_id = ANY ($1))
    AND ($2::uuid IS NULL OR ${alias}.institution_id = $2) AND ($3::int IS NULL OR ${alias}.fiscal_year = $3)`;
}

function reachValues(actor: Actor, query: InstitutionYearQuery): unknown[] {
  const { institutionIds } = reachOf(actor, 'policy:read');
  return [institutionIds ?? null, query.institutionId ?? null, query.fiscalYear ?? null];
}

async function findPolicy(tx: Tx, id: string, lock: '' | 'FOR NO KEY UPDATE' = '') {
  const rows = await tx.sql<CountingPolicyRow>(`SELECT * FROM counting_policies WHERE id = $1 ${lock}`, [id]);
  return rows[0] ?? refuse('NOT_FOUND');
}

function toSchemeDto(row: PlacedSchemeRow): SchemeDto {
  const scheme = toScheme(row);
  return {
    institutionId: row.institution_id,
    fiscalYear: row.fiscal_year,
    ...scheme,
    certificationTypes: [...scheme.certificationTypes],
    channels: [...scheme.channels],
  };
}
