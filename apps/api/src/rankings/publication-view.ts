import type { PublicationDto, PublicationSummaryDto } from './dto/publication.dto';
import type { Publication, PublicationSummary } from './publication.queries';

export function toSummaryDto(row: PublicationSummary): PublicationSummaryDto {
  return {
    id: row.id,
    scope: row.scope,
    institutionId: row.institutionId,
    institutionName: row.institutionName,
    fiscalYear: row.fiscalYear,
    quarter: row.quarter,
    schemeCode: row.schemeCode,
    schemeName: row.schemeName,
    asOf: row.asOf,
    version: row.version,
    reason: row.reason,
    publishedAt: row.publishedAt.toISOString(),
  };
}

/** Only what was frozen; nothing here is computed. */
export function toPublicationDto(row: Publication): PublicationDto {
  const { policy, snapshot, difference } = row;
  return {
    ...toSummaryDto(row),
    policy: {
      recognitionDate: policy.recognitionDate ?? null,
      amountBasis: policy.amountBasis ?? null,
      eligibleCertificationTypes: [...(policy.eligibleCertificationTypes ?? [])],
      mallTarget: policy.mallTarget ?? null,
      denominator: policy.denominator ?? null,
      denominatorExclusionKrw: policy.denominatorExclusionKrw ?? null,
      denominatorExclusionReason: policy.denominatorExclusionReason ?? null,
      rounding: policy.rounding,
      decimals: policy.decimals,
      capPercent: policy.capPercent,
    },
    rows: [...snapshot.rows],
    total: snapshot.total,
    average: snapshot.average,
    difference: {
      lines: difference.lines.map((line) => ({ ...line, fields: [...line.fields] })),
      purchases: difference.purchases,
    },
    noticeText: row.noticeText,
  };
}
