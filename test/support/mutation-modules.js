// Lets Node itself import the sources and their tests, each run from new: nothing that a planted fault left behind is seen by the next.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const GLOBALS = new URL('mutation-globals.js', import.meta.url).href;
/** What swc made of each file: that stays the same. */
const compiled = new Map();

/** Imports a file of tests, and all sources that it imports, as modules of this run alone. */
export const importAnew = (file, run) => import(`${file.href}?run=${String(run)}`);

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
    const run = /\?run=\d+$/.exec(context.parentURL ?? '')?.[0];
    if (!run || !specifier.startsWith('.')) return next(specifier, context);
    const url = new URL(specifier, context.parentURL);
    const source = url.href.replace(/\.js$/, '.ts');
    if (!existsSync(fileURLToPath(source))) return next(specifier, context);
    return { url: `${source}${run}`, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    const [file] = url.split('?');
    if (!file.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: compile(fileURLToPath(file)), shortCircuit: true };
  },
});

function compile(path) {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const { code } = transformSync(readFileSync(path, 'utf8'), { filename: path, sourceMaps: false });
  compiled.set(path, code);
  return code;
}
