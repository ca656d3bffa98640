import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const globals = Object.fromEntries(
  [
    'AbortController',
    'Blob',
    'Buffer',
    'FormData',
    'URL',
    'URLSearchParams',
    'clearInterval',
    'clearTimeout',
    'performance',
    'setTimeout',
    'console',
    'fetch',
    'globalThis',
    'process',
    'setInterval',
  ].map((name) => [name, 'readonly']),
);

/** Style's sizes: a file over its size has a second noun in it. */
const linesAtMost = (max) => ({ 'max-lines': ['error', { max }] });

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const onlyConfigurationReads = 'Only configuration.ts reads the environment: take what you need from Configuration.';

export default tseslint.config(
  { ignores: ['test/bench/plain/', 'dist/', 'coverage/', '.heed/', 'docs/', 'src/metadata.ts', '**/*.cjs'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-restricted-syntax': ['error', noDefaultExport],
      'max-lines-per-function': ['error', { max: 40 }],
      ...linesAtMost(150),
    },
  },
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: [{ name: 'node:process', message: 'Use the global.' }] }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: onlyConfigurationReads }],
      // Nest's modules are classes that hold nothing but their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // What a query answers is typed by its caller; DTOs are spread into rows; resolvers may settle with nothing.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['web/src/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // A component is markup for the most part; one over this has a second component in it.
      'max-lines-per-function': ['error', { max: 80 }],
      // The router's way to go elsewhere is to throw where to.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] },
      ],
    },
  },
  { files: ['src/configuration.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/**/*.service.ts'], rules: linesAtMost(250) },
  { files: ['src/**/*.controller.ts'], rules: linesAtMost(120) },
  { files: ['src/**/*.entity.ts'], rules: linesAtMost(80) },
  // Data and statements are as long as what they say.
  {
    files: ['src/**/*.definition.ts', 'src/**/*.queries.ts', 'src/demonstration/*.ts', 'src/common/problem.ts'],
    rules: linesAtMost(600),
  },
  // One line for each change of the schema, for good.
  { files: ['src/migrations.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['migrations/**', 'test/**', '**/*.spec.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tests take answers apart as they come.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['*.config.js', '**/vite.config.ts', '**/*.d.ts', 'test/support/global-*.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
