import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { peopleOf } from './described.js';
import { beginsWithOrder } from './headings.js';
import { NAME } from './sentence-shapes.js';
import type { Setting } from './setting.js';
import { isActor } from './who-acts.js';

/** "Police: use of force": a word that may be an order is a noun here. */
const NOUN = /^\p{L}+\s(?:of|rates?|figures?|numbers?|levels?|practices?|policy|policies)\b/u;

/** Behind "To Jordan:" any word is an order that opens no clause: "go on taking patients". */
const NO_VERB =
  /^(?:the|an?|its?|their|our|your|his|her|this|these|that|those|there|in|on|at|of|for|with|and|but|as|by|from|to|who|which|what|when|where|how|why|if|he|she|they|we|you|i|is|are|was|were|has|have|had|not|all|some|many|most|more|one|two|three)\b/i;

/** "To Petrobras, which is in talks, we say directly:". */
const WE_SAY =
  /(?:,\s(?:which|who|whose|where)\s[^:]*)?,?\s(?:we|I)\s(?:also\s|would\s)?(?:say|ask|recommend|appeal|propose)(?:\s\p{Ll}+)?$/u;

/** "Mali and Burkina Faso: Give engineers safe passage": who is asked, and where what they are asked begins. */
export function addressedLine(
  words: string,
  setting: Setting,
  recent: Recent,
): { addressees: string[]; from: number } | undefined {
  const found =
    /^(?:(?:(?:key|our)\s+)?(?:recommendations?\s+)?(?:to|for|of|from|in the case of|as for|as regards|in respect of)\s+)?([^:.;]{2,90}?)(?::\s+|\s[–—]\s+|\s-\s+)(?=\p{L}|\((?:a|i|1)\)\s)/iu.exec(
      words,
    );
  if (!found) return undefined;
  if (/^\(/.test(words.slice(found[0].length)) && !/^(?:to|for)\s/i.test(words)) return undefined;
  const rest = words.slice(found[0].length).replace(/^\((?:a|i|1)\)\s/, '');
  const isTo = /^(?:recommendations?\s+)?(?:to|for)\s/i.test(words);
  if ((!beginsWithOrder(rest) && !(isTo && /^\p{Ll}/u.test(rest) && !NO_VERB.test(rest))) || NOUN.test(rest))
    return undefined;
  if (/\b(?:to|on|upon|for|should|must)$/.test(found[1] ?? '')) return undefined;
  const party = (found[1] ?? '').replace(WE_SAY, '');
  const isSaidTo = /^to\s/i.test(words) && party !== found[1];
  const addressees = isSaidTo && NAME.test(party) ? [party] : partyOf(party, setting, recent);
  if (addressees.length === 0) return undefined;
  // In a letter to somebody "Yemen: Halt ..." says what the ask is about, not who is asked.
  const isTopic =
    setting.you.length > 0 &&
    !/^(?:to|for)\s/i.test(words) &&
    addressees.every((name) => setting.weights.has(name) && !setting.readers.some((reader) => reader.name === name));
  return { addressees: isTopic ? setting.you : addressees, from: found[0].length };
}

/** Who stands in a line that holds nothing else. */
export function partyOf(words: string, setting: Setting, recent: Recent): string[] {
  const people = peopleOf(words, setting);
  if (people !== undefined) return [people];
  if (words.split(' ').length > 12 || !isActor(words, setting)) return [];
  return actorsOf(words, setting, recent).map(({ name }) => name);
}

/** "The resolution should:": what follows is asked of those who are asked to adopt it. */
export const isDraftLead = (words: string): boolean =>
  /^(?:The|This|That|Such an?|Any)\s+(?:new\s+|draft\s+)?(?:resolution|text|draft|statement|declaration|decision|mandate|motion|bill|law|agreement|package|plan|outcome document)\s+(?:should|must|ought to|needs to)(?:\s+also)?\s*:$/.test(
    words,
  );
