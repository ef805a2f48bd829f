/**
 * A Chromium for the browser journeys, in this order: CHROME_PATH, the system's, Playwright's own, the one from npm.
 * Each is really started once before it is taken. `node tools/find-browser.mjs` prints what was found.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { say, tell, Told } from './say.mjs';
import { unpackBrowser } from './unpack-browser.mjs';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
const LAUNCH_PATIENCE_MS = 30_000;

function systemPaths() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ].filter(Boolean);
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return roots.flatMap((root) => programs.map((program) => path.join(root, program)));
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Some systems put a script there that only says how to install the browser; it answers no version. */
const isBrowser = (file) => process.platform !== 'linux' || spawnSync(file, ['--version']).status === 0;

/** Starts and closes the browser once; the reason when that fails. */
async function whyNot({ file, env }) {
  try {
    const browser = await chromium.launch({
      executablePath: file,
      env: { ...process.env, ...env },
      timeout: LAUNCH_PATIENCE_MS,
    });
    await browser.close();
    return undefined;
  } catch (error) {
    return String(error.message).split('\n').slice(0, 3).join(' ');
  }
}

async function* candidates() {
  for (const file of new Set(systemPaths())) if (existsSync(file) && isBrowser(file)) yield { file, env: {} };
  const own = chromium.executablePath();
  if (existsSync(own)) yield { file: own, env: {} };
  const unpacked = await unpackBrowser();
  if (unpacked) yield unpacked;
}

/**
 * @returns {Promise<{file: string, env: Record<string, string>}>} executable, and what its environment needs
 * @throws {Told} when no Chromium starts: browser journeys are never skipped
 */
export async function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    const reason = existsSync(given) ? await whyNot({ file: given, env: {} }) : 'there is no such file';
    if (reason) throw new Told(`CHROME_PATH names ${given}, but it does not start: ${reason}`);
    return { file: given, env: {} };
  }
  const tried = [];
  for await (const candidate of candidates()) {
    const reason = await whyNot(candidate);
    if (!reason) return candidate;
    tried.push(`  ${candidate.file}: ${reason}`);
  }
  throw new Told(
    'No Chromium was found for the browser journeys, and they are not skipped. Install Chrome, Chromium or Edge, run ' +
      `"npx playwright install chromium", or set CHROME_PATH.${tried.length ? `\nTried:\n${tried.join('\n')}` : ''}`,
  );
}

if (process.argv[1] === import.meta.filename) {
  await tell(async () => {
    const { file, env } = await findBrowser();
    say(file);
    for (const [name, value] of Object.entries(env)) say(`${name}=${value}`);
  });
}
