// Which states the names of a document are: whoever makes an addressee of one need not look its code up. Pure.

import { JsonText } from '../common/json-text.js';
import { dataFile } from './data-file.js';
import type { MeantNamesView } from './record.dto.js';

const STATES = dataFile('states.en.json') as Record<string, { name: string; aliases: string[] }>;

const CODES = new Map(
  Object.entries(STATES).flatMap(([code, { name, aliases }]) =>
    [name, ...aliases].map((one): [string, string] => [one.toLowerCase(), code]),
  ),
);

/** By the short name or an alias, in whatever case; null where no state is called so. */
export const stateCodeOf = (name: string): string | null => CODES.get(name.toLowerCase()) ?? null;

/** Each name with the code of the state that is called so. */
export function namesWithStates(text: string): JsonText {
  const { items } = JSON.parse(text) as MeantNamesView;
  return new JsonText(JSON.stringify({ items: items.map((item) => ({ ...item, isoCode: stateCodeOf(item.name) })) }));
}
