import { IdField, InstantField, ListField, PersonNameField, TextField } from '../../../common/fields';

export class MergeSupplierDto {
  @IdField({ description: 'The supplier that stays; of a merged one, the one that stands for it' })
  intoId: string;
  @TextField({ max: 500, example: '사업자등록번호 변경 전후의 같은 기업' }) reason: string;
}

export class UnmergeSupplierDto {
  @TextField({ max: 500, example: '이름만 같은 다른 기업으로 확인' }) reason: string;
}

export class SupplierMergeDto {
  @IdField() id: string;
  @IdField({ description: 'The supplier that was merged' }) supplierId: string;
  @TextField({ max: 100, example: '노란들판 강북점' }) supplierName: string;
  @TextField({ max: 10, nullable: true, example: '0001234560' }) businessNumber: string | null;
  @IdField({ description: 'The one that stood for it at the time' }) intoId: string;
  @TextField({ max: 100, example: '노란들판' }) intoName: string;
  @TextField({ max: 500, example: '사업자등록번호 변경 전후의 같은 기업' }) reason: string;
  @IdField() mergedBy: string;
  @PersonNameField({ of: 'mergedBy' }) mergedByName: string;
  @InstantField() mergedAt: string;
  @TextField({ max: 500, nullable: true, example: '이름만 같은 다른 기업으로 확인' })
  unmergeReason: string | null;
  @IdField({ nullable: true }) unmergedBy: string | null;
  @PersonNameField({ of: 'unmergedBy', nullable: true }) unmergedByName: string | null;
  @InstantField({ nullable: true }) unmergedAt: string | null;
}

export class SupplierMergeListDto {
  @ListField(() => SupplierMergeDto, { maxItems: 500 }) items: SupplierMergeDto[];
}
