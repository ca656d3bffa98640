// Whose parliament speaks in a document. Pure.

import { gazetteer } from './gazetteer.js';
import { grammar } from './grammar.js';

const HOUSE =
  '(?:Senate|House of (?:Commons|Lords|Representatives|Councillors)|Parliament|National Assembly|Congress|Chamber of Deputies|Federal Assembly)';
/** "Senate of the United States", "House of Commons of Canada". */
const OF_A_STATE = new RegExp(`\\b${HOUSE}\\s(?:of|in)\\s(?:the\\s)?(.{3,40})`, 'giu');
/** "The Danish Parliament", "the Italian Chamber of Deputies". */
const BY_ADJECTIVE = new RegExp(`(\\p{Lu}\\p{L}+)\\s${HOUSE}\\b`, 'gu');
const SPEAKS = /\b(?:motion|resolved?|resolution|recommendations?|committee|calls (?:up)?on|urges)\b/i;

/** The state of the parliament whose motion, resolution or report this is. */
export function homeOf(all: string): string | null {
  const head = all.slice(0, LENGTH);
  if (!SPEAKS.test(head) || /\bEuropean Parliament\b|Parliamentary Assembly/.test(head)) return null;
  for (const [, rest = ''] of head.matchAll(OF_A_STATE)) {
    const [state] = gazetteer.mentionsIn(rest);
    if (state?.kind === 'state' && state.start === 0) return state.name;
  }
  for (const [, word = ''] of head.matchAll(BY_ADJECTIVE)) {
    const [state] = gazetteer.mentionsIn(word);
    if (state?.kind === 'state' && state.how === 'demonym') return state.name;
  }
  const own = Object.entries(grammar.houses).find(([name]) => new RegExp(`\\b${name}\\b`).test(head))?.[1];
  return own ?? null;
}

/** How much of a document says who speaks. */
const LENGTH = 900;
