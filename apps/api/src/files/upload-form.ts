import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { fileSizeRefusal, MAX_FILE_BYTES } from '@ieum/domain';
import { InvalidInput } from '../common/invalid-input';
import { assertAllowed, refuse } from '../common/refused';
import type { FileStore, StoredBytes } from './file-store';

export interface Upload {
  readonly bytes: StoredBytes;
  readonly fileName: string;
  readonly institutionId: string | undefined;
  readonly departmentId: string | undefined;
}

const FIELDS = ['institutionId', 'departmentId'];

/**
 * Reads a multipart form with one file, which goes to disk as it arrives. The caller discards `bytes.path` when it does
 * not keep the file; a form that is refused here leaves nothing behind.
 */
export async function readUpload(request: FastifyRequest, store: FileStore): Promise<Upload> {
  if (!request.isMultipart()) return refuse('FILE_TYPE_REFUSED', { expected: 'multipart/form-data' });
  const fields = new Map<string, string>();
  let received: { bytes: StoredBytes; fileName: string; isTruncated: boolean } | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const bytes = await store.receive(part.file);
        received = { bytes, fileName: part.filename, isTruncated: part.file.truncated };
      } else {
        fields.set(part.fieldname, readId(part.fieldname, part.value));
      }
    }
    if (received === undefined) throw InvalidInput.of('file', 'required', 'must be a file');
    if (received.isTruncated) refuse('FILE_TOO_LARGE', { maxBytes: MAX_FILE_BYTES });
    assertAllowed(fileSizeRefusal(received.bytes.sizeBytes));
    return {
      bytes: received.bytes,
      fileName: received.fileName,
      institutionId: fields.get('institutionId'),
      departmentId: fields.get('departmentId'),
    };
  } catch (failure) {
    if (received !== undefined) await store.discard(received.bytes.path);
    throw isTornForm(failure) ? InvalidInput.of('body', 'multipart', 'is not a whole form') : failure;
  }
}

/** The form's parser says only in words that a boundary or the end is missing; whatever is ours or the disk's says more. */
function isTornForm(failure: unknown): boolean {
  return failure instanceof Error && failure.constructor === Error && !('code' in failure);
}

function readId(name: string, value: unknown): string {
  if (!FIELDS.includes(name))
    throw InvalidInput.of(name.slice(0, 200), 'unknown', 'is not a field of this form');
  if (typeof value !== 'string' || !isUUID(value))
    throw InvalidInput.of(name, 'uuid', 'must be an id (UUID)');
  return value.toLowerCase();
}
