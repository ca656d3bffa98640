// What `npm run demo` prints: a name, a colon and a value on every line, for people and for programs that read it.
import type { DemonstrationContent } from './demonstration/content.js';
import { dprk } from './demonstration/dprk.js';
import type { Moments } from './demonstration/moments.js';
import { elsewhere } from './demonstration/elsewhere.js';

const password = 'heed-demo-only';

/** The lines that say where the demonstration is and who may sign in. The database's address is its superuser's. */
export function demonstrationNotice(origin: string, databaseUrl: string, moments: Moments | undefined): string[] {
  return [
    'Heed runs with the demonstration. Ctrl-C ends it.',
    `address: ${origin}`,
    `api: ${origin}/api/docs`,
    ...[dprk, elsewhere].flatMap(accountsOf),
    `password: ${password}`,
    ...(moments ? momentLines(origin, moments) : []),
    `database: ${databaseUrl}`,
  ];
}

/** Resolution 2397 shortly before and after its date, and today; each as known today and as known before the report of 2024. */
function momentLines(origin: string, { sourceId, before }: Moments): string[] {
  const list = `${origin}/w/${dprk.workspace.slug}/follow-ups?source=${sourceId}`;
  const known = `&knownAt=${before}`;
  return [
    `before the report of 2024 was entered: ${before}`,
    ...['&asOf=2019-12-16', '&asOf=2019-12-24', ''].flatMap((day) => [
      `resolution 2397: ${list}${day}`,
      `resolution 2397: ${list}${day}${known}`,
    ]),
  ];
}

function accountsOf({ workspace, organizations, accounts }: DemonstrationContent): string[] {
  return accounts.map(({ email, roles, organization }) => {
    const name = organizations.find(({ code }) => code === organization)?.name ?? organization;
    return `account: ${email} (${roles.join(' and ')}, ${name}; workspace ${workspace.slug})`;
  });
}
