import {
  type Actor,
  AGENT,
  apposed,
  GROUP,
  headOf,
  MEMBERS,
  named,
  NOT_ORGAN,
  ORGAN,
  ORGAN_START,
  PARTY,
  properName,
  STATES,
  type Recent,
} from './actor-words.js';
import type { Mention } from './gazetteer.js';
import { describedBody, isDescribedState, kingdomMeant, peopleOf } from './described.js';
import { grammar } from './grammar.js';
import { group, inFull, isInGeneral, UNNAMED } from './group-names.js';
import { isOffice } from './office-holders.js';
import { membersOf, membersOfBody, OF_MEMBERS, OF_RIGHTS } from './members.js';
import { isOwnOrgan, isStateBody } from './own-organs.js';
import type { Setting } from './setting.js';
import { isUnion } from './unions.js';
import { pronounOf, saidHere } from './said-here.js';
import { executiveOf, OF_A_FIELD, stateMeant, statesOf } from './state-meant.js';

const POINTING =
  /^(?:(?:Europe's|Africa's|Asia's|the world's|the region's|the continent's|the|no|all|both|each|every|other|also|relevant|competent|either|neither|your|our|this)\s+)+/i;
/** "Republic of Uganda" is Uganda, where no list has it in full. */
const KIND_OF_STATE =
  /^(?:(?:Islamic|Federal|Democratic|People's|Bolivarian|Plurinational|Socialist|Arab|Federative|Co-operative|Hashemite|Independent)\s){0,3}(?:Republic|Kingdom|State|Sultanate|Principality|Grand Duchy|Federation)\sof\s(?:the\s)?(?=(?!Korea|Moldova|the\sCongo|Congo)\p{Lu})/u;
/** "The UK's special envoy". */
const OF_A_STATE =
  /^(?:(?:[Ss]pecial|[Cc]hief|[Ll]ead|[Pp]ermanent)\s)?(?:[Ee]nvoy|[Rr]epresentative|[Aa]mbassador|[Nn]egotiators?|[Dd]elegation|[Dd]iplomats?)(?:\s(?:to|for|on|at|in)\s.*)?$/;
/** "Embassies in London": those of all states. */
const ABROAD = /^(?:foreign\s|diplomatic\s)?(?:embassies|missions|diplomats|ambassadors)\s(?:in|at)\s/i;
/** "Car makers": a capital at the beginning of a sentence is no name. */
const AGENTS = /^\p{Lu}\p{Ll}+\s(?:\p{Ll}+\s)*\p{Ll}{2,}(?:ers|ors|ists|ants)$/u;

/** A power of the state. */
const BRANCH = /^the\s(?:Executive(?: Branch)?|Legislature|Legislative Branch|Judicial Branch)$/i;

/** "The regional body", after its name. */
const REGIONAL = /^the\s(?:(?:regional|continental|sub-?regional)\s)?(?:body|bloc|organi[sz]ation|grouping)$/i;

/** The names of one part of a phrase; a body of the state that the document is about is that state. */
export function resolve(part: string, setting: Setting, recent: Recent, before: Actor[]): Actor[] {
  return resolved(part, setting, recent, before).flatMap((actor) =>
    isStateBody(actor.name, setting) ? named(setting.subject ?? actor.name) : [actor],
  );
}

function resolved(part: string, setting: Setting, recent: Recent, before: Actor[]): Actor[] {
  const bare = part.replace(POINTING, '').replace(KIND_OF_STATE, '');
  // "The State of Tamil Nadu": a part of the state that is spoken of.
  if (/^the\s(?:State|Province|Region|Canton|County) of\s/i.test(part) && setting.names.mentionsIn(part).length === 0)
    return stateMeant(setting, recent) ?? named(properName(bare));
  const early = resolvedEarly(part, bare, setting, recent, before);
  if (early) return early;
  const mention = setting.names.mentionsIn(bare)[0];
  if (mention && isOwnOrgan(bare, mention, setting)) return organ(mention.name, setting, recent);
  if (mention?.start === 0) {
    const known = begunBy(bare, mention);
    if (known) return known;
  }
  if (/\bforeign policy chief\b|\btop diplomat$/i.test(bare) && /\b(?:EU|bloc|Union|Brussels|European)\b/.test(bare))
    return named('High Representative of the Union for Foreign Affairs and Security Policy');
  const office = /^(?:regional|country|liaison|field|sub-?regional)\s+offices?\s+(?:of|for)\s+/i.exec(bare);
  if (office) return resolve(bare.slice(office[0].length), setting, recent, before);
  if (NOT_ORGAN.test(headOf(bare)) || OF_RIGHTS.test(bare) || /^Independent \p{Lu}/u.test(bare))
    return named(properName(bare));
  if (isInGeneral(part)) return group(part);
  if (ABROAD.test(part)) return group(headOf(part));
  if (
    (ORGAN.test(headOf(bare)) || ORGAN_START.test(bare)) &&
    !/\b(?:donor|host|foreign|other|neighbou?ring|western)\s+(?:governments|countries|states)/i.test(part)
  )
    return organ(bare, setting, recent);
  if (OF_A_FIELD.test(bare) && setting.home !== null) return executiveOf(bare, setting) ?? organ(bare, setting, recent);
  if (AGENTS.test(bare)) return group(bare);
  if (PARTY.test(bare)) return executiveOf(bare, setting) ?? stateMeant(setting, recent) ?? group(bare);
  if (STATES.test(bare)) return statesOf(bare, setting);
  if (/^States Parties\b/i.test(bare)) return group('States parties');
  if (/^\p{L}+\s(?:States|Governments|Countries)$/u.test(bare)) return group(bare);
  return /^\p{Lu}/u.test(bare) &&
    (!GROUP.test(headOf(bare).toLowerCase()) ||
      /^\p{Lu}[\p{L}'-]+(?:\s(?:and|of|for|on))*\s\p{Lu}\p{Ll}/u.test(headOf(bare)) ||
      /^\p{Lu}\p{Ll}*[^s\s]\sof\s(?:the\s)?\p{Lu}\p{Ll}/u.test(bare) ||
      /^\p{Lu}\p{Ll}+\s(?:on|for|against)\s(?:the\s)?\p{Lu}\p{Ll}/u.test(bare))
    ? named(expanded(properName(bare), setting))
    : group(bare);
}

function resolvedEarly(
  part: string,
  bare: string,
  setting: Setting,
  recent: Recent,
  before: Actor[],
): Actor[] | undefined {
  if (
    /^(?:all\s)?(?:those|these)\s(?:who|that|which|concerned|responsible|involved|affected)\b/i.test(part) ||
    (/^(?:those|these) /i.test(part) && before.length > 0)
  )
    return [];
  const leaders =
    /^(?:(?:political\s+|military\s+)?leaders|ambassadors?|high commissioners?|chargé d'affaires|permanent representatives?) (?:of|to)\s+(.+)$/i.exec(
      bare,
    );
  const led = leaders && setting.names.mentionsIn(leaders[1] ?? '')[0];
  if (led?.start !== undefined && led.start <= 4 && led.kind === 'state') return named(led.name);
  if (
    /^(?:the|both|two)\s(?:houses|chambers)$/i.test(
      part.replace(/\sof (?:the )?(?:(?:federal|national)\s)?(?:parliament|congress|legislature|assembly)$/i, ''),
    )
  )
    return organ('parliament', setting, recent);
  const described = describedHere(part, bare, setting, recent, before);
  if (described !== undefined) return described;
  const told = pronounOf(part, setting, recent) ?? saidHere(part, bare, setting, recent);
  if (told) return told;
  if (MEMBERS.test(part)) return membersOf(setting, before, part);
  if (OF_MEMBERS.test(bare)) return named(setting.memberStates);
  const ofBody = /^(?:member (?:states|countries)|members) of\s+(?=(?:the\s+)?\p{Lu})/iu.exec(bare);
  if (ofBody) return membersOfBody(bare.slice(ofBody[0].length), setting);
  if (/\bdialogue partners$/i.test(bare) && before[0]) return named('ASEAN dialogue partners');
  const given = apposed(bare, setting.names.mentionsIn(bare))?.name ?? setting.short[bare];
  if (given) return named(given);
  if (/^(?:all|any|every)\s+governments$/i.test(part)) return group(bare);
  return undefined;
}

/** Whom a phrase describes without a name: "the regional body", "the Executive", "the kingdom". */
function describedHere(
  part: string,
  bare: string,
  setting: Setting,
  recent: Recent,
  before: Actor[],
): Actor[] | undefined {
  if (/^(?:all\s)?member (?:states|countries)\s(?:with|whose|where|on)\s/i.test(bare))
    return membersOf(setting, before, 'member states');
  if (
    recent.under !== undefined &&
    /^(?:(?:Parliament|Congress|Senate|Government|Cabinet|Council of Ministers)|the (?:Parliament|Congress|Senate|Government|Cabinet))$/.test(
      part,
    )
  )
    return named(recent.under);
  if (BRANCH.test(part)) return stateMeant(setting, recent) ?? group(bare);
  const people = peopleOf(part, setting);
  if (people !== undefined) return named(people);
  const taking = /^(?:\p{Ll}+\s)?participants\s(?:of|in)\s(?:the\s)?(\p{Lu}.*)$/u.exec(bare)?.[1];
  const [whole] = taking === undefined ? [] : setting.names.mentionsIn(taking);
  if (whole?.kind === 'body') return named(`${whole.name} participants`);
  const [last] = recent.asked;
  if (REGIONAL.test(part) && recent.asked.length === 1 && last !== undefined && isUnion(last)) return named(last);
  const described = describedBody(bare, setting);
  if (described !== undefined) return named(described);
  if (isDescribedState(part)) {
    const kingdom = kingdomMeant(bare, setting, recent);
    return kingdom === undefined ? (stateMeant(setting, recent) ?? group(bare)) : named(kingdom);
  }
  return undefined;
}

/** What begins with a name that is known: the name itself, an organ of a state, a part of a body. */
function begunBy(bare: string, mention: Mention): Actor[] | undefined {
  const rest = bare.slice(mention.end).replace(/^'s?/, '').trim();
  const isGroup = mention.kind === 'group';
  if (rest === '') return [{ name: mention.name, isGroup }];
  if (MEMBERS.test(rest)) return named(`${mention.name} member states`);
  if (mention.kind !== 'state') {
    if (/^(?:\p{Ll}*)?\s*dialogue partners/u.test(rest)) return named('ASEAN dialogue partners');
    if (/^executive(?:\s(?:arm|branch|body))?$/i.test(rest) && mention.name === 'European Union')
      return named('European Commission');
    if (/^delegations?\b/i.test(rest) && mention.name === 'European Union')
      return named('European External Action Service');
    if (
      /^(?:institutions|leaders|leadership|officials|negotiators|bodies|ministers|governments?)\b/i.test(rest) &&
      mention.name !== 'United Nations'
    )
      return named(mention.name);
    if (mention.name === 'United Nations' && /^\p{Ll}/u.test(rest) && GROUP.test(headOf(rest)))
      return named(headOf(bare));
    if (/^(?:special|mission|office|secretariat|envoy|peacekeeping|human|independent|\p{Lu}|working|fact)/u.test(rest))
      return named(inFull(properName(bare, true)));
    return [{ name: mention.name, isGroup }];
  }
  const head = headOf(rest);
  if (PARTY.test(rest) || OF_A_STATE.test(rest)) return named(mention.name);
  if (/^(?:political\s+|military\s+)?leaders$/i.test(head) || isOffice(rest)) return named(mention.name);
  if (NOT_ORGAN.test(head))
    return named(properName(mention.how === 'demonym' || /^\s\p{Lu}/u.test(bare.slice(mention.end)) ? bare : rest));
  if (ORGAN.test(head)) return named(mention.name);
  if (mention.how === 'name' && /^(?:(?:in|on|at|to|for|through|via|from|with|as|under|and)\b|[-(,])/.test(rest))
    return named(mention.name);
  if (GROUP.test(head) || AGENT.test(head)) return group(bare);
  return mention.how !== 'demonym' && !/^\p{Lu}/u.test(rest) ? named(mention.name) : undefined;
}

/** Whose "Congress" a story means that names it. */
const AMERICA = 'United States of America';

/** An organ of a state is the state: the one that it names, else the one that the text is about. */
function organ(bare: string, setting: Setting, recent: Recent): Actor[] {
  const mentions = setting.names.mentionsIn(bare);
  const house = grammar.houses[bare];
  if (house !== undefined) return named(house);
  const state = mentions.find(({ kind }) => kind === 'state') ?? mentions.find(({ kind }) => kind === 'body');
  if (!state && UNNAMED.test(bare)) return group(bare);
  if (!state && /^(?:U\.?S\.? )?Congress$/.test(bare) && setting.form === 'press' && setting.weights.has(AMERICA))
    return named(AMERICA);
  return state ? named(state.name) : (executiveOf(bare, setting) ?? stateMeant(setting, recent) ?? group(bare));
}

/** "Panel" is what the document calls by its long name: "Panel of Experts". */
function expanded(name: string, setting: Setting): string {
  return setting.short[name] ?? setting.long[name] ?? inFull(name);
}
