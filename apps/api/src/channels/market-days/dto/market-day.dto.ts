import { marketDaySales, MAX_MARKET_PARTICIPANTS } from '@ieum/domain';
import {
  DayField,
  IdField,
  IntField,
  KrwField,
  ListField,
  MAX_KRW,
  ObjectField,
  TextField,
} from '../../../common/fields';
import {
  ChannelTotalsDto,
  SupplierIdField,
  SupplierNameField,
  VoidedReasonField,
} from '../../channel-fields';
import type { MarketDayRow } from '../market-days.queries';

const NAME = { max: 100, example: '꿈의 장터' } as const;
const PLACE = { max: 200, example: '북서울 꿈의 숲' } as const;
const HOUR = { max: 5, nullable: true, example: '11:00', pattern: /^([01]\d|2[0-3]):[0-5]\d$/ } as const;
const LAST = { nullable: true, description: 'Of a fair over several days' } as const;
const OFFICIAL = { nullable: true, example: 61_560_000, description: 'As a report states it' } as const;

export class MarketParticipantDto {
  @SupplierIdField() supplierId: string | null;
  @SupplierNameField() supplierName: string;
  @KrwField({ nullable: true, example: 1_200_000, description: 'null: not known' }) salesKrw: number | null;
}

export class MarketDayDto {
  @IdField() id: string;
  @TextField(NAME) name: string;
  @DayField() heldOn: string;
  @DayField(LAST) lastOn: string | null;
  @TextField(HOUR) opensAt: string | null;
  @TextField({ ...HOUR, example: '16:00' }) closesAt: string | null;
  @TextField(PLACE) place: string;
  @KrwField(OFFICIAL) officialSalesKrw: number | null;
  @KrwField({
    nullable: true,
    example: 61_566_000,
    description: 'Sum of the participants’ sales that are known',
  })
  participantsSalesKrw: number | null;
  @KrwField({
    min: -MAX_KRW,
    nullable: true,
    example: -6_000,
    description: 'Stated less sum, where they differ',
  })
  differenceKrw: number | null;
  @KrwField({
    nullable: true,
    example: 61_566_000,
    description: 'What counts: the sum, or the stated figure',
  })
  salesKrw: number | null;
  @ListField(() => MarketParticipantDto, { maxItems: MAX_MARKET_PARTICIPANTS })
  participants: MarketParticipantDto[];
  @VoidedReasonField() voidedReason: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class MarketDayPageDto {
  @ListField(() => MarketDayDto, { maxItems: 200 }) items: MarketDayDto[];
  @ObjectField(() => ChannelTotalsDto) totals: ChannelTotalsDto;
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class MarketParticipantInputDto {
  @SupplierIdField({ optional: true }) supplierId?: string | null;
  @SupplierNameField() supplierName: string;
  @KrwField({ optional: true, nullable: true, example: 1_200_000 }) salesKrw?: number | null;
}

export class CreateMarketDayDto {
  @TextField(NAME) name: string;
  @DayField() heldOn: string;
  @DayField({ ...LAST, optional: true }) lastOn?: string | null;
  @TextField({ ...HOUR, optional: true }) opensAt?: string | null;
  @TextField({ ...HOUR, example: '16:00', optional: true }) closesAt?: string | null;
  @TextField(PLACE) place: string;
  @KrwField({ ...OFFICIAL, optional: true }) officialSalesKrw?: number | null;
  @ListField(() => MarketParticipantInputDto, { optional: true, maxItems: MAX_MARKET_PARTICIPANTS })
  participants?: MarketParticipantInputDto[];
}

/** What is left out stays as it is; participants are given all or not at all. */
export class ChangeMarketDayDto {
  @TextField({ ...NAME, optional: true }) name?: string;
  @DayField({ optional: true }) heldOn?: string;
  @DayField({ ...LAST, optional: true }) lastOn?: string | null;
  @TextField({ ...HOUR, optional: true }) opensAt?: string | null;
  @TextField({ ...HOUR, example: '16:00', optional: true }) closesAt?: string | null;
  @TextField({ ...PLACE, optional: true }) place?: string;
  @KrwField({ ...OFFICIAL, optional: true }) officialSalesKrw?: number | null;
  @ListField(() => MarketParticipantInputDto, { optional: true, maxItems: MAX_MARKET_PARTICIPANTS })
  participants?: MarketParticipantInputDto[];
  @VoidedReasonField({ optional: true }) voidedReason?: string | null;
}

export function toMarketDayDto(row: MarketDayRow): MarketDayDto {
  const sales = marketDaySales(row.officialSalesKrw, row.participants);
  return {
    id: row.id,
    name: row.name,
    heldOn: row.heldOn,
    lastOn: row.lastOn,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    place: row.place,
    officialSalesKrw: row.officialSalesKrw,
    participantsSalesKrw: sales.participantsKrw,
    differenceKrw: sales.differenceKrw,
    salesKrw: row.salesKrw,
    participants: row.participants.map(({ supplierId, supplierName, salesKrw }) => ({
      supplierId,
      supplierName,
      salesKrw,
    })),
    voidedReason: row.voidedReason,
    version: row.version,
  };
}
