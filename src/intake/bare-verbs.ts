// Where the bare verb of "recommends that the State party adopt" stands. Pure.

import { imperatives } from './grammar.js';

/** "That Russia publishes": behind a name, or an organ, the verb may have its s. */
function isInflected(word: string, before: string): boolean {
  if (!/[^s]s$/.test(word) || !/^\p{Lu}\p{Ll}+$|^(?:government|party|state|ministry|parliament|country)$/u.test(before))
    return false;
  return [word.slice(0, -1), word.slice(0, -2), word.replace(/ies$/, 'y')].some((base) => imperatives.has(base));
}

/** "allow and facilitate the access": what stands behind the "and" is a verb with an object. */
const isPair = (rest: string): boolean => {
  const second = /^\sand\s(\p{Ll}+)\s(?:the|all|an?|any|its|their|such|this|these|those)\s/u.exec(rest)?.[1];
  return second !== undefined && imperatives.has(second);
};

/** The bare verb of "recommends that the State party adopt". */
export function verbIn(words: string): number | undefined {
  for (const match of words.matchAll(/(?<=[\s,])\p{Ll}[\p{L}-]+/gu)) {
    const before = /(\S+)\s+$/.exec(words.slice(0, match.index))?.[1] ?? '';
    const after = /^\s+(\S+)/.exec(words.slice(match.index + match[0].length))?.[1] ?? '';
    if (
      !(imperatives.has(match[0]) || /^(?:do|go)$/.test(match[0]) || isInflected(match[0], before)) ||
      /^(?:the|a|an|of|and|to|in|for|all|its|their|or|by|with|on|social|public|national|local|few|some|many|several|other|such|these|those|this|no|any|each|every|your|our|his|her)$/i.test(
        before,
      )
    )
      continue;
    if (
      /^(?:of|and|party|parties|services?|members?|forces)$/i.test(after) &&
      !isPair(words.slice(match.index + match[0].length)) &&
      !/,$/.test(before) &&
      match[0] !== 'make'
    )
      continue;
    // "The next report will": a noun, however the verb looks.
    if (/^(?:will|would|should|shall|must|may|can|could|is|are|was|were|has|have|be)$/.test(after)) continue;
    return match.index;
  }
  return undefined;
}
