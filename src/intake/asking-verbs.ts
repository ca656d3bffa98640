import { anyOf, escaped, grammar } from './grammar.js';

/** Words that end like adverbs and are none. */
const NO_ADVERB =
  '(?!(?:italy|july|assembly|family|supply|reply|ally|anomaly|monopoly|only|daily|early|likely|friendly)\\b)';
/** How it is asked: an adverb of any kind, also with a degree ("most earnestly"), "in all seriousness". */
export const ADVERB = `(?:${anyOf(grammar.adverbs)}|(?:(?:most|very|ever\\s+more|more)\\s+)?${NO_ADVERB}[a-z]{3,}ly|(?:in|with)\\s+(?:all|great|due|the\\s+utmost)\\s+[a-z]+)`;
/** "Calls, further, on": the adverb may stand inside. */
const INSIDE = `(?:,?\\s+${ADVERB},?|\\s+in\\s+an?\\s+\\p{Ll}+(?:\\s+on\\s+\\p{L}+)?)?\\s+`;
const THE = '\\s+(?:the|its|her|his|their|our)\\s+(?:\\p{L}+\\s+){0,2}';

const longestFirst = (words: readonly string[]) => [...new Set(words)].sort((a, b) => b.length - a.length);
const firstOf = (verb: string) => verb.split(' ', 1)[0] ?? '';
const restOf = (verb: string) => verb.slice(firstOf(verb).length + 1);

/** Verbs of asking, longest first; those that go on with the same words share one branch, as the adverbs are many. */
export function verbs(forms: readonly string[]): string {
  const all = longestFirst(forms);
  const open = all.filter((verb) => verb.includes(' the ')).map((verb) => verb.replace(' the ', THE));
  const parted = all.filter((verb) => verb.includes(' ') && !verb.includes(' the '));
  // "On" comes last: what stands inside may hold one of its own.
  const rests = longestFirst(parted.map(restOf)).sort((a, b) => Number(a === 'on') - Number(b === 'on'));
  const branches = rests.map((rest) => {
    const firsts = parted.filter((verb) => restOf(verb) === rest).map((verb) => escaped(firstOf(verb)));
    return `(?:${firsts.join('|')})${INSIDE}${rest.split(' ').map(escaped).join('\\s+')}`;
  });
  const single = all.filter((verb) => !verb.includes(' ')).map(escaped);
  return `(?:${[...open, ...branches, ...single].join('|')})`;
}
