import path from 'node:path';
import { onImports } from './resolve-import.mjs';

/** The room of a path inside a source folder: its first folder, or '' for a file at the top. */
function roomOf(inside, nested) {
  const parts = inside.split(path.sep);
  if (parts.length === 1) return '';
  return nested.includes(parts[0]) && parts.length > 2 ? `${parts[0]}/${parts[1]}` : parts[0];
}

/**
 * A rule for the walls between the folders of one source folder.
 *
 * @param {object} house
 * @param {string} house.root absolute source folder
 * @param {string[]} [house.nested] folders whose subfolders are the rooms
 * @param {(from: {room: string, file: string}, to: {room: string, file: string}) => string | undefined} house.refusal
 *   why the way is closed, or undefined when it is open; files are relative to `root`
 */
export function roomsRule({ root, nested = [], refusal }) {
  return {
    meta: { type: 'problem', messages: { wall: '{{reason}}' }, schema: [] },
    create(context) {
      const fromFile = path.relative(root, context.filename);
      if (fromFile.startsWith('..')) return {};
      const from = { room: roomOf(fromFile, nested), file: fromFile };
      return onImports((node, specifier) => {
        if (!specifier.startsWith('.')) return;
        const toFile = path.relative(root, path.resolve(path.dirname(context.filename), specifier));
        if (toFile.startsWith('..')) return;
        const to = { room: roomOf(toFile, nested), file: toFile };
        const reason = from.room === to.room ? undefined : refusal(from, to);
        if (reason) context.report({ node, messageId: 'wall', data: { reason } });
      });
    },
  };
}
