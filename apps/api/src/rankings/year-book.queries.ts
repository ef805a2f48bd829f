import {
  CERTIFIED_ONLY,
  type AmountBasis,
  type CertificationType,
  type CountingPolicy,
  type Denominator,
  type MallTargetPlace,
  type RecognitionDateBasis,
  type Rounding,
} from '@ieum/domain';
import type { Tx } from '../database/transactions';

/** An institution's year as far as figures need it: its policy, the scheme's name, its own target. */
export interface YearBook {
  readonly institutionId: string;
  readonly institutionName: string;
  /** null: the institution keeps no books in this year */
  readonly policy: CountingPolicy | null;
  readonly denominatorKrw: number | null;
  /** null: the year has no such scheme */
  readonly schemeName: string | null;
  readonly targetKrw: number | null;
}

interface YearBookRow {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly recognitionDate: RecognitionDateBasis | null;
  readonly amountBasis: AmountBasis;
  readonly eligibleCertificationTypes: CertificationType[];
  readonly mallTarget: MallTargetPlace;
  readonly denominator: Denominator;
  readonly denominatorKrw: number | null;
  readonly excludedKrw: number | null;
  readonly exclusionReason: string | null;
  readonly rounding: Rounding;
  readonly decimals: number;
  readonly capPercent: number | null;
  readonly splitThresholdKrw: number | null;
  readonly schemeName: string | null;
  readonly targetKrw: number | null;
}

interface YearFacts {
  readonly fiscalYear: number;
  readonly scheme: string;
}

const YEAR_BOOKS = `
  SELECT i.id AS "institutionId", i.name AS "institutionName", p.recognition_date_basis AS "recognitionDate",
         p.amount_basis AS "amountBasis", p.eligible_certification_types AS "eligibleCertificationTypes",
         p.mall_target_position AS "mallTarget", p.denominator, p.denominator_krw AS "denominatorKrw",
         p.excluded_krw AS "excludedKrw", p.exclusion_reason AS "exclusionReason", p.rounding, p.decimals,
         p.cap_percent AS "capPercent", p.split_threshold_krw AS "splitThresholdKrw", s.name AS "schemeName",
         t.target_krw AS "targetKrw"
  FROM institutions i
  LEFT JOIN counting_policies p ON p.institution_id = i.id AND p.fiscal_year = $1
  LEFT JOIN schemes s ON s.institution_id = i.id AND s.fiscal_year = $1 AND s.code = $2
  LEFT JOIN purchase_target_cycles c ON c.institution_id = i.id AND c.fiscal_year = $1
  LEFT JOIN institution_targets t ON t.institution_id = i.id AND t.cycle_id = c.id AND t.scheme_code = $2`;

/** One institution's year; undefined when there is no such institution. */
export async function findYearBook(
  tx: Tx,
  institutionId: string,
  year: YearFacts,
): Promise<YearBook | undefined> {
  const rows = await tx.prepared<YearBookRow>(`${YEAR_BOOKS} WHERE i.id = $3`, [
    year.fiscalYear,
    year.scheme,
    institutionId,
  ]);
  return rows.map(toYearBook)[0];
}

/** Everybody who keeps books in this year, by name. @param kind only institutions of this kind; null = all */
export async function listYearBooks(
  tx: Tx,
  year: YearFacts & { readonly institutionIds: readonly string[] | undefined; readonly kind: string | null },
): Promise<YearBook[]> {
  const rows = await tx.sql<YearBookRow>(
    `${YEAR_BOOKS} WHERE p.id IS NOT NULL AND ($3::uuid[] IS NULL OR i.id = ANY ($3))
       AND ($4::text IS NULL OR i.kind = $4) ORDER BY i.name, i.id`,
    [year.fiscalYear, year.scheme, year.institutionIds ?? null, year.kind],
  );
  return rows.map(toYearBook);
}

function toYearBook(row: YearBookRow): YearBook {
  const { institutionId, institutionName, denominatorKrw, schemeName, targetKrw } = row;
  const { recognitionDate, excludedKrw, exclusionReason, ...rest } = row;
  const policy: CountingPolicy | null =
    recognitionDate === null
      ? null
      : {
          recognitionDate,
          amountBasis: rest.amountBasis,
          eligibleCertificationTypes: rest.eligibleCertificationTypes,
          mallTarget: rest.mallTarget,
          denominator: rest.denominator,
          denominatorExclusionKrw: excludedKrw ?? 0,
          denominatorExclusionReason: exclusionReason,
          rounding: rest.rounding,
          decimals: rest.decimals,
          capPercent: rest.capPercent,
          splitThresholdKrw: rest.splitThresholdKrw,
        };
  return { institutionId, institutionName, policy, denominatorKrw, schemeName, targetKrw };
}

/** A department that takes part in a year. */
export interface DepartmentEntry {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly targetKrw: number | null;
}

/**
 * Departments that existed in the year, and any other that has a target or figures in it: their sum is the
 * institution's. A proposed target is not one yet.
 */
export function listDepartmentEntries(
  tx: Tx,
  institutionId: string,
  year: YearFacts,
): Promise<DepartmentEntry[]> {
  return tx.prepared<DepartmentEntry>(
    `SELECT d.id, d.name, d.department_group AS "group", t.target_krw AS "targetKrw"
     FROM departments d
     LEFT JOIN purchase_target_cycles c ON c.institution_id = d.institution_id AND c.fiscal_year = $2
     LEFT JOIN purchase_targets t ON t.institution_id = d.institution_id AND t.cycle_id = c.id
       AND t.department_id = d.id AND t.scheme_code = $3 AND t.state <> 'proposed'
     WHERE d.institution_id = $1
       AND ((d.valid_from <= make_date($2, 12, 31) AND (d.valid_to IS NULL OR d.valid_to >= make_date($2, 1, 1)))
         OR t.id IS NOT NULL
         OR EXISTS (SELECT FROM achievement_totals a WHERE a.institution_id = d.institution_id AND a.fiscal_year = $2
                    AND a.scheme_code IN ($3, '${CERTIFIED_ONLY}') AND a.department_id = d.id
                    AND (a.purchase_count <> 0 OR a.actual_krw <> 0)))
     ORDER BY d.department_group, d.name, d.id`,
    [institutionId, year.fiscalYear, year.scheme],
  );
}
