// Tests run as ES modules, which needs NODE_OPTIONS=--experimental-vm-modules and Node 24.9 or later: bin/test.mjs sees to both.
const long = process.env['HEED_TEST_LONG'] === '1';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: long
    ? ['<rootDir>/test/{long,mutation,journeys,start}/*.test.ts']
    : ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(long ? [] : ['<rootDir>/test/(long|mutation|journeys|start)/'])],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '@swc/jest' },
  // Sources name what they import by its compiled name; packages (first choice) really have a .js file.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts'] },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testTimeout: 30_000,
  // Most of the time a test waits for PostgreSQL or a browser, which are processes of their own.
  maxWorkers: '100%',
  // Modules of files that are over stay in a worker's memory: before it is full, a new one takes its place.
  workerIdleMemoryLimit: '2GB',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  // With --coverage only. V8 counts what is written; the other provider counts the branches of what swc makes of decorators too.
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts', '!src/metadata.ts'],
  coverageReporters: ['text', 'html', 'json-summary'],
};
