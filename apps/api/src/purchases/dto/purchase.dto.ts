import {
  CERTIFICATION_TYPES,
  CHANNELS,
  COUNT_STATUSES,
  PROCUREMENT_METHODS,
  PURCHASE_KINDS,
  PURCHASE_SOURCES,
  PURCHASE_STATES,
  PURCHASE_WARNINGS,
  RECOGNITION_REASONS,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  DetailsField,
  EnumField,
  EnumListField,
  IdField,
  IdListField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  MAX_KRW,
  TextField,
  TextListField,
  YearField,
} from '../../common/fields';
import type { PurchaseListRow } from '../purchase.row';

export const NEGATIVE_MAX_KRW = -MAX_KRW;

class PurchaseWarningDto {
  @EnumField('PurchaseWarningCode', PURCHASE_WARNINGS) code: string;
  @DetailsField() details: object;
}

/** A certificate as it stood when the purchase was decided; a later change of the register does not reach it. */
class CertificateSnapshotDto {
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: string;
  @DayField() validFrom: string;
  @DayField({ nullable: true }) validUntil: string | null;
  @DayField({ nullable: true }) revokedOn: string | null;
  @BooleanField() verified: boolean;
}

export class PurchaseDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @IdField() departmentId: string;
  @TextField({ max: 100, example: '일자리지원과' }) departmentName: string;
  @YearField() fiscalYear: number;
  @IdField({ nullable: true }) supplierId: string | null;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @TextField({ max: 10, nullable: true, example: '0000000001' }) businessNumber: string | null;
  @TextField({ max: 200, example: '현수막/배너 제작' }) item: string;
  @TextField({ max: 10, nullable: true, example: '5512170100' }) classificationCode: string | null;
  @EnumField('PurchaseKind', PURCHASE_KINDS) kind: string;
  @EnumField('ProcurementMethod', PROCUREMENT_METHODS, { nullable: true }) method: string | null;
  @TextField({ max: 100, nullable: true, example: '수의계약' }) methodDetails: string | null;
  @EnumField('Channel', CHANNELS) channel: string;
  @TextField({ max: 60, nullable: true, example: '2016-0123' }) contractNumber: string | null;
  @DayField({ nullable: true }) contractDate: string | null;
  @DayField({ nullable: true }) paymentDate: string | null;
  @KrwField({ min: NEGATIVE_MAX_KRW, description: 'with VAT; signed on an adjustment' }) amountKrw: number;
  @KrwField({ min: NEGATIVE_MAX_KRW, nullable: true, example: 145_455 }) supplyValueKrw: number | null;
  @TextField({ max: 20, nullable: true, example: '201-01' }) budgetObjectCode: string | null;
  @TextField({ max: 1000, nullable: true, example: '민원실 안내' }) note: string | null;
  @EnumField('PurchaseSource', PURCHASE_SOURCES) source: string;
  @EnumField('PurchaseState', PURCHASE_STATES) state: string;
  @TextField({ max: 500, nullable: true, example: '계약서가 없습니다' }) returnReason: string | null;
  @IdField({ nullable: true }) adjustsId: string | null;
  @TextField({ max: 500, nullable: true, example: '반품' }) adjustmentReason: string | null;
  @IdField({ nullable: true }) importId: string | null;
  @IdField({
    nullable: true,
    description: 'the recount that added this row; it stands and falls with its counterpart',
  })
  recountId: string | null;
  @IdField({ nullable: true, description: 'the contract that it was entered from' }) contractId:
    string | null;
  @ListField(() => PurchaseWarningDto, { maxItems: 20 }) warnings: PurchaseWarningDto[];
  @ListField(() => CertificateSnapshotDto, { maxItems: 100 }) certificates: CertificateSnapshotDto[];
  @EnumField('CountStatus', COUNT_STATUSES) countStatus: string;
  @EnumListField('RecognitionReason', RECOGNITION_REASONS) countReasons: string[];
  @DayField({ nullable: true }) recognitionDate: string | null;
  @KrwField({ min: NEGATIVE_MAX_KRW, nullable: true }) recognizedAmountKrw: number | null;
  @TextListField({ maxItems: 40, max: 40, example: ['social_economy'] }) countedSchemes: string[];
  @IdListField({ maxItems: 20 }) fileIds: string[];
  @IntField({ min: 1, example: 1 }) version: number;
  @InstantField() createdAt: string;
}

export class PurchasePageDto {
  @ListField(() => PurchaseDto, { maxItems: 200 }) items: PurchaseDto[];
  @TextField({ max: 400, nullable: true, example: 'WyIwMTkiXQ' }) nextCursor: string | null;
}

/** What the totals row under a list says: over all rows that the filters give, not only those on the page. */
export class PurchaseSummaryDto {
  @IntField({ max: 1_000_000_000, example: 1 }) purchaseCount: number;
  @KrwField({ min: Number.MIN_SAFE_INTEGER, description: 'with VAT' }) amountKrw: number;
  @KrwField({
    min: Number.MIN_SAFE_INTEGER,
    description: 'the part that counts (in the filtered scheme, or in any)',
  })
  countedKrw: number;
}

export function toPurchaseDto(row: PurchaseListRow): PurchaseDto {
  return {
    id: row.id,
    institutionId: row.institution_id,
    departmentId: row.department_id,
    departmentName: row.department_name,
    fiscalYear: row.fiscal_year,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    businessNumber: row.supplier_business_number,
    item: row.item,
    classificationCode: row.classification_code,
    kind: row.kind,
    method: row.method,
    methodDetails: row.method_details,
    channel: row.channel,
    contractNumber: row.contract_number,
    contractDate: row.contract_date,
    paymentDate: row.payment_date,
    amountKrw: row.amount_krw,
    supplyValueKrw: row.supply_value_krw,
    budgetObjectCode: row.budget_object_code,
    note: row.note,
    source: row.source,
    state: row.state,
    returnReason: row.return_reason,
    adjustsId: row.adjusts_id,
    adjustmentReason: row.adjustment_reason,
    importId: row.import_id,
    recountId: row.recount_id,
    contractId: row.contract_id,
    warnings: row.warnings,
    certificates: row.certificate_snapshot,
    countStatus: row.count_status,
    countReasons: row.count_reasons,
    recognitionDate: row.recognition_date,
    recognizedAmountKrw: row.recognized_amount_krw,
    countedSchemes: row.counted_schemes,
    fileIds: row.file_ids,
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}
