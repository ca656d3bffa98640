// States by their codes (ISO 3166-1), as some documents write them. Pure.

import { dataFile } from './data-file.js';

const TWO_OF_THREE = (dataFile('iso-codes.json') as { codes: Record<string, string> }).codes;
const STATES = dataFile('states.en.json') as Record<string, { name: string }>;

/** "FRA, DEU" and "FR/DE" as names; nothing unless all of it is codes. */
export function stateCodes(words: string): string[] | undefined {
  const codes = words.split(/[\s,;/]+/).filter((code) => code !== '');
  const names = codes.map((code) => (/^[A-Z]{2,3}$/.test(code) ? STATES[TWO_OF_THREE[code] ?? code]?.name : undefined));
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
}
