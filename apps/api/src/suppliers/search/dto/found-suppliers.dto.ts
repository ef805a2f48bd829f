import {
  CERTIFICATE_STATES,
  CERTIFICATION_TYPES,
  MATCH_FIELDS,
  MAX_COUNTED_SUPPLIERS,
  MAX_SHOWN_ITEMS,
  PRICE_BANDS,
  PURCHASE_KINDS,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  TextField,
} from '../../../common/fields';

/** A verified certificate that is valid on the day of the answer. */
export class FoundCertificationDto {
  @IdField() id: string;
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: string;
  @EnumField('CertificateState', CERTIFICATE_STATES, { description: 'active or expiring' }) state: string;
  @DayField() validFrom: string;
  @DayField({ nullable: true, description: 'Last valid day; null = no limit' }) validUntil: string | null;
}

export class FoundItemDto {
  @IdField() id: string;
  @TextField({ max: 200, example: '현수막 제작' }) name: string;
  @EnumField('PurchaseKind', PURCHASE_KINDS) kind: string;
  @KrwField({ nullable: true, description: 'null = on request' }) priceKrw: number | null;
  @BooleanField({ example: true }) priceIncludesVat: boolean;
  @TextField({ max: 40, nullable: true, example: '장' }) unit: string | null;
}

export class MatchDto {
  @EnumField('MatchField', MATCH_FIELDS) field: string;
  @TextField({ max: 400, example: '현수막 제작', description: 'What matched, as it is written there' })
  text: string;
}

export class FoundSupplierDto {
  @IdField() id: string;
  @TextField({ max: 100, example: '노란들판' }) name: string;
  @TextField({ max: 10, nullable: true, example: '0001234567', description: 'Ten digits' })
  businessNumber: string | null;
  @TextField({ max: 5, nullable: true, example: '11305' }) districtCode: string | null;
  @DayField({ nullable: true, description: 'First day out of business; shown only when asked for' })
  closedOn: string | null;
  @ListField(() => FoundCertificationDto, { maxItems: 50, description: 'Those valid on the day `asOf`' })
  certifications: FoundCertificationDto[];
  @KrwField({ nullable: true, description: 'Lowest price of a published item' }) priceMinKrw: number | null;
  @KrwField({ nullable: true, description: 'Highest price of a published item' }) priceMaxKrw: number | null;
  @IntField({ example: 5, description: 'Published items' }) itemCount: number;
  @IntField({ example: 12, description: 'Public-sector purchases on record' }) purchaseCount: number;
  @IntField({ example: 3, description: 'Public-sector buyers among them' }) buyerCount: number;
  @DayField({ nullable: true, description: 'The day that the record is of; null = not counted yet' })
  recordAsOf: string | null;
  @DayField({ nullable: true, description: 'When an item was last confirmed; null = no published item' })
  confirmedOn: string | null;
  @BooleanField({ description: 'No item was confirmed within 12 months before the day' }) isStale: boolean;
  @IntField({
    max: 10_000,
    nullable: true,
    example: 3_000,
    description: 'Employment of vulnerable people in basis points (3000 = 30 %)',
  })
  vulnerableEmploymentBp: number | null;
  @DayField({ nullable: true, description: 'The day that the ratio is of' })
  vulnerableEmploymentOn: string | null;
  @ListField(() => FoundItemDto, { maxItems: MAX_SHOWN_ITEMS, description: 'Those that match best' })
  items: FoundItemDto[];
  @ListField(() => MatchDto, { maxItems: 12, description: 'Why it was found; empty without q' })
  matchedBy: MatchDto[];
}

export class FacetValueDto {
  @TextField({ max: 40, example: '11305' }) value: string;
  @IntField({ example: 12 }) count: number;
}

/** What each value would find; a facet's counts ignore the choice in that facet. Most first. */
export class SupplierFacetsDto {
  @ListField(() => FacetValueDto, { maxItems: 300 }) district: FacetValueDto[];
  @ListField(() => FacetValueDto, { maxItems: 30, description: 'Valid on the day of the question' })
  certification: FacetValueDto[];
  @ListField(() => FacetValueDto, { maxItems: 300, description: 'Codes of 2 digits and of 8 digits' })
  category: FacetValueDto[];
  @ListField(() => FacetValueDto, { maxItems: 4 }) kind: FacetValueDto[];
  @ListField(() => FacetValueDto, {
    maxItems: PRICE_BANDS.length,
    description: `Lowest price of each range: ${PRICE_BANDS.map((band) => band.fromKrw).join(', ')} won`,
  })
  price: FacetValueDto[];
}

export class NearMatchDto {
  @TextField({ max: 100, example: '현수먁' }) typed: string;
  @TextField({ max: 100, example: '현수막' }) meant: string;
}

export class FoundSuppliersDto {
  @ListField(() => FoundSupplierDto, { maxItems: 200 }) items: FoundSupplierDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
  @IntField({ max: MAX_COUNTED_SUPPLIERS, example: 12 }) total: number;
  @BooleanField({
    example: true,
    description: `false: ${MAX_COUNTED_SUPPLIERS} or more; counting stops there`,
  })
  totalIsExact: boolean;
  @ObjectField(() => SupplierFacetsDto, { nullable: true, description: 'null when not asked for' })
  facets: SupplierFacetsDto | null;
  @BooleanField({
    example: true,
    description: `false: counted over ${MAX_COUNTED_SUPPLIERS} of the matches`,
  })
  facetsAreExact: boolean;
  @ListField(() => NearMatchDto, { maxItems: 8, description: 'Words that were read as another one' })
  nearMatches: NearMatchDto[];
  @DayField({ description: 'The day that certificates and freshness are of' }) asOf: string;
}
