// What `npm run demo` prints: a name, a colon and a value on every line, for people and for programs that read it.

const password = 'heed-demo-only';

const accounts = [
  'admin@heed.example (administrator)',
  'editor@heed.example (editor, the same organization)',
  'verifier@heed.example (verifier and partner, a second organization)',
  'partner@heed.example (partner, the second organization)',
  'auditor@heed.example (auditor, a third organization)',
  'outsider@heed.example (editor of the workspace "elsewhere" only)',
];

/** The lines that say where the demonstration is and who may sign in. The database's address is its superuser's. */
export function demonstrationNotice(origin: string, databaseUrl: string): string[] {
  return [
    'Heed runs with the demonstration workspace "dprk". Ctrl-C ends it.',
    `address: ${origin}`,
    `api: ${origin}/api/docs`,
    ...accounts.map((account) => `account: ${account}`),
    `password: ${password}`,
    `database: ${databaseUrl}`,
  ];
}
