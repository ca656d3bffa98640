// Whose parliament speaks in a document. Pure.

import { gazetteer } from './gazetteer.js';
import { grammar } from './grammar.js';

const HOUSE =
  '(?:Senate|House of (?:Commons|Lords|Representatives|Councillors|Assembly)|Parliament|National (?:Assembly|Council)|Congress|Chamber of (?:Deputies|Representatives)|Federal Assembly|Legislative Assembly|Legislature|Council of States|Assembly of the Republic|Diet)';
/** "Senate of the United States", "House of Commons of Canada". */
const OF_A_STATE = new RegExp(`\\b${HOUSE}\\s(?:of|in)\\s(?:the\\s)?(.{3,40})`, 'giu');
/** "The Danish Parliament", "the Italian Chamber of Deputies", "AUSTRALIAN SENATE". */
const BY_ADJECTIVE = new RegExp(`(\\p{Lu}\\p{L}+)\\s${HOUSE}\\b`, 'giu');
const SPEAKS =
  /\b(?:motions?|resolved?|resolution|recommendations?|committee|calls (?:up)?on|urges|That the (?:Senate|House)|inquiry|whereas|H\. ?Res|S\. ?Res)\b/i;

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
  return byItsSigns(grammar.houses, head) ?? (A_HOUSE.test(head) ? byItsSigns(grammar.houseSigns, all) : null);
}

/** A house that many states have: who speaks is told by the offices and places that the text names. */
const A_HOUSE =
  /\b(?:House of (?:Commons|Lords|Representatives|Assembly)|(?:the|this) (?:House|Senate)(?!\s*(?:\.{3}|\n|$))|Parliament|Select Committee|Standing Committee|Joint Committee|Congress|SENATE|HOUSE OF (?:REPRESENTATIVES|COMMONS|LORDS)|National Council|Council of States)\b/;

function byItsSigns(signs: Record<string, string>, words: string): string | null {
  return (
    Object.entries(signs).find(([sign]) => new RegExp(`\\b${sign}(?!\\p{L}|\\sfor\\s)`, 'u').test(words))?.[1] ?? null
  );
}

/** How much of a document says who speaks. */
const LENGTH = 900;
