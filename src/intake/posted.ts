// Whoever is asked is told by where they have a say: "States that maintain embassies in Asmara should ask". Pure.

import { anyOf, grammar } from './grammar.js';
import type { Gazetteer, Mention } from './gazetteer.js';
import type { Clause, Pressed } from './pressed-clause.js';

const SAY =
  '(?:embass(?:y|ies)|channels?|lines\\sof\\scommunication|contacts?|talks|dialogue|(?:diplomatic\\s|close\\s|good\\s|trade\\s|friendly\\s)?(?:relations|ties)|consulates?|influence|leverage|sway|envoys?|ambassadors?)';
/** "With embassies in Hanoi", "which has an embassy in Pyongyang", "your envoy to Naypyidaw". */
const PLACED = new RegExp(
  `\\b(?:${SAY}\\s(?:in|with|on|over|to|at)|(?:engage|engages|speak|speaks|talk|talks|deal|deals|trade|trades)\\s(?:with|to))\\s(?:either\\s|both\\s|the\\s)?(?=\\p{Lu})`,
  'u',
);
/** "As shareholders of the Bank, insist". */
const AS =
  /^As\s(?:(?:the|an?|its|major|main|largest)\s){0,2}(?:shareholders?|donors?|creditors?|partners?|allies|ally|lenders?|buyers?|funders?|holders?|owners?|hosts?|members|guarantors?)\s(?:of|to)\s(?:the\s)?(?=\p{Lu})/u;
const SPEAKING = new RegExp(
  `^["“\\s]*(?:(?:also|therefore|first|now|\\p{Ll}+ly|each|both)\\s)*(?:${anyOf(grammar.frames.speaking)})\\b`,
  'iu',
);

/** With whom those speak who are asked because they can; `party` is the words that name them. */
export function posted(party: string, clause: Clause): Pressed[] {
  const { words, setting, addressees } = clause;
  const as = AS.exec(words);
  const place = as ?? PLACED.exec(party);
  const spoken = as ? words.slice(as[0].length).replace(/^[^,]*,\s/, '') : words;
  if (!place || !SPEAKING.test(spoken)) return [];
  const from = (as ? words : party).slice(place.index + place[0].length);
  const names = besideEachOther(from, setting.names)
    .map(({ name }) => name)
    .filter((name) => !addressees.includes(name));
  return names.length > 0 ? [{ at: 0, names }] : [];
}

/** "Beijing or Moscow": names that stand side by side at the beginning. */
function besideEachOther(words: string, names: Gazetteer): Mention[] {
  const mentions = names.mentionsIn(words.slice(0, 120));
  if (mentions[0]?.start !== 0) return [];
  const end = mentions.findIndex(
    (one, at) => at > 0 && !/^(?:,|,?\s(?:and|or))\s(?:the\s)?$/.test(words.slice(mentions[at - 1]?.end, one.start)),
  );
  return mentions.slice(0, end < 0 ? mentions.length : end);
}
