import { BooleanField, EnumField, IdField, IntField, ListField, TextField } from '../../common/fields';
import { PageQuery } from '../../common/paging';
import type { Institution } from '../institution.entity';
import { INSTITUTION_KINDS } from '@ieum/domain';

const NAME = { max: 100, example: '원당초등학교' } as const;
const SAME_NAME = {
  optional: true,
  description: 'The namesake of the area was seen, and this is another institution',
} as const;

export class InstitutionDto {
  @IdField() id: string;
  @TextField({ max: 100, example: '강북구' }) name: string;
  @EnumField('InstitutionKind', INSTITUTION_KINDS) kind: string;
  @TextField({ max: 10, nullable: true, example: '11305' }) administrativeCode: string | null;
  @IdField({
    nullable: true,
    description: 'The district in which it lies; null: a district, or of the whole city',
  })
  districtId: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class InstitutionPageDto {
  @ListField(() => InstitutionDto, { maxItems: 200 }) items: InstitutionDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListInstitutionsQuery extends PageQuery {
  @EnumField('InstitutionKind', INSTITUTION_KINDS, { optional: true }) kind?: string;
  @TextField({ max: 100, optional: true, example: '초등학교', description: 'Part of the name' }) q?: string;
  @IdField({ optional: true, description: 'What lies in this district, and the district itself' })
  districtId?: string;
}

export class RegisterInstitutionDto {
  @TextField(NAME) name: string;
  @EnumField('InstitutionKind', INSTITUTION_KINDS) kind: string;
  @IdField({ optional: true, nullable: true, description: 'null: of the whole city' })
  districtId?: string | null;
  @BooleanField(SAME_NAME) confirmSameName?: boolean;
}

export class ChangeInstitutionDto {
  @TextField({ ...NAME, optional: true }) name?: string;
  @EnumField('InstitutionKind', INSTITUTION_KINDS, { optional: true }) kind?: string;
  @IdField({ optional: true, nullable: true, description: 'null: of the whole city' })
  districtId?: string | null;
  @BooleanField(SAME_NAME) confirmSameName?: boolean;
}

export function toInstitutionDto(row: Institution): InstitutionDto {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    administrativeCode: row.administrativeCode,
    districtId: row.districtId,
    version: row.version,
  };
}
