// Ways to move somebody other than a verb alone: by influence, by a message, by talks. Pure.

import { actorsOf } from './actors.js';
import { complementOf } from './complement.js';
import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import { cutParty } from './party-cut.js';
import { movedBy } from './pressed-party.js';
import { type Clause, FRONT, type Pressed } from './pressed-clause.js';
import { isActor } from './who-acts.js';

const { levers: LEVERS, messages: MESSAGES, framed: FRAMED, soughtFrom: SOUGHT, talks: TALKS } = grammar;

/** "Use the weight that the trade deal gives it with Hanoi". */
const LEVER = new RegExp(
  `\\b(?:${anyOf(LEVERS.verbs)})\\s(?:[^,;.:]{0,60}?\\s)?(?:${anyOf(LEVERS.nouns)})\\b(?:\\s(?!to\\s\\p{Ll})[^,;.:]{0,60}?)?,?\\s(?:${anyOf(LEVERS.joints)})\\s(?=(?:the\\s|its\\s|their\\s|both\\s|all\\s|them\\b)|\\p{Lu}|donors|companies|parties)`,
  'giu',
);

/** "Use its position as partner of the ministry to". */
const AS_PARTNER =
  /\b(?:us(?:e|ing)|draw(?:ing)? on)\s(?:its|their|his|her|your)\s(?:\p{Ll}+\s)?(?:position|role|standing|status|place)\sas\s(?:an?\s|the\s)?(?:\p{Ll}+\s){0,3}?(?:partner|ally|neighbou?r|friend|creditor|donor|buyer|customer|guarantor|patron|protector|lender|investor|host)\s(?:of|to|in)\s([^,;:.]{3,60}?)(?=\sto\s\p{Ll}|[,;:.]|$)/giu;

/** "Use with the Chadian authorities the leverage that". */
const WITH_FIRST = new RegExp(
  `\\b(?:${anyOf(LEVERS.verbs)})\\s(?:with|on|over)\\s((?:the\\s)?\\p{Lu}[^,;:.]{2,60}?)\\s(?:the|its|their|all|all its)\\s(?:\\p{Ll}+\\s)?(?:${anyOf(LEVERS.nouns)})\\b`,
  'giu',
);

/** "Use its influence with Chad". */
export function levers({ words, ...rest }: Clause): Pressed[] {
  const found = [
    ...matchesIn(words, LEVER).map(({ index, 0: whole }) => ({ index, party: words.slice(index + whole.length) })),
    ...matchesIn(words, WITH_FIRST).map(({ index, 1: party = '' }) => ({ index, party })),
    ...matchesIn(words, AS_PARTNER).map(({ index, 1: party = '' }) => ({ index, party })),
  ];
  return found.flatMap(({ index, party }) => {
    const names = movedBy(cutParty(party, rest.setting.names), { words, ...rest }, 'strong');
    return names.length > 0 ? [{ at: index, names }] : [];
  });
}

/** "Use your influence to ensure that the Syrian authorities open": who is to act is whom the influence is to move. */
const SO_THAT =
  /\b(?:influence|leverage|weight|good offices|ties|clout|standing|position)\b[^;.]{0,70}?\bto\s(?:\p{Ll}+ly\s)?(?:ensure|see to it|make sure|guarantee)\sthat\s/gu;

export function soThat({ words, ...rest }: Clause): Pressed[] {
  return matchesIn(words, SO_THAT).flatMap(({ index, 0: whole }) => {
    const { party } = complementOf(`that ${words.slice(index + whole.length)}`);
    const names = isActor(party, rest.setting) ? movedBy(party, { words, ...rest }, 'mild', words.slice(0, index)) : [];
    return names.length > 0 ? [{ at: index, names }] : [];
  });
}

/** "Send an urgent appeal to Egypt". */
const MESSAGE = new RegExp(
  `${FRONT}(?:${anyOf(MESSAGES.verbs)})\\s+(?:(?:an?|its|their|his|her|your|another|renewed|joint|the|formal|this|that)\\s+)?(?:[\\p{Ll}-]+\\s+){0,4}?(?:${anyOf(MESSAGES.nouns)})\\s+(?:directly\\s+|personally\\s+)?(?:to|on|with)\\s+(?=\\S)`,
  'giu',
);

export function messages({ words, ...rest }: Clause): Pressed[] {
  return matchesIn(words, MESSAGE).flatMap((match) => {
    const party = cutParty(words.slice(match.index + match[0].length), rest.setting.names);
    if (!isActor(party, rest.setting)) return [];
    const names = actorsOf(party, rest.setting, rest.recent)
      .filter(({ isGroup }) => !isGroup)
      .map(({ name }) => name);
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}

const FRAMES = Object.entries(FRAMED).map(
  ([verb, tail]) => new RegExp(`${FRONT}${verb}\\s+([^,;.:]{3,80}?)(?:,[^,;]{3,90},)?\\s+(?:${tail})\\b`, 'giu'),
);

/** "Let Ankara know", "get Serbia to stop". */
export function framed({ words, ...rest }: Clause): Pressed[] {
  return FRAMES.flatMap((frame) =>
    matchesIn(words, frame).flatMap((match) => {
      const names = movedBy(match[1] ?? '', { words, ...rest }, 'strong');
      return names.length > 0 ? [{ at: match.index, names }] : [];
    }),
  );
}

/** "Seek assurances from Tunis", "obtain the release of the crew from the Iranian authorities". */
const FROM = new RegExp(
  `\\b(?:${anyOf(SOUGHT.verbs)})\\s(?:[^,;.:]{0,60}?\\s)?(?:${anyOf(SOUGHT.nouns)})\\b[^,;.:]{0,60}?\\s(?:from|of)\\s(?=the\\s|both\\s|\\p{Lu}|them\\b)`,
  'giu',
);
/** "Seek consular access from Tehran". */
const FROM_A_STATE = new RegExp(
  `${FRONT}(?:seek|obtain|secure|demand|request|extract|win|elicit|require|expect)\\s(?!(?:refuge|asylum|protection)\\b)[^,;.:]{3,60}?\\sfrom\\s(?=(?:the\\s|both\\s)?\\p{Lu})`,
  'giu',
);
const FROM_ORGANS = new RegExp(
  `\\b(?:${anyOf(SOUGHT.verbs)})\\s[^,;.:]{3,90}?\\s(?:from|of)\\s((?:the\\s)?(?:\\p{Lu}[\\p{L}-]+\\s){1,3}(?:authorities|government|leadership|military|army|junta|side))\\b`,
  'giu',
);

export function sought({ words, ...rest }: Clause): Pressed[] {
  const parties = [
    ...matchesIn(words, FROM).map((match) => ({
      at: match.index,
      party: cutParty(words.slice(match.index + match[0].length), rest.setting.names),
    })),
    ...matchesIn(words, FROM_A_STATE)
      .map((match) => ({
        at: match.index,
        party: cutParty(words.slice(match.index + match[0].length), rest.setting.names),
      }))
      .filter(({ party }) =>
        rest.setting.names
          .mentionsIn(party)
          .some(({ kind, name, start }) => start <= 5 && (kind === 'state' || grammar.deFactoPowers.includes(name))),
      ),
    ...matchesIn(words, FROM_ORGANS).map((match) => ({ at: match.index, party: match[1] ?? '' })),
  ];
  return parties.flatMap(({ at, party }) => {
    const names = movedBy(party, { words, ...rest }, 'strong');
    return names.length > 0 ? [{ at, names }] : [];
  });
}

/** "Open talks with Baku on the prisoners". */
const DIALOGUE = new RegExp(
  `${FRONT}(?:${anyOf(TALKS.verbs)})\\s(?:[\\p{L}-]+\\s){0,4}?(?:${anyOf(TALKS.nouns)})\\swith\\s(?=the\\s|both\\s|its\\s|their\\s|\\p{Lu})`,
  'giu',
);
const PURPOSE = /^[^;.:]{3,100}?\s(?:about|over|on|to\s(?!the\s)\p{Ll}+|with a view|aimed|so that|in order|that)\s/u;

export function dialogues({ words, ...rest }: Clause): Pressed[] {
  return matchesIn(words, DIALOGUE).flatMap((match) => {
    const behind = words.slice(match.index + match[0].length);
    if (!PURPOSE.test(behind)) return [];
    const names = movedBy(cutParty(behind, rest.setting.names), { words, ...rest }, 'weak');
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}
