import { endsInAgents } from './agent-nouns.js';
import {
  type Actor,
  AGENT,
  GROUP,
  headOf,
  named,
  NOT_ORGAN,
  ORGAN,
  ORGAN_START,
  PARTY,
  properName,
  STATES,
  type Recent,
} from './actor-words.js';
import { begunBy } from './begun-names.js';
import { saidElsewhere } from './described-actors.js';
import { grammar } from './grammar.js';
import { group, inFull, isInGeneral } from './group-names.js';
import { OF_RIGHTS } from './members.js';
import { isOwnOrgan, isStateBody } from './own-organs.js';
import type { Setting } from './setting.js';
import { envoyOf, executiveOf, OF_A_FIELD, stateMeant, statesOf } from './state-meant.js';
import { organ } from './state-organs.js';

const POINTING =
  /^(?:(?:Europe's|Africa's|Asia's|the world's|the region's|the continent's|the|no|all|both|each|every|other|also|relevant|competent|either|neither|your|our|this)\s+)+/i;
/** "Republic of Uganda" is Uganda, where no list has it in full. */
const KIND_OF_STATE =
  /^(?:(?:Islamic|Federal|Democratic|People's|Bolivarian|Plurinational|Socialist|Arab|Federative|Co-operative|Hashemite|Independent)\s){0,3}(?:Republic|Kingdom|State|Sultanate|Principality|Grand Duchy|Federation)\sof\s(?:the\s)?(?=(?!Korea|Moldova|the\sCongo|Congo)\p{Lu})/u;
const OTHER_MINISTER =
  /^(?:Defen[cs]e|Interior|Foreign|Justice|Finance|Health|Labou?r|Education|Environment|Agriculture|Trade|Transport|Energy|Security|Home)\s(?:Minister|Secretary)\s\p{Lu}/u;
/** "Embassies in London": those of all states. */
const ABROAD = /^(?:foreign\s|diplomatic\s)?(?:embassies|missions|diplomats|ambassadors)\s(?:in|at)\s/i;
/** "The Chevening leadership": of a body that no list has. */
const LED =
  /^(\p{Lu}[\p{L}\d&'-]{2,}(?:\s\p{Lu}[\p{L}\d&'-]+){0,3})\s(?:leadership|management|executive board|headquarters)$/u;
/** "The Fano militias": those who fight have a name of their own. */
const ARMED =
  /^(?!.*\b(?:Armed|Local|Foreign|Allied|Rival|Ethnic|Tribal|Islamist|Rebel|Private|Government|Security|Opposition|Separatist)\b)((?:\p{Lu}[\p{L}'-]+\s?){1,3})\s(?:militias?|militants|fighters|rebels|insurgents|guerrillas|jihadists|mercenaries|paramilitaries)$/u;
/** "Car makers": a capital at the beginning of a sentence is no name. */
const AGENTS = /^\p{Lu}\p{Ll}+\s(?:\p{Ll}+\s)*\p{Ll}{2,}$/u;

/** "Those Member States that sit on the Council". */
const SOME_MEMBERS = /^(?:those|such|some)\smember (?:states|countries)\s(?:that|which|whose)\b/i;

/** The names of one part of a phrase; a body of the state that the document is about is that state. */
export function resolve(part: string, setting: Setting, recent: Recent, before: Actor[]): Actor[] {
  if (OPENED.test(part)) return [];
  return resolved(part, setting, recent, before).flatMap((actor) =>
    isStateBody(actor.name, setting) ? named(setting.subject ?? actor.name) : [actor],
  );
}

/** "At the United Nations": a place, an aside, and nobody. */
const OPENED =
  /^(?:at|in|on|for|with|without|by|under|given|despite|pending|after|before|since|during|upon|as|from|within|through|beyond|about)\s/i;

function resolved(part: string, setting: Setting, recent: Recent, before: Actor[]): Actor[] {
  const bare = part.replace(POINTING, '').replace(KIND_OF_STATE, '');
  // "The State of Tamil Nadu": a part of the state that is spoken of.
  if (/^the\s(?:State|Province|Region|Canton|County) of\s/i.test(part) && setting.names.mentionsIn(part).length === 0)
    return stateMeant(setting, recent) ?? named(properName(bare));
  // "Defence Minister Poe" is no head of a state, whoever bears the name elsewhere.
  if (OTHER_MINISTER.test(bare) && setting.names.mentionsIn(bare).every(({ how }) => how === 'leader'))
    return organ('minister', setting, recent);
  const house = grammar.houses[bare] ?? grammar.offices[bare];
  if (house !== undefined) return named(house);
  const envoy = envoyOf(bare, setting);
  if (envoy) return envoy;
  const unlisted = unlistedOf(bare, setting);
  if (unlisted !== undefined) return named(unlisted);
  const early = saidElsewhere(part, bare, setting, recent, before);
  if (early) return early;
  const [mention] = setting.names.mentionsIn(bare);
  if (mention && isOwnOrgan(bare, mention, setting)) return organ(mention.name, setting, recent);
  const known = mention?.start === 0 ? begunBy(bare, mention) : undefined;
  if (known) return known;
  if (isTopDiplomat(bare)) return named('High Representative of the Union for Foreign Affairs and Security Policy');
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
  if (AGENTS.test(bare) && (AGENT.test(bare) || endsInAgents(bare))) return group(bare);
  if (PARTY.test(bare)) return executiveOf(bare, setting) ?? stateMeant(setting, recent) ?? group(bare);
  if (STATES.test(bare) || SOME_MEMBERS.test(part)) return statesOf(bare, setting);
  if (/^States Parties\b/i.test(bare)) return group('States parties');
  if (/^\p{L}+\s(?:States|Governments|Countries)$/u.test(bare)) return group(bare);
  return isName(bare) ? named(expanded(properName(bare), setting)) : group(bare);
}

/** A name that no list has, before a noun that says what it is. */
const unlistedOf = (bare: string, { names }: Setting): string | undefined =>
  [LED.exec(bare)?.[1], ARMED.exec(bare)?.[1]].find(
    (name) => name !== undefined && names.mentionsIn(name).length === 0,
  );

/** Whether a phrase is a name, and not a group whose noun begins a sentence. */
const isName = (bare: string): boolean =>
  /^\p{Lu}/u.test(bare) &&
  (!(
    GROUP.test(headOf(bare).toLowerCase()) ||
    (/^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(headOf(bare)) && endsInAgents(headOf(bare)))
  ) ||
    /^\p{Lu}[\p{L}'-]+(?:\s(?:and|of|for|on))*\s\p{Lu}\p{Ll}/u.test(headOf(bare)) ||
    /^\p{Lu}\p{Ll}*[^s\s]\sof\s(?:the\s)?\p{Lu}\p{Ll}/u.test(bare) ||
    /^\p{Lu}\p{Ll}+\s(?:on|for|against)\s(?:the\s)?\p{Lu}\p{Ll}/u.test(bare));

/** "Panel" is what the document calls by its long name: "Panel of Experts". */
function expanded(name: string, setting: Setting): string {
  return setting.short[name] ?? setting.long[name] ?? inFull(name);
}

/** "The bloc's foreign policy chief". */
const isTopDiplomat = (bare: string): boolean =>
  /\bforeign policy chief\b|\btop diplomat$/i.test(bare) && /\b(?:EU|bloc|Union|Brussels|European)\b/.test(bare);
