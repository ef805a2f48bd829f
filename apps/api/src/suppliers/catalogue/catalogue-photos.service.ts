import { Injectable } from '@nestjs/common';
import { open, readFile } from 'node:fs/promises';
import {
  alternativeTextRefusal,
  catalogueItemRefusal,
  photoRefusal,
  tidyLine,
  type CatalogueItemState,
  type MediaType,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { chunksOf } from '../../files/file-chunks';
import { FilesService, type OpenedFile } from '../../files/files.service';
import { findOwnItem, seesUnpublished } from './catalogue-access';
import type { CatalogueItemRow } from './catalogue.queries';
import { toCatalogueItemDto, type CatalogueItemDto } from './dto/catalogue-item.dto';
import type { AddCataloguePhotoDto, ChangeCataloguePhotoDto } from './dto/catalogue-photo.dto';
import { orientationSegment } from './image/exif-orientation';
import { imageOutline, type ImageOutline } from './image/image-outline';

/** A photo that may be sent to whoever asked. */
export interface OpenedPhoto {
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Its item is published: everybody may keep a copy */
  readonly isPublic: boolean;
  bytes(): AsyncGenerator<Buffer>;
}

interface SentPhotoRow {
  readonly fileId: string;
  readonly supplierId: string;
  readonly state: CatalogueItemState;
  readonly ranges: readonly (readonly [number, number])[];
  readonly orientation: number;
}

/** Photos of items. They are part of the item: a change counts its version up, and of a published item confirms it. */
@Injectable()
export class CataloguePhotosService {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FilesService,
    private readonly clock: Clock,
  ) {}

  async add(actor: Actor, itemId: string, input: AddCataloguePhotoDto): Promise<CatalogueItemDto> {
    const item = await this.transactions.run(actor, (tx) => findOwnItem(tx, itemId));
    const file = await this.files.openOwn(actor, input.fileId);
    // An administrator may read every file; a purchase's evidence must not become a public picture by that.
    const isOwn = file.enterpriseId === item.supplierId || file.uploadedBy === actor.userId;
    if (!isOwn) refuse('NOT_FOUND');
    const outline = await outlineOf(file);
    const alternativeText = tidyLine(input.alternativeText);
    return this.transactions.runOnce(actor, async (tx) => {
      await tx.sql('SELECT id FROM catalogue_items WHERE id = $1 FOR UPDATE', [itemId]);
      const current = await findOwnItem(tx, itemId);
      const photo = { mediaType: file.mediaType, size: outline, alternativeText };
      assertAllowed(photoRefusal(photo, current.photos.length) ?? changeRefusal(current));
      if (outline === null) refuse('PHOTO_INVALID', { reason: 'unreadable' });
      await insertPhoto(tx, current, file.id, alternativeText, outline);
      await this.touch(tx, current, current.version);
      return this.answer(tx, itemId);
    });
  }

  change(
    actor: Actor,
    itemId: string,
    photoId: string,
    version: number,
    input: ChangeCataloguePhotoDto,
  ): Promise<CatalogueItemDto> {
    return this.transactions.run(actor, async (tx) => {
      const item = await findOwnItem(tx, itemId);
      const photo = item.photos.find((one) => one.id === photoId) ?? refuse('NOT_FOUND');
      const text = tidyLine(input.alternativeText ?? photo.alternativeText);
      assertAllowed(alternativeTextRefusal(text) ?? changeRefusal(item));
      await this.touch(tx, item, version);
      await tx.sql('UPDATE catalogue_item_photos SET alternative_text = $2 WHERE id = $1', [photoId, text]);
      if (input.position !== undefined) {
        const order = item.photos.map((one) => one.id).filter((id) => id !== photoId);
        order.splice(input.position - 1, 0, photoId);
        await setOrder(tx, itemId, order);
      }
      return this.answer(tx, itemId);
    });
  }

  remove(actor: Actor, itemId: string, photoId: string, version: number): Promise<CatalogueItemDto> {
    return this.transactions.run(actor, async (tx) => {
      const item = await findOwnItem(tx, itemId);
      if (!item.photos.some((one) => one.id === photoId)) refuse('NOT_FOUND');
      assertAllowed(changeRefusal(item));
      await this.touch(tx, item, version);
      await tx.sql('DELETE FROM catalogue_item_photos WHERE id = $1', [photoId]);
      await setOrder(
        tx,
        itemId,
        item.photos.map((one) => one.id).filter((id) => id !== photoId),
      );
      return this.answer(tx, itemId);
    });
  }

  /** For everybody when the item is published, else for its enterprise and register keepers; refuses with NOT_FOUND. */
  async open(actor: Actor, itemId: string, photoId: string): Promise<OpenedPhoto> {
    const photo = await this.transactions.run(actor, async (tx) => {
      const [row] = await tx.sql<SentPhotoRow>(
        `SELECT p.file_id AS "fileId", i.supplier_id AS "supplierId", i.state, p.sent_ranges AS ranges, p.orientation
         FROM catalogue_item_photos p JOIN catalogue_items i ON i.id = p.catalogue_item_id
         WHERE p.id = $1 AND i.id = $2`,
        [photoId, itemId],
      );
      return row ?? refuse('NOT_FOUND');
    });
    const isPublic = photo.state === 'published';
    if (!isPublic && !seesUnpublished(actor, photo.supplierId)) refuse('NOT_FOUND');
    const file = await this.files.openGranted(actor.requestId, photo.fileId);
    const turn = photo.orientation === 1 ? Buffer.alloc(0) : orientationSegment(photo.orientation);
    return {
      mediaType: file.mediaType,
      sizeBytes: turn.length + photo.ranges.reduce((sum, [, length]) => sum + length, 0),
      isPublic,
      bytes: () => sentBytes(file.path, photo.ranges, turn),
    };
  }

  /** Counts the item's version up; of a published item the change says that it is so today. */
  private touch(tx: Tx, item: CatalogueItemRow, version: number): Promise<void> {
    return tx.updateVersion('catalogue_items', { id: item.id }, version, {
      updated_at: this.clock.now(),
      ...(item.state === 'published' ? { confirmed_on: this.clock.today() } : {}),
    });
  }

  private async answer(tx: Tx, itemId: string): Promise<CatalogueItemDto> {
    return toCatalogueItemDto(await findOwnItem(tx, itemId), this.clock.today());
  }
}

function changeRefusal(item: CatalogueItemRow) {
  return catalogueItemRefusal(item.state, 'change', item);
}

/** null for what is no picture; the rule says so. */
async function outlineOf(file: OpenedFile): Promise<ImageOutline | null> {
  const isPicture = file.mediaType === 'image/png' || file.mediaType === 'image/jpeg';
  return isPicture ? imageOutline(file.mediaType, await readFile(file.path)) : null;
}

async function insertPhoto(
  tx: Tx,
  item: CatalogueItemRow,
  fileId: string,
  alternativeText: string,
  outline: ImageOutline,
): Promise<void> {
  await tx.sql(
    `INSERT INTO catalogue_item_photos (supplier_id, catalogue_item_id, file_id, alternative_text, position, width,
       height, sent_ranges, orientation)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      item.supplierId,
      item.id,
      fileId,
      alternativeText,
      item.photos.length + 1,
      outline.width,
      outline.height,
      JSON.stringify(outline.ranges),
      outline.orientation,
    ],
  );
}

/** The photos of an item in this order, numbered from 1. */
async function setOrder(tx: Tx, itemId: string, order: readonly string[]): Promise<void> {
  await tx.sql(
    `UPDATE catalogue_item_photos p SET position = o.position
     FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, position)
     WHERE p.catalogue_item_id = $1 AND p.id = o.id AND p.position <> o.position`,
    [itemId, order],
  );
}

/** The ranges of the file one after the other; what says how to turn the picture follows the first. */
async function* sentBytes(
  path: string,
  ranges: readonly (readonly [number, number])[],
  turn: Buffer,
): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for (const [index, [from, length]] of ranges.entries()) {
      yield* chunksOf(file, from, length);
      if (index === 0 && turn.length > 0) yield turn;
    }
  } finally {
    await file.close();
  }
}
