// What `npm run demo` prints: a name, a colon and a value on every line, for people and for programs that read it.
import type { DemonstrationContent } from './demonstration/content.js';
import { dprk } from './demonstration/dprk.js';
import { elsewhere } from './demonstration/elsewhere.js';

const password = 'heed-demo-only';

/** The lines that say where the demonstration is and who may sign in. The database's address is its superuser's. */
export function demonstrationNotice(origin: string, databaseUrl: string): string[] {
  return [
    'Heed runs with the demonstration. Ctrl-C ends it.',
    `address: ${origin}`,
    `api: ${origin}/api/docs`,
    ...[dprk, elsewhere].flatMap(accountsOf),
    `password: ${password}`,
    `database: ${databaseUrl}`,
  ];
}

function accountsOf({ workspace, organizations, accounts }: DemonstrationContent): string[] {
  return accounts.map(({ email, roles, organization }) => {
    const name = organizations.find(({ code }) => code === organization)?.name ?? organization;
    return `account: ${email} (${roles.join(' and ')}, ${name}; workspace ${workspace.slug})`;
  });
}
