// The rings of docs/architecture.md: imports go down, and the folders of the outermost ring never import one another.
const rings = [
  ['common'],
  ['access', 'audit', 'idempotency', 'jobs', 'blobs', 'fetching'],
  ['organizations', 'auth', 'identity-providers', 'addressees', 'taxonomy', 'sources', 'evidence', 'merges'],
  ['workflows', 'recommendations', 'follow-ups'],
  [
    'engagements',
    'assessments',
    'indicators',
    'link-copies',
    'fixity',
    'working-copies',
    'lowerings',
    'harm-flags',
    'comments',
    'contributions',
    'data-quality',
    'next-steps',
    'occasions',
    'versions',
    'for-me',
    'changes',
    'inbox',
    'saved-views',
    'search',
    'tallies',
    'news',
  ],
  ['intake'],
  ['imports', 'exports', 'reports', 'notifications', 'webhooks', 'public', 'bulk-actions', 'demonstration', 'setup'],
];
const edges = rings.at(-1);
const folders = (names) => `^src/(${names.join('|')})/`;

/** What every ring may import. Everything else directly in src/ starts and joins: it imports all, and nothing imports it. */
const ground = '^src/(address-settings|configuration|master-key|setup-wishes|start-refusal|storage-settings)\\.ts$';
const top = { path: ['^src/[^/]+\\.ts$', '^migrations/'], pathNot: ground };
const pure = '(\\.policy|\\.definition|/conditions|/edtf[^/]*|/problem)\\.ts$';

const upward = rings.slice(0, -1).map((names, ring) => ({
  name: `ring-${ring}-imports-down`,
  comment: `${names.join(', ')} know nothing of the rings above them.`,
  severity: 'error',
  from: { path: folders(names) },
  to: { path: folders(rings.slice(ring + 1).flat()) },
}));

module.exports = {
  forbidden: [
    ...upward,
    ...edges.map((edge) => ({
      name: `${edge}-imports-no-other-edge`,
      severity: 'error',
      from: { path: folders([edge]) },
      to: { path: folders(edges.filter((other) => other !== edge)) },
    })),
    {
      name: 'every-folder-has-a-ring',
      comment: 'A new folder of src/ gets its place in the list of rings above.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: folders([...rings.flat(), 'embedded-database']) },
    },
    {
      name: 'nothing-imports-the-top',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '\\.spec\\.ts$' },
      to: top,
    },
    {
      name: 'embedded-database-stands-alone',
      severity: 'error',
      from: { path: '^src/embedded-database/' },
      to: { path: '^src/', pathNot: ['^src/embedded-database/', ground] },
    },
    {
      name: 'ground-is-below-everything',
      severity: 'error',
      from: { path: ground },
      to: { path: '^src/', pathNot: ground },
    },
    {
      name: 'sources-import-sources',
      comment: 'The page and the tests are not part of the server; the OpenAPI document lies between page and server.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(test|web|bin)/|\\.spec\\.ts$' },
    },
    {
      name: 'pure-files-stay-pure',
      severity: 'error',
      from: { path: `^src/.*${pure}` },
      to: { path: 'node_modules/(@nestjs|typeorm)/' },
    },
    {
      name: 'secrets-only-in-auth',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '^src/auth/' },
      to: { path: 'node_modules/(@node-rs/argon2|passport|passport-custom|@nestjs/passport|@simplewebauthn/server)/' },
    },
    {
      name: 'storage-only-in-blobs',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '^src/blobs/' },
      to: { path: ['node_modules/s3mini/', '^src/blobs/(folder-store|s3-store)\\.ts$'] },
    },
    {
      name: 'no-index',
      comment: 'Import the file that says it.',
      severity: 'error',
      from: { path: '^(src|test|migrations)/' },
      to: { path: '/index\\.[jt]s$', pathNot: 'node_modules' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '/dist/' } },
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    // Types count too: a type that is taken from above ties the rings as a value does.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
