import { EnumField, IdField, IntField, ListField, TextField } from '../../common/fields';
import { PageQuery } from '../../common/paging';
import type { Institution } from '../institution.entity';
import { INSTITUTION_KINDS } from '@ieum/domain';

export class InstitutionDto {
  @IdField() id: string;
  @TextField({ max: 100, example: '강북구' }) name: string;
  @EnumField('InstitutionKind', INSTITUTION_KINDS) kind: string;
  @TextField({ max: 10, nullable: true, example: '11305' }) administrativeCode: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class InstitutionPageDto {
  @ListField(() => InstitutionDto, { maxItems: 200 }) items: InstitutionDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListInstitutionsQuery extends PageQuery {
  @EnumField('InstitutionKind', INSTITUTION_KINDS, { optional: true }) kind?: string;
}

export function toInstitutionDto(row: Institution): InstitutionDto {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    administrativeCode: row.administrativeCode,
    version: row.version,
  };
}
