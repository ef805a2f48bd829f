import {
  AWARD_CASE_KINDS,
  AWARD_CONDITIONS,
  AWARD_NOTES,
  AWARD_VERDICTS,
  CERTIFICATION_TYPES,
  PRICE_BASES,
  type AwardCaseKind,
  type CertificateFacts,
  type DirectAwardHint,
} from '@ieum/domain';
import {
  BooleanField,
  BooleanQuery,
  DayField,
  EnumField,
  EnumListField,
  IdField,
  IntField,
  KrwField,
  KrwQuery,
  ListField,
  ObjectField,
  TextField,
} from '../../../common/fields';
import type { AwardRuleRow, AwardSupplierRow } from '../direct-award.queries';
import { AwardRuleFactsDto, toAwardRuleFactsDto } from './award-rule.dto';

/** Said with every hint. */
const NOTICE = '안내용, 법령 확인 필요';
const BOUND = 1_000_000_000_000;

export class DirectAwardHintQuery {
  @KrwQuery({ min: 1, optional: true, example: 52_800_000, description: 'Won' })
  amountKrw?: number;
  @BooleanQuery({ optional: true, description: 'Whether the amount holds VAT; default true' })
  amountIncludesVat?: boolean;
  @KrwQuery({
    min: 1,
    optional: true,
    example: 48_000_000,
    description: 'Won without VAT; goes before the amount',
  })
  supplyValueKrw?: number;
  @EnumField('AwardCaseKind', AWARD_CASE_KINDS, { optional: true, description: 'Default: goods' })
  kind?: AwardCaseKind;
  @IdField({ optional: true, description: 'Without it only what holds for everybody is said' })
  supplierId?: string;
  @DayField({ optional: true, description: 'Default today' }) on?: string;
}

export class AwardFailureDto {
  @EnumField('AwardCondition', AWARD_CONDITIONS) condition: string;
  @IntField({
    max: BOUND,
    nullable: true,
    example: 3_000,
    description: 'Won for amounts, basis points for ratios',
  })
  needed: number | null;
  @IntField({ max: BOUND, nullable: true, example: 2_990 }) actual: number | null;
  @IntField({ max: BOUND, nullable: true, example: 10, description: 'By how much it is missed' })
  missedBy: number | null;
}

export class ConsideredRuleDto {
  @ObjectField(() => AwardRuleFactsDto) rule: AwardRuleFactsDto;
  @BooleanField({ description: 'It says yes' }) applies: boolean;
  @ListField(() => AwardFailureDto, { maxItems: AWARD_CONDITIONS.length }) failures: AwardFailureDto[];
}

export class ValidCertificateDto {
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: string;
  @DayField({ nullable: true, description: 'Last valid day; null = no limit' }) validUntil: string | null;
}

/** What was looked at. */
export class AwardBasisDto {
  @DayField() on: string;
  @EnumField('AwardCaseKind', AWARD_CASE_KINDS) kind: string;
  @KrwField({ nullable: true, example: 48_000_000, description: 'Without VAT' }) estimatedPriceKrw:
    number | null;
  @EnumField('PriceBasis', PRICE_BASES) priceBasis: string;
  @IdField({ nullable: true, description: 'Of a merged enterprise: the one that remains' }) supplierId:
    string | null;
  @TextField({ max: 100, nullable: true, example: '노란들판' }) supplierName: string | null;
  @ListField(() => ValidCertificateDto, { maxItems: 200, description: 'Verified and valid on the day' })
  certificates: ValidCertificateDto[];
  @IntField({ max: 10_000, nullable: true, example: 3_000, description: 'Basis points' })
  vulnerableEmploymentBp: number | null;
  @DayField({ nullable: true, description: 'The day that the ratio is of' }) vulnerableEmploymentOn:
    string | null;
  @ListField(() => ConsideredRuleDto, {
    maxItems: 1_000,
    description: 'Rules of a single quotation, the most favourable first',
  })
  considered: ConsideredRuleDto[];
}

export class NegotiatedLimitDto {
  @ObjectField(() => AwardRuleFactsDto) rule: AwardRuleFactsDto;
  @BooleanField({ nullable: true, description: 'null = the price is not known' }) within: boolean | null;
}

/** Guidance: it never blocks anything. */
export class DirectAwardHintDto {
  @EnumField('AwardVerdict', AWARD_VERDICTS) verdict: string;
  @KrwField({
    nullable: true,
    example: 50_000_000,
    description: 'Up to here one quotation may be enough; null = no rule is known',
  })
  limitKrw: number | null;
  @ObjectField(() => AwardRuleFactsDto, { nullable: true }) rule: AwardRuleFactsDto | null;
  @ObjectField(() => AwardBasisDto) basis: AwardBasisDto;
  @ObjectField(() => NegotiatedLimitDto, {
    nullable: true,
    description: 'Up to where a direct contract is possible at all',
  })
  negotiated: NegotiatedLimitDto | null;
  @EnumListField('AwardNote', AWARD_NOTES) notes: string[];
  @TextField({ max: 40, example: NOTICE }) notice: string;
}

interface Looked {
  readonly hint: DirectAwardHint;
  readonly rows: readonly AwardRuleRow[];
  readonly on: string;
  readonly kind: AwardCaseKind;
  readonly supplier: AwardSupplierRow | null;
  /** those that hold on the day */
  readonly certificates: readonly CertificateFacts[];
}

export function toDirectAwardHintDto({
  hint,
  rows,
  on,
  kind,
  supplier,
  certificates,
}: Looked): DirectAwardHintDto {
  const shown = new Map(rows.map((row) => [row.id, toAwardRuleFactsDto(row)]));
  const factsOf = (id: string | undefined): AwardRuleFactsDto | null => shown.get(id ?? '') ?? null;
  const considered = hint.considered.flatMap(({ rule: { id }, failures }) => {
    const rule = factsOf(id);
    const told = failures.map((failure) => ({ ...failure }));
    return rule === null ? [] : [{ rule, applies: failures.length === 0, failures: told }];
  });
  const negotiated = factsOf(hint.negotiated?.rule.id);
  return {
    verdict: hint.verdict,
    limitKrw: hint.chosen?.limitKrw ?? null,
    rule: factsOf(hint.chosen?.id),
    basis: {
      on,
      kind,
      estimatedPriceKrw: hint.price.krw,
      priceBasis: hint.price.basis,
      supplierId: supplier?.id ?? null,
      supplierName: supplier?.name ?? null,
      certificates: certificates.map(({ type, validUntil }) => ({ type, validUntil })),
      vulnerableEmploymentBp: supplier?.vulnerableEmploymentBp ?? null,
      vulnerableEmploymentOn: supplier?.vulnerableEmploymentOn ?? null,
      considered,
    },
    negotiated: negotiated === null ? null : { rule: negotiated, within: hint.negotiated?.within ?? null },
    notes: [...hint.notes],
    notice: NOTICE,
  };
}
