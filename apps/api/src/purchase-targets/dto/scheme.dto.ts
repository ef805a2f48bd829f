import { CERTIFICATION_TYPES, CHANNELS, SCHEME_BASES, type Scheme } from '@ieum/domain';
import { EnumField, EnumListField, IdField, ListField, TextField, YearField } from '../../common/fields';

export class SchemeDto {
  @IdField() institutionId: string;
  @YearField() fiscalYear: number;
  @TextField({ max: 40, example: 'social_economy' }) code: string;
  @TextField({ max: 100, example: '사회적경제기업' }) name: string;
  @EnumField('SchemeBasis', SCHEME_BASES) basis: string;
  @EnumListField('CertificationType', CERTIFICATION_TYPES) certificationTypes: string[];
  @EnumListField('Channel', CHANNELS) channels: string[];
}

export class SchemeListDto {
  @ListField(() => SchemeDto, { maxItems: 5000 }) items: SchemeDto[];
}

export class CreateSchemeDto {
  @YearField() fiscalYear: number;
  @TextField({ max: 40, min: 2, example: 'women_owned', pattern: /^[a-z][a-z0-9_]{1,39}$/ }) code: string;
  @TextField({ max: 100, example: '여성기업' }) name: string;
  @EnumField('SchemeBasis', SCHEME_BASES) basis: Scheme['basis'];
  @EnumListField('CertificationType', CERTIFICATION_TYPES, { optional: true })
  certificationTypes?: Scheme['certificationTypes'];
  @EnumListField('Channel', CHANNELS, { optional: true }) channels?: Scheme['channels'];
}
