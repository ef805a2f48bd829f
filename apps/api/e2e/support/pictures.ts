import { deflateSync } from 'node:zlib';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, content: Buffer): Buffer {
  const frame = Buffer.alloc(content.length + 12);
  frame.writeUInt32BE(content.length, 0);
  frame.write(type, 4, 'latin1');
  content.copy(frame, 8);
  return frame;
}

/** A grey picture that says it is so large; `extra` chunks stand before its data. */
export function png(
  width: number,
  height: number,
  extra: readonly { readonly type: string; readonly text: string }[] = [],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Math.min(height, 10);
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    ...extra.map(({ type, text }) => chunk(type, Buffer.from(text))),
    chunk('IDAT', deflateSync(Buffer.alloc((Math.min(width, 10) + 1) * rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function segment(marker: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff]),
    bytes,
  ]);
}

/** An EXIF segment with an orientation and a place, as a telephone writes it. */
export function exif(orientation: number, place = '37.6396N 127.0257E'): Buffer {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const tiff = Buffer.from([...Buffer.from('MM\0*', 'latin1'), 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(place)]));
}

export interface JpegParts {
  readonly before?: readonly Buffer[];
  readonly after?: Buffer;
}

/** A JPEG by its segments; a stuffed byte and a restart mark stand in its data. */
export function jpeg(
  width: number,
  height: number,
  { before = [], after = Buffer.alloc(0) }: JpegParts = {},
): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
    ...before,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    after,
  ]);
}

export const jpegComment = (text: string): Buffer => segment(0xfe, text);
export const jpegApp = (number: number, text: string): Buffer => segment(0xe0 + number, text);
