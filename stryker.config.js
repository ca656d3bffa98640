// Faults planted on purpose, one folder at a time: docs/testing.md says how.
import jest from './jest.config.js';
import { PARTS } from './test/support/mutation-parts.js';

const part = process.env['HEED_MUTATION'] ?? 'access-rules';
const { mutate, tests, leftOut } = PARTS[part];

// Where databases are needed they are there already, made by the run that started this one.
const config = {
  ...jest,
  testMatch: tests.map((file) => `<rootDir>/${file}`),
  globalSetup: null,
  globalTeardown: null,
  testTimeout: 10_000,
};

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate,
  mutator: { excludedMutations: leftOut },
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { enableFindRelatedTests: false, config },
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignorePatterns: ['/dist/src', '/dist/migrations', '/web', '/coverage', '/.heed'],
  tempDirName: '.heed/mutation/sandbox',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: `.heed/mutation/${part}.json` },
  htmlReporter: { fileName: `.heed/mutation/${part}.html` },
  timeoutMS: 8_000,
};
