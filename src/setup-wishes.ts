// What `npm run setup` is told of the first workspace, by flags or by the environment; configuration.ts passes both in.
import { parseArgs } from 'node:util';

/** As it was written: src/setup/ checks it. */
export interface SetupWishes {
  slug?: string;
  name?: string;
  timeZone?: string;
  /** With commas between them. */
  languages?: string;
  organization?: string;
  email?: string;
  /** Make a new link for the first administrator, who has not used the last one. */
  newLink: boolean;
}

/** How each is called as a flag and in the environment. */
export const WISHES = {
  slug: { flag: 'slug', variable: 'HEED_SETUP_SLUG' },
  name: { flag: 'name', variable: 'HEED_SETUP_NAME' },
  timeZone: { flag: 'time-zone', variable: 'HEED_SETUP_TIME_ZONE' },
  languages: { flag: 'languages', variable: 'HEED_SETUP_LANGUAGES' },
  organization: { flag: 'organization', variable: 'HEED_SETUP_ORGANIZATION' },
  email: { flag: 'email', variable: 'HEED_SETUP_EMAIL' },
} as const;

export type Wish = keyof typeof WISHES;

/** Flags count before the environment. Names each option that there isn't. */
export function readSetupWishes(
  env: Record<string, string | undefined>,
  argv: string[],
  faults: string[],
): SetupWishes {
  const flags = Object.values(WISHES).map(({ flag }) => [flag, { type: 'string' }] as const);
  const options = { ...Object.fromEntries(flags), 'new-link': { type: 'boolean' } } as const;
  const { values, tokens } = parseArgs({ args: argv, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') faults.push(`${token.value}: there is no such option.`);
    if (token.kind !== 'option') continue;
    if (!(token.name in options)) faults.push(`${token.rawName}: there is no such option.`);
    else if (token.name !== 'new-link' && token.value === undefined) faults.push(`${token.rawName}: needs a value.`);
  }
  const given = (Object.keys(WISHES) as Wish[]).flatMap((wish) => {
    const { flag, variable } = WISHES[wish];
    const value = values[flag] ?? env[variable];
    return typeof value === 'string' && value !== '' ? [[wish, value] as const] : [];
  });
  return { ...Object.fromEntries(given), newLink: values['new-link'] === true };
}
