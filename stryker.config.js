// Faults planted on purpose, one folder at a time: docs/testing.md says how.
import { PARTS } from './test/support/mutation-parts.js';

const part = process.env['HEED_MUTATION'] ?? 'access-rules';
// Where databases are needed they are there already, made by the run that started this one.
const { mutate, leftOut } = PARTS[part];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate,
  mutator: { excludedMutations: leftOut },
  testRunner: 'quick',
  plugins: ['./test/support/mutation-runner.js'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Modules of earlier runs stay in memory until their process ends.
  maxTestRunnerReuse: 200,
  ignorePatterns: ['/dist/src', '/dist/migrations', '/web', '/coverage', '/.heed'],
  tempDirName: '.heed/mutation/sandbox',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: `.heed/mutation/${part}.json` },
  htmlReporter: { fileName: `.heed/mutation/${part}.html` },
  timeoutMS: 8_000,
};
