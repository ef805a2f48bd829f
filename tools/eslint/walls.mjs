/** Who may know whom, as ARCHITECTURE.md draws it. Everything that is not named here is closed. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const top = path.resolve(import.meta.dirname, '../..');
export const API = path.join(top, 'apps/api/src');
export const WEB = path.join(top, 'apps/web/src');

/** Rooms of the API that serve every feature and know none. */
const GROUND = ['config', 'common', 'database'];
const PLATFORM = [...GROUND, 'audit', 'access-log', 'jobs', 'files', 'notices', 'health'];
/** auth stands between: every feature uses it, `users` too, so it uses none and reads its accounts by SQL. */
const AUTH_USES = GROUND;
const FEATURE_WAYS = {
  // A verified claim binds the account to its enterprise.
  suppliers: ['users'],
  purchases: ['suppliers', 'institutions', 'purchase-targets'],
  'purchase-targets': ['institutions'],
  // A contract becomes a purchase through the ledger's own door.
  matches: ['suppliers', 'institutions', 'visits', 'purchases'],
  fairs: ['suppliers', 'institutions', 'matches'],
  meetups: ['suppliers'],
  visits: ['institutions', 'suppliers'],
  // The seed lives a year as its people would: it goes through every feature's door, and nothing comes back.
  demo: [
    'institutions',
    'suppliers',
    'users',
    'purchase-targets',
    'purchases',
    'rankings',
    'visits',
    'matches',
    'kpis',
    'channels',
    'fairs',
  ],
};

const isEntity = (file) => /\.entity(\.ts)?$/.test(file);
const isDoor = (file) => /\.(service|module)(\.ts)?$/.test(file);

/** The rooms of the API as they are on disk: a new folder is a feature, closed until a way is written above. */
export function apiFeatures() {
  if (!existsSync(API)) return [];
  const folders = readdirSync(API, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map((entry) => entry.name).filter((name) => !PLATFORM.includes(name) && name !== 'auth');
}

/** @returns {string | undefined} why a file of one room of the API may not import from another */
export function apiRefusal(from, to) {
  if (from.room === '') return undefined;
  if (to.room === '')
    return `A room never imports the programs at the top (${to.file}): they put the rooms together.`;
  // The one list of all tables, for migrations and the drift check.
  if (from.file === path.join('database', 'entities.ts') && isEntity(to.file)) return undefined;
  if (isEntity(to.file)) return `The table of "${to.room}" belongs to it; ask its service.`;
  if (GROUND.includes(from.room)) {
    return GROUND.includes(to.room)
      ? undefined
      : `"${from.room}" knows no feature, so it cannot import "${to.room}".`;
  }
  if (PLATFORM.includes(from.room)) {
    const open = PLATFORM.includes(to.room) || to.room === 'auth';
    return open
      ? undefined
      : `"${from.room}" serves every feature and knows none, so it cannot import "${to.room}".`;
  }
  if (from.room === 'auth') {
    return AUTH_USES.includes(to.room) ? undefined : `"auth" uses only ${AUTH_USES.join(', ')}.`;
  }
  if (PLATFORM.includes(to.room) || to.room === 'auth') return undefined;
  if (!FEATURE_WAYS[from.room]?.includes(to.room)) {
    return `There is no way from "${from.room}" to "${to.room}" (tools/eslint/walls.mjs, ARCHITECTURE.md).`;
  }
  return isDoor(to.file)
    ? undefined
    : `The door of "${to.room}" is its service (or module); ${path.basename(to.file)} is inside.`;
}

/** @returns {string | undefined} why a file of one room of the web may not import from another */
export function webRefusal(from, to) {
  const [fromKind] = from.room.split('/');
  const [toKind] = to.room.split('/');
  if (fromKind === '' || fromKind === 'app') return undefined;
  if (toKind === 'app' || toKind === '')
    return `Only "app" knows "${to.file}"; it puts the features together.`;
  if (fromKind === 'features') {
    return toKind === 'features'
      ? `Features do not import each other ("${from.room}" → "${to.room}").`
      : undefined;
  }
  if (toKind === 'features') return `"${fromKind}" knows no feature, so it cannot import "${to.room}".`;
  if (fromKind === 'lib' && toKind === 'components') return '"lib" stands below the components.';
  return undefined;
}

/** Tags of the projects and what each may depend on. */
export const projectWalls = [
  { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:domain', 'type:api-client'] },
  { sourceTag: 'type:api', onlyDependOnLibsWithTags: ['type:domain'] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: [], allowedExternalImports: [] },
  { sourceTag: 'type:api-client', onlyDependOnLibsWithTags: [], allowedExternalImports: ['openapi-fetch'] },
];

/** The same for spec files, which may use the test packages. */
export const projectWallsOfSpecs = projectWalls.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
  sourceTag,
  onlyDependOnLibsWithTags,
}));
