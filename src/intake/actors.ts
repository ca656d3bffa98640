import type { Mention } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';
import type { Setting } from './setting.js';

/** Somebody who can be asked. Groups have no name of their own. */
export interface Actor {
  name: string;
  isGroup: boolean;
}

/** Whom pronouns stand for at this point of a text. */
export interface Recent {
  /** Who was asked last. */
  asked: string[];
  /** States in the order in which they were named, the last one last. */
  states: string[];
}

const ORGAN = new RegExp(`\\b${anyOf(grammar.organs)}\\b`, 'i');
const NOT_ORGAN = new RegExp(`\\b${anyOf(grammar.notOrgans)}\\b`, 'i');
const ORGAN_END = new RegExp(`\\b${anyOf(grammar.organs)}$`, 'i');
const GROUP = new RegExp(`\\b(?:${anyOf(grammar.groups)})$`, 'i');
const NO_ACTOR = new RegExp(`\\b(?:${anyOf(grammar.notActors)})$`, 'i');
const TRIM = new RegExp(`^(?:(?:${anyOf(grammar.groupTrim)})\\s+)+`, 'i');
const MEMBERS = new RegExp(`^(?:(?:all|its|the|their|other)\\s+)*(?:${anyOf(grammar.memberWords)})$`, 'i');
const PARTY = new RegExp(
  `^(?:the\\s+)?(?:relevant\\s+|competent\\s+|national\\s+)?(?:${anyOf(grammar.stateParty)})$`,
  'i',
);
const STATES = new RegExp(`^(?:all\\s+|the\\s+)*(?:${anyOf(grammar.statePlurals)})$`, 'i');
const TAIL =
  /,?\s+(?:which|who|that|whose|where|in a position|in order|with a view|including|such as|involved|concerned|operating|neighbou?ring|bordering|[a-z]+ing (?:from|in|with|on|at|to|for)|responsible|under|within|working|hosting|currently|providing|engaged|participating|able|party to|established|created|appointed|constituted)\b.*$/;
const AGENT = /[a-z]{3,}(?:ers|ors|ists|ants)$/;

/** The actors that a phrase names, and nothing else of what it says. `null` where it names none. */
export function actorsOf(words: string, setting: Setting, recent: Recent): Actor[] {
  const phrase = withoutAsides(words);
  const mentions = setting.names.mentionsIn(phrase);
  const found: Actor[] = [];
  let isAbsorbing = false;
  for (const piece of conjuncts(phrase, mentions)) {
    const part = clean(piece);
    if (part === '' || isTheirs(part, found)) continue;
    const resolved = resolve(part, setting, recent, found);
    if (isAbsorbing && resolved.length === 1 && isPlaceName(part, setting)) continue;
    found.push(...resolved);
    isAbsorbing =
      /\b(?:governments|authorities|provinces|districts|states|parliaments|ministries|municipalities|courts|police|councils|regions|ministry|minister|department)\b.*\b(?:of|in|for)\b/i.test(
        part,
      ) ||
      (isAbsorbing && resolved.length === 0);
  }
  const named = found.filter(({ isGroup }) => !isGroup);
  const kept = named.length > 0 ? named : found;
  return kept.filter((actor, at) => kept.findIndex(({ name }) => name === actor.name) === at);
}

/** "The Secretary-General, in consultation with the African Union," is asked alone; "donors, in particular Norway," are Norway. */
function withoutAsides(words: string): string {
  return words
    .replace(/,?\s+in\s+(?:close\s+)?(?:consultation|cooperation|co-operation|coordination|collaboration|partnership|conjunction)\s+with\b[^;]*$/i, '')
    .replace(/,\s+(?:including|such as|as appropriate|where appropriate|in accordance with|pursuant to|as requested|acting)\b[^;]*$/i, '')
    .replace(/,?\s+(?:in particular|especially|notably|particularly)\s+/gi, ' and ');
}

/** Whether a phrase names somebody who can act: not a thing, not a reader, not a victim. */
export function isActor(phrase: string, setting: Setting, recent: Recent): boolean {
  const whole = withoutAsides(phrase).replace(TAIL, '');
  return conjuncts(whole, setting.names.mentionsIn(whole)).some((piece) => isOneActor(piece, setting, recent));
}

function isOneActor(phrase: string, setting: Setting, recent: Recent): boolean {
  const part = clean(phrase.replace(TAIL, '')).replace(
    /^(?:the|all|both|each|every|other|also|our|your)\s+(?=\S+)/i,
    '',
  );
  if (/^(?:you|they|them|it|he|she|him|her|both|we)$/i.test(part)) return !/^we$/i.test(part);
  const head = headOf(part).replace(/ to the conflict$/, '');
  const mention = setting.names.mentionsIn(part)[0];
  const isNamed =
    mention?.start === 0 &&
    (mention.end === part.length || /^(?:,| and | or |\s*\/|'s?$)/.test(part.slice(mention.end)));
  if (isNamed) return mention.how !== 'demonym';
  if (NO_ACTOR.test(head) || /^(?:this|that|there|what|any|no|nobody|these|those|such)$/i.test(part)) return false;
  if (ORGAN_END.test(head) || PARTY.test(part) || STATES.test(part) || MEMBERS.test(part)) return true;
  if (GROUP.test(head) || AGENT.test(head)) return true;
  if (mention?.start === 0 && mention.kind !== 'state') return /^\s+\p{Lu}/u.test(part.slice(mention.end));
  if (setting.short[head] || Object.keys(setting.short).includes(part)) return true;
  return (
    /^\p{Lu}[\p{L}'-]+(?:\s+(?:of|for|on|and|the|\p{Lu}[\p{L}'-]+))+$/u.test(part) ||
    actorsOf(part, setting, recent).some(
      ({ name }) =>
        setting.names.mentionsIn(name)[0]?.end === name.length && !/^\p{Ll}/u.test(part) && mention?.start === 0,
    )
  );
}

/** "Kiln owners and their associations": the second belongs to the first. */
function isTheirs(part: string, found: Actor[]): boolean {
  return (
    /^(?:their|its|his|her)\s/i.test(part) &&
    found.length > 0 &&
    !MEMBERS.test(part) &&
    !/dialogue partners$/.test(part)
  );
}

/** "A, B and C" in three; names that hold an "and" stay whole. */
function conjuncts(phrase: string, mentions: Mention[]): string[] {
  let masked = phrase;
  for (const { start, end } of mentions)
    masked = masked.slice(0, start) + '\u0001'.repeat(end - start) + masked.slice(end);
  masked = masked.replace(/\([^)]*\)/g, (inner) => '\u0002'.repeat(inner.length));
  const pieces: string[] = [];
  let start = 0;
  for (const match of masked.matchAll(
    /,?\s+(?:and\/or|and|or|as well as|together with|along with|plus)\s+(?:also\s+|to\s+)?|,\s+|;\s+|\s*\/\s*|\s&\s/g,
  )) {
    if (isInsideName(phrase.slice(start, match.index), phrase.slice(match.index + match[0].length), match[0])) continue;
    pieces.push(phrase.slice(start, match.index));
    start = match.index + match[0].length;
  }
  return [...pieces, phrase.slice(start)].map((piece) => piece.trim());
}

/** "Truth and Reconciliation Commission": one capital word, "and", a capital word that is not known by itself. */
function isInsideName(before: string, after: string, joint: string): boolean {
  if (!/^\s+and\s+$/.test(joint) || before.includes('\u0001')) return false;
  return (
    /^(?:the\s+)?\p{Lu}\p{Ll}+$/u.test(before) &&
    /^\p{Lu}\p{Ll}+\s+(?:Commission|Council|Committee|Institute|Agency|Authority|Fund|Board|Party|Mission)\b/u.test(
      after,
    ) &&
    !/^(?:the\s+)?(?:Donors|Companies|States|Governments|Council|Commission|Parliament)$/.test(before)
  );
}

function clean(piece: string): string {
  return piece
    .replace(/\([^)]*\)/g, ' ')
    .replace(TAIL, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:"'–-]+|[\s,;:."–-]+$/g, '')
    .trim();
}

function isPlaceName(part: string, setting: Setting): boolean {
  return (
    /^(?:the\s+)?\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+){0,2}$/u.test(part) &&
    setting.names.mentionsIn(part).length === 0
  );
}

const headOf = (part: string): string =>
  part.split(/\s+(?:of|in|for|on|from|to(?! the conflict\b)|at|with|across|against|throughout|along)\s+/)[0] ?? part;

const named = (name: string): Actor[] => [{ name, isGroup: false }];

function resolve(part: string, setting: Setting, recent: Recent, before: Actor[]): Actor[] {
  const bare = part.replace(
    /^(?:(?:the|all|both|each|every|other|also|relevant|competent|either|neither|your|our)\s+)+/i,
    '',
  );
  const pronoun = pronounOf(part, setting, recent);
  if (pronoun) return pronoun;
  if (MEMBERS.test(part)) return membersOf(setting, before, part);
  if (/\bdialogue partners$/i.test(bare) && before[0]) return named('ASEAN dialogue partners');
  if (setting.short[bare]) return named(setting.short[bare]);
  const mention = setting.names.mentionsIn(bare)[0];
  if (mention?.start === 0) {
    const known = known_(bare, mention, setting);
    if (known) return known;
  }
  const office = /^(?:regional|country|liaison|field|sub-?regional)\s+offices?\s+(?:of|for)\s+/i.exec(bare);
  if (office) return resolve(bare.slice(office[0].length), setting, recent, before);
  if (NOT_ORGAN.test(headOf(bare))) return named(properName(bare));
  if (
    ORGAN.test(headOf(bare)) &&
    !/\b(?:donor|host|foreign|other|neighbou?ring|western)\s+(?:governments|countries|states)/i.test(part)
  )
    return organ(bare, setting, recent);
  if (PARTY.test(bare)) return stateOf(setting, recent, bare);
  if (STATES.test(bare)) return statesOf(bare, setting);
  return /^\p{Lu}/u.test(bare) && !GROUP.test(headOf(bare).toLowerCase())
    ? named(expanded(properName(bare), setting))
    : group(bare);
}

function pronounOf(part: string, setting: Setting, recent: Recent): Actor[] | undefined {
  if (/^(?:you|your (?:government|excellency|administration|office))$/i.test(part)) return setting.you.flatMap(named);
  if (/^(?:it|them|they|he|she|him|her|the latter|these|those)$/i.test(part)) return recent.asked.flatMap(named);
  if (
    /^(?:both|the two|these two|the three)(?:\s+(?:governments|countries|states|sides|parties|of them))?$/i.test(part)
  ) {
    const count = /three/.test(part) ? 3 : 2;
    const heavy = [...setting.weights].sort((a, b) => b[1] - a[1]).slice(0, count);
    return (recent.asked.length === count && !/\s(?:governments|countries|states)$/i.test(part) ? recent.asked : heavy.map(([name]) => name)).flatMap(named);
  }
  return undefined;
}

function membersOf(setting: Setting, before: Actor[], part: string): Actor[] {
  const union = before.findLast(({ name }) =>
    /Union|Association|Organization|Community|Council of Europe|States|Nations/.test(name),
  )?.name;
  if (union && /\b(?:its|their|the)\b/i.test(part) && union !== 'United Nations')
    return named(`${union} member states`);
  return named(setting.memberStates);
}

/** What begins with a name that is known: the name itself, an organ of a state, a part of a body. */
function known_(bare: string, mention: Mention, setting: Setting): Actor[] | undefined {
  const rest = bare.slice(mention.end).replace(/^'s?/, '').trim();
  const isGroup = mention.kind === 'group';
  if (rest === '') return [{ name: mention.name, isGroup }];
  if (MEMBERS.test(rest)) return named(`${mention.name} member states`);
  if (mention.kind !== 'state') {
    if (/^(?:\p{Ll}*)?\s*dialogue partners/u.test(rest)) return named('ASEAN dialogue partners');
    if (/^delegations?\b/i.test(rest) && mention.name === 'European Union')
      return named('European External Action Service');
    if (
      /^(?:institutions|leaders|leadership|officials|negotiators|bodies|ministers|governments?)\b/i.test(
        rest,
      ) &&
      mention.name !== 'United Nations'
    )
      return named(mention.name);
    if (/^(?:special|mission|office|secretariat|envoy|peacekeeping|human|independent|\p{Lu}|working|fact)/u.test(rest))
      return named(properName(bare, true));
    return [{ name: mention.name, isGroup }];
  }
  const head = headOf(rest);
  if (NOT_ORGAN.test(head)) return named(properName(mention.how === 'demonym' ? bare : rest));
  if (ORGAN.test(head)) return named(mention.name);
  if (mention.how === 'name' && /^(?:in|on|at|to|for|through|via|from|with|as|under|-|and|[(,])/.test(rest))
    return named(mention.name);
  if (GROUP.test(head) || AGENT.test(head)) return group(bare);
  return mention.how === 'name' && !/^\p{Lu}/u.test(rest) ? named(mention.name) : undefined;
}

/** An organ of a state is the state: the one that it names, else the one that the text is about. */
function organ(bare: string, setting: Setting, recent: Recent): Actor[] {
  const mentions = setting.names.mentionsIn(bare);
  const state = mentions.find(({ kind }) => kind === 'state') ?? mentions.find(({ kind }) => kind === 'body');
  if (!state && /^governments (?:in|across|throughout|around)\b/i.test(bare)) return group(bare);
  return state ? named(state.name) : stateOf(setting, recent, bare);
}

function stateOf(setting: Setting, recent: Recent, bare: string): Actor[] {
  const asked = recent.asked.length === 1 && setting.weights.has(recent.asked[0] ?? '') ? recent.asked[0] : undefined;
  const state = setting.form === 'press' ? (recent.states.at(-1) ?? setting.subject) : (asked ?? setting.subject);
  return state ? named(state) : group(bare);
}

function statesOf(bare: string, setting: Setting): Actor[] {
  if (/member|members/i.test(bare)) return named(setting.memberStates);
  return [{ name: bare.charAt(0).toUpperCase() + bare.slice(1), isGroup: true }];
}

/** A name as far as it goes: "Bar Association of Kenya", and not what it is asked. */
function properName(bare: string, isLong = false): string {
  const words = bare.split(' ');
  const stop = words.findIndex(
    (word, at) =>
      at > 0 &&
      !/^["']?\p{Lu}|^(?:of|for|on|the|de|du|des|and|in|against|to|&)$|^\d/u.test(word) &&
      !(isLong && at < 4),
  );
  return words
    .slice(0, stop < 0 ? words.length : stop)
    .join(' ')
    .replace(/(?:\s+(?:of|for|on|the|and|in|to|against))+$/, '');
}

/** "Panel" is what the document calls by its long name: "Panel of Experts". */
function expanded(name: string, setting: Setting): string {
  return setting.short[name] ?? setting.long[name] ?? name;
}

/** A group by its noun, without what tells which of them: "Kiln owners". */
function group(bare: string): Actor[] {
  const head = headOf(bare)
    .replace(TRIM, '')
    .replace(/^international\s+(?=donors?\b)/i, '')
    .trim();
  if (head === '' || head.split(' ').length > 6) return [];
  return [
    {
      name:
        head.charAt(0).toUpperCase() + head.slice(1).replace(/\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase()),
      isGroup: true,
    },
  ];
}
