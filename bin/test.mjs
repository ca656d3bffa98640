// npm test: tier 1. npm run test:long: the rest. What follows goes to jest: npm test -- src/common
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, prepare } from './steps.mjs';
import { root, runNode } from './runtime.mjs';

const isLong = process.argv.includes('--long');
const others = process.argv.slice(2).filter((word) => word !== '--long');
const report = join(root, '.heed', `test-report-${process.pid}.json`);

await prepare();
// Browser tests, once there are some, get their browser and font here.
console.log(isLong ? 'Running the long tests ...' : 'Running the tests ...');
const parameters = [bin('jest', 'bin/jest.js'), '--json', `--outputFile=${report}`, ...others];
const code = await runNode(parameters, {
  env: {
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    HEED_TEST_LONG: isLong ? '1' : '',
  },
});
const { passed, failed } = count();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = code !== 0 || failed > 0 || passed === 0 ? 1 : 0;

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
