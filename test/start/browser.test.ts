// Where npm test gets its browser from: bin/browser.mjs on machines that have this or that, made of small scripts on the PATH.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const PREPARE = `process.getuid = () => Number(process.env.UID_OF_USER);
const { findBrowser, prepareBrowser } = await import('./bin/browser.mjs');
await prepareBrowser();
console.log('ready: ' + findBrowser());`;
const REFUSAL =
  /^Browser tests lack .+\. As root, on Debian: apt-get install chromium-headless-shell fonts-noto-cjk fontconfig\n$/;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heed-browser-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, script: string): void =>
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
const CHROMIUM = 'exit 0';
const FONTS = 'echo "Noto Sans CJK KR"';
const NO_FONTS = 'exit 0';
/** Notes what it is asked; what it installs appears on the PATH. */
const APT_GET = `PATH=/usr/bin:/bin; cd "$(dirname "$0")"; echo "$*" >> asked
case "$*" in *install*) for name in chromium-headless-shell fc-list; do printf '#!/bin/sh\\n${FONTS}\\n' > $name; chmod 755 $name; done;; esac`;

function prepare(uid: number, env: Record<string, string> = {}): { code: number | null; said: string; fault: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', PREPARE], {
    encoding: 'utf8',
    env: { PATH: folder, UID_OF_USER: String(uid), ...env },
  });
  return { code: status, said: stdout, fault: stderr };
}
const asked = (): string[] =>
  existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') : [];

describe('the browser of browser tests', () => {
  it('is the one that is there, and nothing is installed', () => {
    put('chromium', CHROMIUM);
    put('fc-list', FONTS);
    put('apt-get', APT_GET);
    expect(prepare(0)).toEqual({ code: 0, said: `ready: ${join(folder, 'chromium')}\n`, fault: '' });
    expect(asked()).toEqual([]);
  });

  it('is the one without windows where both are there', () => {
    put('chromium', CHROMIUM);
    put('chromium-headless-shell', CHROMIUM);
    put('fc-list', FONTS);
    expect(prepare(0).said).toBe(`ready: ${join(folder, 'chromium-headless-shell')}\n`);
  });

  it('is Chrome where there is no Chromium, or whatever CHROMIUM names', () => {
    put('google-chrome', CHROMIUM);
    put('other', CHROMIUM);
    put('fc-list', FONTS);
    expect(prepare(1000).said).toBe(`ready: ${join(folder, 'google-chrome')}\n`);
    expect(prepare(1000, { CHROMIUM: join(folder, 'other') }).said).toBe(`ready: ${join(folder, 'other')}\n`);
    const wrong = prepare(1000, { CHROMIUM: join(folder, 'missing') });
    expect([wrong.code, wrong.fault]).toEqual([1, expect.stringMatching(REFUSAL)]);
  });

  it.each([
    ['both are missing', {}],
    ['the font is missing', { chromium: CHROMIUM, 'fc-list': NO_FONTS }],
    ['the browser is missing', { 'fc-list': FONTS }],
  ])('is installed for root on Debian where %s', (_, there) => {
    put('apt-get', APT_GET);
    for (const [name, script] of Object.entries(there)) put(name, script);
    const { code, said } = prepare(0);
    expect(asked()).toEqual([
      '-qq update',
      '-qq install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk fontconfig',
    ]);
    expect([code, said]).toEqual([
      0,
      `Installing chromium-headless-shell, fonts-noto-cjk, fontconfig for the browser tests (a minute or two) ...\nInstalling them: done\nready: ${join(folder, 'chromium-headless-shell')}\n`,
    ]);
  });

  it('is asked for in one line where nobody may install it', () => {
    put('apt-get', APT_GET);
    const { code, said, fault } = prepare(1000);
    expect([code, said, asked()]).toEqual([1, '', []]);
    expect(fault).toMatch(REFUSAL);
    expect(fault).toContain('lack a browser (Chromium; CHROMIUM names it) and a Korean font');
    rmSync(join(folder, 'apt-get'));
    expect(prepare(0)).toMatchObject({ code: 1, fault: expect.stringMatching(REFUSAL) });
  });

  it('is asked for where installing fails, after what apt-get said', () => {
    put('apt-get', 'echo "E: no network" >&2; exit 100');
    const { code, fault } = prepare(0);
    expect(code).toBe(1);
    expect(fault).toMatch(/^E: no network\nBrowser tests lack .+\n$/);
  });
});
