// Faults planted on purpose, one folder at a time: test/support/mutation.ts starts this and says which (docs/testing.md).
import jest from './jest.config.js';
import { PARTS } from './test/support/mutation-parts.js';

const part = process.env['HEED_MUTATION'] ?? 'access-rules';
const { mutate, tests, leftOut } = PARTS[part];

// Databases are there already, made by the run that started this one.
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
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: `.heed/mutation/${part}.json` },
  htmlReporter: { fileName: `.heed/mutation/${part}.html` },
  timeoutMS: 8_000,
};
