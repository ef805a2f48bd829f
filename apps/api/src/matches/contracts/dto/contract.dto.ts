import {
  CONTRACT_SOURCES,
  CONTRACT_STATES,
  COUNT_STATUSES,
  PROCUREMENT_METHODS,
  PURCHASE_KINDS,
  PURCHASE_STATES,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntField,
  KrwField,
  ListField,
  MAX_KRW,
  ObjectField,
  PersonNameField,
  TextField,
  YearField,
} from '../../../common/fields';
import { CLASSIFICATION, CONTRACT_NUMBER, ITEM, MAX_PARTIES, NOTE, REASON } from './contract-fields';

class ContractPartyDto {
  @IdField({ nullable: true, description: 'null: not in the register' }) supplierId: string | null;
  @TextField({ max: 100, example: '터치포굿' }) supplierName: string;
  @KrwField({ min: 1, nullable: true, description: 'of the value; null: not agreed, or not told' })
  shareKrw: number | null;
  @BooleanField({ description: 'The purchase names this one as its supplier' }) isLead: boolean;
}

/** The living purchase that names the contract, and what the ledger decided about it. */
class ContractPurchaseDto {
  @IdField() id: string;
  @IdField() departmentId: string;
  @TextField({ max: 100, example: '일자리지원과' }) departmentName: string;
  @YearField() fiscalYear: number;
  @EnumField('PurchaseState', PURCHASE_STATES) state: string;
  @EnumField('CountStatus', COUNT_STATUSES) countStatus: string;
  @DayField({ nullable: true }) recognitionDate: string | null;
  @KrwField({ min: -MAX_KRW, description: 'with its adjustments' }) netKrw: number;
}

export class ContractDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @TextField({ max: 100, example: '강북구' }) institutionName: string;
  @IdField({ nullable: true }) departmentId: string | null;
  @TextField({ max: 100, nullable: true, example: '일자리지원과' }) departmentName: string | null;
  @IdField() adviserId: string;
  @PersonNameField({ of: 'adviserId' }) adviserName: string;
  @IdField({ nullable: true }) matchId: string | null;
  @TextField({ max: 200, nullable: true, example: '청사 안내 현수막' }) matchTitle: string | null;
  @EnumField('ContractSource', CONTRACT_SOURCES) source: string;
  @IdField({ nullable: true, description: 'The fair that led to it, where it is known' }) fairId:
    string | null;
  @TextField(ITEM) item: string;
  @TextField({ ...CLASSIFICATION, nullable: true }) classificationCode: string | null;
  @EnumField('PurchaseKind', PURCHASE_KINDS) kind: string;
  @EnumField('ProcurementMethod', PROCUREMENT_METHODS, { nullable: true }) method: string | null;
  @TextField({ ...CONTRACT_NUMBER, nullable: true }) contractNumber: string | null;
  @DayField() signedOn: string;
  @KrwField({ min: 1, description: 'with VAT' }) valueKrw: number;
  @KrwField({ min: 1, nullable: true }) supplyValueKrw: number | null;
  @BooleanField({ description: 'An older report names a value and no enterprise' }) suppliersUnknown: boolean;
  @TextField({ ...NOTE, nullable: true }) note: string | null;
  @ListField(() => ContractPartyDto, { maxItems: MAX_PARTIES }) parties: ContractPartyDto[];
  @EnumField('ContractState', CONTRACT_STATES) state: string;
  @TextField({ ...REASON, nullable: true }) cancelReason: string | null;
  @ObjectField(() => ContractPurchaseDto, { nullable: true }) purchase: ContractPurchaseDto | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

/** Over all rows that the filters give; a contract counts once, however many enterprises deliver. */
class ContractTotalsDto {
  @IntField({ example: 17 }) contractCount: number;
  @KrwField({ example: 6_418_000_000 }) valueKrw: number;
}

export class ContractPageDto {
  @ListField(() => ContractDto, { maxItems: 200 }) items: ContractDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
  @ObjectField(() => ContractTotalsDto) totals: ContractTotalsDto;
}
