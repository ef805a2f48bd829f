import {
  CONTRACT_SOURCES,
  PROCUREMENT_METHODS,
  PURCHASE_KINDS,
  type ContractSource,
  type ProcurementMethod,
  type PurchaseKind,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  KrwField,
  ListField,
  TextField,
  YearField,
} from '../../../common/fields';
import { CLASSIFICATION, CONTRACT_NUMBER, ITEM, MAX_PARTIES, NOTE, REASON } from './contract-fields';

class WrittenPartyDto {
  @IdField({ optional: true, nullable: true, description: 'registered; its name is taken from the register' })
  supplierId?: string | null;
  @TextField({
    max: 100,
    optional: true,
    nullable: true,
    example: '터치포굿',
    description: 'as written, when not registered',
  })
  supplierName?: string | null;
  @KrwField({ min: 1, optional: true, nullable: true, description: 'all parties have one, or none has' })
  shareKrw?: number | null;
  @BooleanField({ optional: true, description: 'exactly one party is the lead' }) isLead?: boolean;
}

/** What a person writes down of a contract; the same fields for a new one and for a change. */
export class ContractFieldsDto {
  @IdField({ optional: true, nullable: true, description: 'of the buying institution; null: not known' })
  departmentId?: string | null;
  @TextField(ITEM) item: string;
  @TextField({ ...CLASSIFICATION, optional: true, nullable: true }) classificationCode?: string | null;
  @EnumField('PurchaseKind', PURCHASE_KINDS) kind: PurchaseKind;
  @EnumField('ProcurementMethod', PROCUREMENT_METHODS, { optional: true, nullable: true })
  method?: ProcurementMethod | null;
  @TextField({ ...CONTRACT_NUMBER, optional: true, nullable: true }) contractNumber?: string | null;
  @DayField() signedOn: string;
  @KrwField({ min: 1, description: 'with VAT' }) valueKrw: number;
  @KrwField({ min: 1, optional: true, nullable: true, example: 145_455 }) supplyValueKrw?: number | null;
  @BooleanField({ optional: true, description: 'a value without an enterprise; only with a note' })
  suppliersUnknown?: boolean;
  @TextField({ ...NOTE, optional: true, nullable: true }) note?: string | null;
  @ListField(() => WrittenPartyDto, {
    maxItems: MAX_PARTIES,
    optional: true,
    description: 'new and left out: the selected enterprises of the match; changed and left out: as they are',
  })
  parties?: WrittenPartyDto[];
}

export class CreateContractDto extends ContractFieldsDto {
  @IdField({ optional: true, nullable: true, description: 'the match that led to it' }) matchId?:
    string | null;
  @IdField({ optional: true, nullable: true, description: 'the buyer; default: that of the match' })
  institutionId?: string | null;
  @EnumField('ContractSource', CONTRACT_SOURCES, {
    optional: true,
    description: 'default: fair with a fair, match with a match, otherwise direct',
  })
  source?: ContractSource;
  @IdField({
    optional: true,
    nullable: true,
    description: 'the fair that led to it; default: that of the match',
  })
  fairId?: string | null;
}

export class CancelContractDto {
  @TextField(REASON) reason: string;
}

export class PurchaseContractDto {
  @YearField({ optional: true, description: 'default: the year of signing' }) fiscalYear?: number;
  @IdField({ optional: true, description: 'for a contract that names no department' }) departmentId?: string;
  @DayField({ optional: true, nullable: true }) paymentDate?: string | null;
  @BooleanField({
    optional: true,
    description: 'the same supplier, date, amount and item was seen and is meant',
  })
  confirmProbableDuplicate?: boolean;
}
