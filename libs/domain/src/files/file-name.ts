import { tidyLine } from '../text/hangul';
import type { FileType } from './file-types';

export const MAX_FILE_NAME = 150;

const PATH = /^.*[/\\]/u;
/** Control and format characters (direction overrides hide an extension), and what Windows forbids in a name. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN = /[:*?"<>|\uFFFD]/gu;
const ENDINGS: Readonly<Record<FileType, RegExp>> = {
  pdf: /\.pdf$/i,
  png: /\.png$/i,
  jpg: /\.jpe?g$/i,
  xlsx: /\.xlsx$/i,
  csv: /\.csv$/i,
};

/**
 * The name a file is kept and handed out under: NFC, one line, without a path, without characters that deceive or that
 * a computer refuses, and with the ending of what the file really is.
 */
export function cleanFileName(name: string, type: FileType): string {
  const bare = tidyLine(name.replace(PATH, '').replace(INVISIBLE, '').replace(FORBIDDEN, '_')).replace(
    /^\.+/,
    '',
  );
  const stem = ENDINGS[type].test(bare) ? bare.replace(ENDINGS[type], '') : bare;
  const ending = ENDINGS[type].exec(bare)?.[0] ?? `.${type}`;
  const kept = [...stem]
    .slice(0, MAX_FILE_NAME - ending.length)
    .join('')
    .trim();
  return `${kept === '' ? 'file' : kept}${ending}`;
}
