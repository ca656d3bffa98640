// npm test: tier 1. npm run test:long: the rest, one part after the other. What follows goes to jest: npm test -- src/common
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBrowser } from './browser.mjs';
import { bin, prepare } from './steps.mjs';
import { root, runNode } from './runtime.mjs';
import { readResults, sumOf, worthASecondTry } from './test-results.mjs';

const words = process.argv.slice(2);
const isLong = words.includes('--long');
const budget = words.find((word) => word.startsWith('--minutes='));
const others = words.filter((word) => word !== '--long' && word !== budget);
const report = join(root, '.heed', `test-report-${process.pid}.json`);

await prepare();
if (wantsBrowser()) await prepareBrowser();
const results = isLong ? await runParts() : await runTwice('Running the tests ...', others);
const sum = sumOf(results);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

/** The files and folders that are asked for; none are all. */
function namedIn(words) {
  return words.filter((word) => !word.startsWith('-'));
}

/** Tests in a browser run with all others, or when they are named. */
function wantsBrowser() {
  const named = namedIn(others);
  return named.length === 0 || named.some((word) => /browser|page|journeys/.test(word));
}

/** Every long part, or, with --minutes=N, as many as begin within them; each hour another one is the first. */
async function runParts() {
  const end = budget ? Date.now() + Number(budget.split('=')[1]) * 60_000 : Infinity;
  const named = namedIn(others);
  const parts = named.length > 0 ? named : partsInTurn();
  const all = new Map();
  for (const part of parts) {
    if (Date.now() >= end) {
      console.log(`Left for another time: ${part}`);
      continue;
    }
    for (const [name, result] of await runTwice(`Running ${part} ...`, [part])) all.set(name, result);
  }
  return all;
}

/** A few journeys of a browser that failed are made once more, alone, and those that pass only then are named. */
async function runTwice(title, parameters) {
  const first = await runJest(title, parameters);
  const again = worthASecondTry(first);
  if (again.length === 0) return first;
  const second = await runJest(`Running again, alone: ${again.join(', ')} ...`, ['--runInBand', ...again]);
  for (const file of again)
    if (second.get(file)?.failed === 0) console.log(`UNSTEADY: ${file} failed, and passed when it ran again alone.`);
  return new Map([...first, ...second]);
}

/** Files that want the machine for themselves are parts of their own; of journeys and of starts all files are one, side by side. */
function partsInTurn() {
  const alone = ['test/long', 'test/mutation'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`),
  );
  const parts = [...alone, 'test/journeys', 'test/start'];
  const first = Math.floor(Date.now() / 3_600_000) % parts.length;
  return [...parts.slice(first), ...parts.slice(0, first)];
}

async function runJest(title, parameters) {
  console.log(title);
  const code = await runNode([bin('jest', 'bin/jest.js'), '--json', `--outputFile=${report}`, ...parameters], {
    env: {
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      HEED_TEST_LONG: isLong ? '1' : '',
      // All of them: many files load the app as one (jest.config.js).
      HEED_TEST_TOGETHER: !isLong && namedIn(parameters).length === 0 ? '1' : '',
    },
  });
  const results = readResults(report, root);
  if (code !== 0 && sumOf(results).failed === 0) results.set('jest', { passed: 0, failed: 1 });
  return results;
}
