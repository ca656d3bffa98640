// npm run check: everything about the code that can be said without running it. All steps run; the failing ones are named.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintDocument, typesAreFresh } from './contract.mjs';
import { bin, install, isBuilt } from './steps.mjs';
import { requireFirstNode, root, runNode } from './runtime.mjs';

requireFirstNode();
await install();

const steps = [
  ['the lock file is whole', lockFileIsWhole],
  ['src and migrations build', async () => ((await isBuilt()) ? 0 : 1)],
  ['the API document lints clean', lintDocument],
  ['the API document breaks nothing that was released', () => runNode(['dist/src/check-api.js'])],
  ['the types of the API document are its own (npm run openapi writes them)', typesAreFresh],
  ['tests and settings have sound types', () => runNode([bin('typescript', 'bin/tsc'), '--noEmit'])],
  ['the page has sound types', () => runNode([bin('typescript', 'bin/tsc'), '--project', 'web'])],
  ['eslint', () => runNode([bin('eslint', 'bin/eslint.js'), '--max-warnings=0', '.'])],
  ['prettier', () => runNode([bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'])],
  [
    'imports keep to their rings',
    () => runNode([bin('dependency-cruiser', 'bin/dependency-cruiser.mjs'), 'src', 'migrations', 'test']),
  ],
];

const failing = [];
for (const [name, work] of steps) {
  const begun = Date.now();
  console.log(`Check: ${name} ...`);
  const isGood = (await work()) === 0;
  console.log(`Check: ${name}: ${isGood ? 'good' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  if (!isGood) failing.push(name);
}
console.log(failing.length === 0 ? 'All checks are good.' : `Failing: ${failing.join('; ')}.`);
process.exitCode = failing.length === 0 ? 0 : 1;

/** A lock file that lacks another platform's optional packages makes every `npm ci` fail there, or bring too little. */
function lockFileIsWhole() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${path || 'package.json'}: ${name}`),
  );
  for (const line of missing) console.error(`Missing from the lock file: ${line}`);
  return missing.length === 0 ? 0 : 1;
}

/** As Node looks for it: beside the package that wants it, then in every folder above. */
function isLocked(packages, path, name) {
  if (packages[`${path ? `${path}/` : ''}node_modules/${name}`]) return true;
  return path !== '' && isLocked(packages, path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0)), name);
}
