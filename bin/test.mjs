// npm test: tier 1. npm run test:long: the rest, one file after the other. What follows goes to jest: npm test -- src/common
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBrowser } from './browser.mjs';
import { bin, prepare } from './steps.mjs';
import { root, runNode } from './runtime.mjs';

const words = process.argv.slice(2);
const isLong = words.includes('--long');
const budget = words.find((word) => word.startsWith('--minutes='));
const others = words.filter((word) => word !== '--long' && word !== budget);
const report = join(root, '.heed', `test-report-${process.pid}.json`);

await prepare();
if (wantsBrowser()) await prepareBrowser();
const sum = isLong ? await runParts() : await runJest('Running the tests ...', others);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

/** Tests in a browser run with all others, or when they are named. */
function wantsBrowser() {
  const named = others.filter((word) => !word.startsWith('--'));
  return named.length === 0 || named.some((word) => /browser|page/.test(word));
}

/** Every long file, or, with --minutes=N, as many as begin within them; each hour another one is the first. */
async function runParts() {
  const end = budget ? Date.now() + Number(budget.split('=')[1]) * 60_000 : Infinity;
  const named = others.filter((word) => word.endsWith('.test.ts'));
  const files = named.length > 0 ? named : partsInTurn();
  const sum = { passed: 0, failed: 0 };
  for (const file of files) {
    if (Date.now() >= end) {
      console.log(`Left for another time: ${file}`);
      continue;
    }
    const { passed, failed } = await runJest(`Running ${file} ...`, [file]);
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}

function partsInTurn() {
  const files = ['test/long', 'test/mutation'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`),
  );
  const first = Math.floor(Date.now() / 3_600_000) % files.length;
  return [...files.slice(first), ...files.slice(0, first)];
}

async function runJest(title, parameters) {
  console.log(title);
  const code = await runNode([bin('jest', 'bin/jest.js'), '--json', `--outputFile=${report}`, ...parameters], {
    env: {
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      HEED_TEST_LONG: isLong ? '1' : '',
    },
  });
  const { passed, failed } = count();
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** A file that could not even run counts as one failure; so does a run that left no report. */
function count() {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(report, { force: true });
  }
}
