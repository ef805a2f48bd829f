import { MAX_FILE_BYTES, MAX_FILE_NAME, MEDIA_TYPES, type MediaType } from '@ieum/domain';
import { EnumField, IdField, InstantField, IntField, TextField } from '../../common/fields';

export interface FileRow {
  id: string;
  institutionId: string | null;
  enterpriseId: string | null;
  departmentId: string | null;
  name: string;
  mediaType: MediaType;
  sizeBytes: number;
  sha256: string;
  uploadedBy: string;
  uploadedAt: Date;
}

export class FileDto {
  @IdField() id: string;
  @IdField({ nullable: true }) institutionId: string | null;
  @IdField({ nullable: true, description: 'Belongs to this enterprise; neither = to the support centre' })
  enterpriseId: string | null;
  @IdField({ nullable: true, description: 'null = the whole institution' }) departmentId: string | null;
  @TextField({ max: MAX_FILE_NAME, example: '계약서.pdf' }) name: string;
  @EnumField('MediaType', MEDIA_TYPES) mediaType: string;
  @IntField({ min: 1, max: MAX_FILE_BYTES, example: 52_310 }) sizeBytes: number;
  @TextField({ max: 64, example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' })
  sha256: string;
  @IdField() uploadedBy: string;
  @InstantField() uploadedAt: string;
}

/** The form of POST /files, for the document; the parts are read as they arrive (upload-form.ts). */
export const UPLOAD_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', maxLength: MAX_FILE_BYTES },
    institutionId: {
      type: 'string',
      format: 'uuid',
      maxLength: 36,
      description: 'Needed only by who belongs to none',
    },
    departmentId: { type: 'string', format: 'uuid', maxLength: 36 },
  },
};

export function toFileDto(row: FileRow): FileDto {
  return {
    id: row.id,
    institutionId: row.institutionId,
    enterpriseId: row.enterpriseId,
    departmentId: row.departmentId,
    name: row.name,
    mediaType: row.mediaType,
    sizeBytes: row.sizeBytes,
    sha256: row.sha256,
    uploadedBy: row.uploadedBy,
    uploadedAt: row.uploadedAt.toISOString(),
  };
}
