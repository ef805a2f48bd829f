import {
  EXHIBITOR_STATES,
  FAIR_SIDES,
  MAX_DESK_SEATS,
  MAX_FAIR_DESKS,
  MAX_FAIR_EXHIBITORS,
  MAX_FAIR_SLOTS,
  MAX_FAIR_WISH,
} from '@ieum/domain';
import {
  BooleanField,
  EnumField,
  EnumListQuery,
  IdField,
  IdListField,
  IntField,
  ListField,
  TextField,
  type Presence,
} from '../../common/fields';

const LOOKS_FOR = { max: 500, example: '인쇄물, 현수막, 청소용역' } as const;
const OFFERS = { max: 500, example: '현수막, 배너, 인쇄' } as const;
const BOOTH = { max: 20, example: 'A-12' } as const;
const REASON = { max: 500, example: '부서 일정으로 참가하지 않습니다.' } as const;
const SEATS = { min: 1, max: MAX_DESK_SEATS, example: 1, description: 'Meetings at the same time' } as const;
const ABSENT = { maxItems: MAX_FAIR_SLOTS, description: 'Slots in which it is not there' } as const;
const CHOICE = { optional: true, nullable: true } as const;
const FLOOR = { min: 0, max: MAX_FAIR_SLOTS, example: 2 } as const;
const CEILING = { min: 1, max: MAX_FAIR_SLOTS, example: 8 } as const;
const PHONE = { max: 20, example: '02-000-0000' } as const;
const EMAIL = {
  max: 254,
  pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  example: 'person@supplier.example',
} as const;
const OF_SUPPLIER = (what: 'name' | 'email' | 'phone'): Presence => ({
  personal: { what, kind: 'supplier', of: 'supplierId' },
});

export class FairDeskDto {
  @IdField() id: string;
  @IdField() fairId: string;
  @IdField() institutionId: string;
  @TextField({ max: 100, example: '강북구청' }) institutionName: string;
  @IdField({ nullable: true }) departmentId: string | null;
  @TextField({ max: 100, nullable: true, example: '일자리지원과' }) departmentName: string | null;
  @IntField(SEATS) seats: number;
  @TextField({ ...LOOKS_FOR, nullable: true }) looksFor: string | null;
  @IdListField(ABSENT) absentSlotIds: string[];
  @TextField({ ...REASON, nullable: true, description: 'null: it consults' }) withdrawnReason: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class FairDeskListDto {
  @ListField(() => FairDeskDto, { maxItems: MAX_FAIR_DESKS }) items: FairDeskDto[];
}

export class CreateFairDeskDto {
  @IdField() institutionId: string;
  @IdField(CHOICE) departmentId?: string | null;
  @IntField({ ...SEATS, optional: true }) seats?: number;
  @TextField({ ...LOOKS_FOR, ...CHOICE }) looksFor?: string | null;
}

export class ChangeFairDeskDto {
  @IntField({ ...SEATS, optional: true }) seats?: number;
  @TextField({ ...LOOKS_FOR, ...CHOICE }) looksFor?: string | null;
  @IdListField({ ...ABSENT, optional: true }) absentSlotIds?: string[];
}

export class WithdrawFairPartyDto {
  @TextField(REASON) reason: string;
}

export class FairRepresentativeDto {
  @IdField() supplierId: string;
  @TextField({ max: 50, example: '한담당', ...OF_SUPPLIER('name') }) name: string;
  @TextField({ ...EMAIL, ...OF_SUPPLIER('email') }) email: string;
  @TextField({ ...PHONE, nullable: true, ...OF_SUPPLIER('phone') }) phone: string | null;
}

export class FairExhibitorDto {
  @IdField() id: string;
  @IdField() fairId: string;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @EnumField('FairExhibitorState', EXHIBITOR_STATES) state: string;
  @TextField({ ...BOOTH, nullable: true }) booth: string | null;
  @TextField({ ...OFFERS, nullable: true }) offers: string | null;
  @IntField({ ...FLOOR, description: 'Least number of meetings; 0 for who does not run the fair' })
  floor: number;
  @IntField({ ...CEILING, nullable: true }) ceiling: number | null;
  @IdListField(ABSENT) absentSlotIds: string[];
  @TextField({ ...REASON, nullable: true }) decisionReason: string | null;
  @TextField({ max: 12, nullable: true, example: 'K7M4QX', description: 'Only for the organiser and itself' })
  checkInCode: string | null;
  @BooleanField({ description: 'Has come today' }) isCheckedIn: boolean;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class FairExhibitorListDto {
  @ListField(() => FairExhibitorDto, { maxItems: MAX_FAIR_EXHIBITORS }) items: FairExhibitorDto[];
}

/** One application with who comes for it; for the organiser and the enterprise itself. */
export class FairExhibitorDetailDto extends FairExhibitorDto {
  @ListField(() => FairRepresentativeDto, { maxItems: 1 }) representatives: FairRepresentativeDto[];
}

export class ListFairExhibitorsQuery {
  @EnumListQuery('FairExhibitorState', EXHIBITOR_STATES, { optional: true }) state?: string[];
}

class RepresentativeFieldsDto {
  @TextField({ max: 50, example: '한담당' }) representativeName: string;
  @TextField(EMAIL) representativeEmail: string;
  @TextField({ ...PHONE, ...CHOICE }) representativePhone?: string | null;
  @TextField({ ...OFFERS, ...CHOICE }) offers?: string | null;
  @IdListField({ ...ABSENT, optional: true }) absentSlotIds?: string[];
}

export class ApplyToFairDto extends RepresentativeFieldsDto {
  @IdField({ optional: true, description: 'Only the organiser names another enterprise than the own' })
  supplierId?: string;
}

export class ChangeFairExhibitorDto {
  @TextField({ max: 50, example: '한담당', optional: true }) representativeName?: string;
  @TextField({ ...EMAIL, optional: true }) representativeEmail?: string;
  @TextField({ ...PHONE, ...CHOICE }) representativePhone?: string | null;
  @TextField({ ...OFFERS, ...CHOICE }) offers?: string | null;
  @IdListField({ ...ABSENT, optional: true }) absentSlotIds?: string[];
  @TextField({ ...BOOTH, ...CHOICE, description: 'By the organiser' }) booth?: string | null;
  @IntField({ ...FLOOR, optional: true, description: 'By the organiser' }) floor?: number;
  @IntField({ ...CEILING, ...CHOICE, description: 'By the organiser' }) ceiling?: number | null;
}

export class DecideFairExhibitorDto {
  @EnumField('FairExhibitorDecision', ['confirmed', 'declined']) decision: string;
  @TextField({ ...REASON, ...CHOICE, description: 'Needed to decline' }) reason?: string | null;
  @TextField({ ...BOOTH, ...CHOICE }) booth?: string | null;
}

export class FairWishDto {
  @IdField() deskId: string;
  @IdField() exhibitorId: string;
  @EnumField('FairSide', FAIR_SIDES) by: string;
  @IntField({ min: 1, max: MAX_FAIR_WISH, example: 3, description: '1 would be good – 5 must meet' })
  weight: number;
}

export class FairWishListDto {
  @ListField(() => FairWishDto, { maxItems: 100_000, description: 'The own ones; the organiser sees all' })
  items: FairWishDto[];
}

class WantedPartyDto {
  @IdField({ description: 'The exhibitor that a desk wants, or the desk that an exhibitor wants' })
  id: string;
  @IntField({ min: 1, max: MAX_FAIR_WISH, example: 3 }) weight: number;
}

/** All wishes of one party; what is left out is taken back. */
export class PutFairWishesDto {
  @ListField(() => WantedPartyDto, { maxItems: MAX_FAIR_EXHIBITORS }) wishes: WantedPartyDto[];
}
