import { readdirSync } from 'node:fs';

// Tests run as ES modules, which needs NODE_OPTIONS=--experimental-vm-modules and Node 24.9 or later: bin/test.mjs sees to both.
const long = process.env['HEED_TEST_LONG'] === '1';

// With all others, the files of some folders run as a few that load the app once for all of theirs (test/support/together.ts).
const together = {
  folders: ['architecture', 'e2e', 'matrix', 'medium', 'race'],
  turns: readdirSync('test/together').length,
  // These set up the process otherwise than the others.
  alone: ['e2e/provider-sign-ins.test.ts'],
};
const ofTheFew = `<rootDir>/test/(${together.folders.join('|')})/(?!(${together.alone.map((file) => file.split('/')[1]).join('|')}))`;
const isTogether = process.env['HEED_TEST_TOGETHER'] === '1';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: long
    ? ['<rootDir>/test/{long,mutation,journeys,start}/*.test.ts']
    : ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(long ? [] : ['<rootDir>/test/(long|mutation|journeys|start)/']),
    isTogether ? ofTheFew : '<rootDir>/test/together/',
  ],
  globals: { together },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '@swc/jest' },
  // Sources name what they import by its compiled name; packages (first choice) really have a .js file.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts'] },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testTimeout: 60_000,
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
