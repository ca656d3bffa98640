// The browser that browser tests run in, and a font with Korean letters. On Debian root gets both; elsewhere one line says what is missing.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { refuse, run } from './runtime.mjs';

// The headless shell draws the same pages with a quarter less work: it has no windows and menus of its own.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const packages = ['chromium-headless-shell', 'fonts-noto-cjk', 'fontconfig'];

/** Sees to it that both are there; ends the command where they cannot be had. */
export async function prepareBrowser() {
  if (lacking().length === 0) return;
  const isInstallable = process.getuid?.() === 0 && onPath('apt-get') !== undefined;
  if (isInstallable) await install();
  const missing = lacking();
  if (missing.length === 0) return;
  refuse(`Browser tests lack ${missing.join(' and ')}. As root, on Debian: apt-get install ${packages.join(' ')}`);
}

/** The program, or nothing. CHROMIUM names one that lies elsewhere. */
export function findBrowser() {
  const { CHROMIUM: named } = process.env;
  if (named) return isProgram(named) ? named : undefined;
  return names.map(onPath).find((path) => path !== undefined);
}

function lacking() {
  return [
    ...(findBrowser() ? [] : ['a browser (Chromium; CHROMIUM names it)']),
    ...(hasKorean() ? [] : ['a Korean font']),
  ];
}

/** Without one Korean is drawn as boxes. */
function hasKorean() {
  const { stdout } = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() !== '';
}

async function install() {
  console.log(`Installing ${packages.join(', ')} for the browser tests (a minute or two) ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...words) => run('apt-get', ['-qq', ...words], { env, quiet: true });
  const isDone =
    (await aptGet('update')) === 0 && (await aptGet('install', '-y', '--no-install-recommends', ...packages)) === 0;
  if (isDone) console.log('Installing them: done');
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
