import { SCHEDULE_CHANGES, SCHEDULE_PROOFS, SCHEDULE_STATES, UNMET_REASONS } from '@ieum/domain';
import {
  BooleanField,
  EnumField,
  EnumListField,
  IdField,
  IdListField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  PersonNameField,
  TextField,
} from '../../common/fields';
import { JobDto } from '../../jobs/dto/job.dto';

const DESK_NAME = { max: 210, example: '강북구청 일자리지원과' } as const;
const SUPPLIER_NAME = { max: 100, example: '노란들판' } as const;

export class ComputeScheduleDto {
  @IntField({ optional: true, example: 2019, description: 'Same fair and seed, same schedule; default 1' })
  seed?: number;
}

export class FairScheduleDto {
  @IdField() id: string;
  @EnumField('FairScheduleState', SCHEDULE_STATES) state: string;
  @IntField({ example: 1 }) seed: number;
  @IdField({ nullable: true, description: 'Its progress: GET /jobs/{id}' }) jobId: string | null;
  @InstantField() createdAt: string;
  @IdField() createdById: string;
  @PersonNameField({ of: 'createdById', nullable: true }) createdByName: string | null;
  @InstantField({ nullable: true }) appliedAt: string | null;
  @IntField({ nullable: true, example: 640 }) meetings: number | null;
  @IntField({ nullable: true, example: 3120, description: 'Weights of the wishes that meet' })
  preference: number | null;
  @IntField({ nullable: true, example: 3120, description: 'No schedule can be worth more' })
  bound: number | null;
  @EnumField('FairScheduleProof', SCHEDULE_PROOFS, { nullable: true }) proof: string | null;
  @IntField({ nullable: true, example: 420, description: 'Milliseconds of computing' }) solveMs:
    number | null;
}

export class FairScheduleListDto {
  @ListField(() => FairScheduleDto, { maxItems: 100, description: 'The latest first' })
  items: FairScheduleDto[];
}

export class StartedScheduleDto {
  @ObjectField(() => FairScheduleDto) schedule: FairScheduleDto;
  @ObjectField(() => JobDto) job: JobDto;
}

/** One meeting that comes, goes or moves when the schedule is applied. */
class ScheduleChangeDto {
  @EnumField('FairScheduleChange', SCHEDULE_CHANGES) change: string;
  @IdField() deskId: string;
  @TextField(DESK_NAME) deskName: string;
  @IdField() exhibitorId: string;
  @TextField(SUPPLIER_NAME) supplierName: string;
  @IdField({ nullable: true, description: 'null: added' }) fromSlotId: string | null;
  @IdField({ nullable: true, description: 'null: removed' }) toSlotId: string | null;
}

/** What one party has now and would have. */
class PartyGainDto {
  @EnumField('FairSide', ['desk', 'exhibitor']) side: string;
  @IdField() id: string;
  @TextField(DESK_NAME) name: string;
  @IntField({ example: 7 }) meetingsNow: number;
  @IntField({ example: 8 }) meetingsThen: number;
  @IntField({ example: 21 }) preferenceNow: number;
  @IntField({ example: 25 }) preferenceThen: number;
  @IntField({ example: 2, description: 'Of an exhibitor' }) floor: number;
}

class UnmetWishDto {
  @IdField() deskId: string;
  @TextField(DESK_NAME) deskName: string;
  @IdField() exhibitorId: string;
  @TextField(SUPPLIER_NAME) supplierName: string;
  @EnumListField('FairSide', ['desk', 'exhibitor']) by: string[];
  @IntField({ example: 5 }) weight: number;
  @EnumField('FairUnmetReason', UNMET_REASONS) reason: string;
  @TextField({ ...DESK_NAME, nullable: true, description: 'The lightest meeting in the way' })
  heldByDeskName: string | null;
  @TextField({ ...SUPPLIER_NAME, nullable: true }) heldBySupplierName: string | null;
  @BooleanField({ description: 'Even that one weighs as much' }) isOutweighed: boolean;
}

class FloorConflictDto {
  @IdListField({ maxItems: 2000 }) exhibitorIds: string[];
  @ListField(() => ConflictNameDto, { maxItems: 2000 }) exhibitors: ConflictNameDto[];
  @ListField(() => ConflictNameDto, { maxItems: 500, description: 'Desks without a place left for them' })
  desks: ConflictNameDto[];
  @IntField({ example: 10 }) needed: number;
  @IntField({ example: 8 }) possible: number;
  @EnumField('FairFloorCause', ['places', 'slots']) cause: string;
  @BooleanField() isProven: boolean;
}

class ConflictNameDto {
  @TextField(DESK_NAME) name: string;
}

/** Somebody who comes for several enterprises, and which of her slots each of them was given. */
class SharedPersonDto {
  @ListField(() => SharedTimeDto, { maxItems: 2000 }) exhibitors: SharedTimeDto[];
}

class SharedTimeDto {
  @IdField() exhibitorId: string;
  @TextField(SUPPLIER_NAME) supplierName: string;
  @IdListField({ maxItems: 300 }) slotIds: string[];
}

/** One computed schedule: what it is worth, and what it changes. */
export class FairSchedulePreviewDto extends FairScheduleDto {
  @BooleanField({ description: 'Bookings, desks or wishes changed since: compute again' })
  isOutdated: boolean;
  @IntField({ example: 12 }) kept: number;
  @ListField(() => ScheduleChangeDto, { maxItems: 20_000 }) changes: ScheduleChangeDto[];
  @ListField(() => PartyGainDto, { maxItems: 2500, description: 'Desks and exhibitors, by name' })
  gains: PartyGainDto[];
  @ListField(() => UnmetWishDto, { maxItems: 100_000, description: 'The heaviest first' })
  unmet: UnmetWishDto[];
  @ListField(() => FloorConflictDto, { maxItems: 2000 }) floorConflicts: FloorConflictDto[];
  @ListField(() => SharedPersonDto, {
    maxItems: 2000,
    description: 'Nobody is in two places: time divided beforehand',
  })
  people: SharedPersonDto[];
}

export class AppliedScheduleDto {
  @IntField({ example: 600 }) added: number;
  @IntField({ example: 20 }) moved: number;
  @IntField({ example: 3 }) removed: number;
}
