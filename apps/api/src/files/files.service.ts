import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import {
  accessRefusal,
  cleanFileName,
  MAX_CLAIM_FILES,
  MEDIA_TYPE_OF,
  reachOf,
  type FileType,
  type Refusal,
} from '@ieum/domain';
import { systemActor, type Actor, type IdempotencyContext } from '../common/actor';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { toFileDto, type FileDto, type FileRow } from './dto/file.dto';
import { FileStore } from './file-store';
import { fileTypeOf } from './file-type';
import type { Upload } from './upload-form';

/** A kept file: where its bytes lie, and what they are. */
export interface OpenedFile extends FileRow {
  readonly path: string;
}

const FILE = `
  SELECT id, institution_id AS "institutionId", supplier_id AS "enterpriseId", department_id AS "departmentId", name, media_type AS "mediaType",
         size_bytes AS "sizeBytes", sha256, uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt"
  FROM files`;

@Injectable()
export class FilesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  /**
   * Keeps an uploaded file. A clerk's file belongs to the own department; a manager's to the institution, or to a
   * department of it that is named; an enterprise's to the enterprise; support staff's to the centre; the evidence with
   * which an invited account claims its enterprise to nobody but its uploader. The row is there only with its bytes, and
   * the bytes only with their row.
   */
  async keep(actor: Actor, upload: Upload): Promise<FileDto> {
    let path = upload.bytes.path;
    let id: string | null = null;
    try {
      const place = placeOf(actor, upload);
      assertAllowed(useRefusal(actor, { ...place, uploadedBy: actor.userId }));
      const type = await fileTypeOf(path, upload.bytes.sizeBytes);
      const once = withContent(actor.idempotency, upload, place);
      const answer = await this.transactions.runOnce({ ...actor, idempotency: once }, async (tx) => {
        if (isOfNobody(place) && actor.role === 'enterprise') await assertRoomForClaims(tx);
        const row = await insertFile(tx, place, upload, type);
        id = row.id;
        path = await this.store.place(path, folderOf(row), row.id);
        return toFileDto(row);
      });
      if (once?.replayed === true) await this.forgetCopy(actor, once, path);
      return answer;
    } catch (failure) {
      // A COMMIT whose answer was lost may have succeeded: bytes without a row do no harm, a row without bytes does.
      if (id === null || !(await this.isKept(actor, id))) await this.store.discard(path);
      throw failure;
    }
  }

  get(actor: Actor, id: string): Promise<FileDto> {
    return this.transactions.run(actor, async (tx) => toFileDto(await findFile(tx, id)));
  }

  /** The file with its path, for who may use it. */
  openOwn(actor: Actor, id: string): Promise<OpenedFile> {
    return this.transactions.run(actor, async (tx) => this.opened(await findFile(tx, id)));
  }

  /**
   * A file of this institution that the transaction's actor may use, with the path of its bytes; refuses with NOT_FOUND.
   * A file never changes, so the path may be read after the transaction as well.
   */
  async open(tx: Tx, institutionId: string, id: string): Promise<OpenedFile> {
    const row = await findFile(tx, id);
    return row.institutionId === institutionId ? this.opened(row) : refuse('NOT_FOUND');
  }

  /**
   * A file that the caller has decided may be seen by whoever asks (evidence that is to be verified, a published photo):
   * no access of its own is asked. Refuses with NOT_FOUND or FILE_UNREADABLE.
   */
  openGranted(requestId: string, id: string): Promise<OpenedFile> {
    return this.transactions.run(systemActor(requestId), async (tx) => this.opened(await readFile(tx, id)));
  }

  /** What a file is, where the transaction's actor may attach it; refuses with NOT_FOUND. */
  async describe(tx: Tx, id: string): Promise<FileRow> {
    return findFile(tx, id);
  }

  /** Refuses with FILE_UNREADABLE when the row is there and its bytes are not (a restore of the database alone). */
  private async opened(row: FileRow): Promise<OpenedFile> {
    const path = this.store.pathOf(folderOf(row), row.id);
    if (!(await this.store.holds(path))) refuse('FILE_UNREADABLE');
    return { ...row, path };
  }

  /** The first upload under this key was answered again: this one's bytes are a second copy. */
  private async forgetCopy(actor: Actor, once: IdempotencyContext, path: string): Promise<void> {
    if (actor.idempotency !== null) actor.idempotency.replayed = once.replayed;
    await this.store.discard(path);
  }

  private isKept(actor: Actor, id: string): Promise<boolean> {
    return this.transactions
      .run(actor, async (tx) => (await tx.sql('SELECT 1 FROM files WHERE id = $1', [id])).length > 0)
      .catch(() => true);
  }
}

interface FilePlace {
  readonly institutionId: string | null;
  readonly departmentId: string | null;
  readonly enterpriseId: string | null;
}

/** Evidence of a claim is of neither, and its uploader's own. Files of the centre are of neither as well. */
function isOfNobody({
  institutionId,
  enterpriseId,
}: Pick<FilePlace, 'institutionId' | 'enterpriseId'>): boolean {
  return institutionId === null && enterpriseId === null;
}

function useRefusal(actor: Actor, file: FilePlace & { readonly uploadedBy: string }): Refusal | null {
  const isOwnEvidence = actor.role === 'enterprise' && isOfNobody(file) && file.uploadedBy === actor.userId;
  return isOwnEvidence ? null : accessRefusal(actor, 'file:use', file);
}

async function assertRoomForClaims(tx: Tx): Promise<void> {
  const [kept] = await tx.sql<{ count: number }>(
    `SELECT count(*) AS count FROM files
     WHERE uploaded_by = $1 AND institution_id IS NULL AND supplier_id IS NULL`,
    [tx.actor.userId],
  );
  if ((kept?.count ?? 0) >= MAX_CLAIM_FILES) refuse('TOO_MANY_REQUESTS');
}

/** The centre's own files lie in a folder of this name; others in that of their owner's id. */
const CENTRE_FOLDER = 'centre';

function folderOf(place: FilePlace): string {
  return place.institutionId ?? place.enterpriseId ?? CENTRE_FOLDER;
}

function placeOf(actor: Actor, upload: Upload): FilePlace {
  const institutionId = upload.institutionId ?? actor.institutionId;
  if (institutionId === null && actor.role === 'enterprise')
    return { institutionId: null, departmentId: null, enterpriseId: actor.enterpriseId };
  return {
    institutionId,
    departmentId: upload.departmentId ?? reachOf(actor, 'file:use').departmentId ?? null,
    enterpriseId: null,
  };
}

/** The guard saw only the address: the same key with another file is another request. */
function withContent(
  once: IdempotencyContext | null,
  upload: Upload,
  place: FilePlace,
): IdempotencyContext | null {
  if (once === null) return null;
  const asked = [
    once.requestHash,
    upload.bytes.sha256,
    upload.fileName,
    place.institutionId,
    place.departmentId,
    place.enterpriseId,
  ];
  return { ...once, requestHash: createHash('sha256').update(JSON.stringify(asked)).digest('base64url') };
}

async function insertFile(tx: Tx, place: FilePlace, upload: Upload, type: FileType): Promise<FileRow> {
  const [row] = await tx.sql<FileRow>(
    `INSERT INTO files (institution_id, department_id, name, media_type, size_bytes, sha256, uploaded_by, supplier_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     RETURNING id, institution_id AS "institutionId", supplier_id AS "enterpriseId", department_id AS "departmentId", name,
       media_type AS "mediaType", size_bytes AS "sizeBytes", sha256, uploaded_by AS "uploadedBy",
       uploaded_at AS "uploadedAt"`,
    [
      place.institutionId,
      place.departmentId,
      cleanFileName(upload.fileName, type),
      MEDIA_TYPE_OF[type],
      upload.bytes.sizeBytes,
      upload.bytes.sha256,
      tx.actor.userId,
      place.enterpriseId,
    ],
  );
  return row ?? refuse('NOT_FOUND');
}

async function readFile(tx: Tx, id: string): Promise<FileRow> {
  return (await tx.sql<FileRow>(`${FILE} WHERE id = $1`, [id]))[0] ?? refuse('NOT_FOUND');
}

async function findFile(tx: Tx, id: string): Promise<FileRow> {
  const row = await readFile(tx, id);
  assertAllowed(useRefusal(tx.actor, row));
  return row;
}
