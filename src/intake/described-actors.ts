// Who is named by what the document says of them, and not by a name. Pure.

import { type Actor, apposed, MEMBERS, named, type Recent } from './actor-words.js';
import {
  describedBody,
  isDescribedState,
  kingdomMeant,
  peopleOf,
  republicMeant,
  UNION_DELEGATION,
} from './described.js';
import { group } from './group-names.js';
import { membersOf, membersOfBody, OF_MEMBERS } from './members.js';
import { readersCalled } from './readers.js';
import { pronounOf, saidHere } from './said-here.js';
import type { Setting } from './setting.js';
import { organ } from './state-organs.js';
import { stateMeant } from './state-meant.js';
import { OF_A_BODY, toldBy, WITH_NAME } from './told-by.js';
import { isUnion } from './unions.js';

/** "The embassy in Santo Domingo": of whom a letter or a heading speaks. */
const POSTED =
  /^(?:the|your|our)\s(?:(?:ambassador|embassy|embassies|consul(?:ate|-general)?|consulates|chargé d'affaires)(?:\s(?:in|to|at)\s(?:the\s)?\p{Lu}[\p{L}' -]+)?|(?:high commissioner|high commission|mission|envoy)\s(?:in|to|at)\s(?:the\s)?\p{Lu}[\p{L}' -]+)$/iu;

/** "Those concerned". */
const THOSE = /^(?:all\s)?(?:those|these)\s(?:who|that|which|concerned|responsible|involved|affected)\b/i;

/** The state whose embassy it is. */
const senderOf = ({ you, home }: Setting, { under }: Recent): string | undefined =>
  under ?? (you.length === 1 ? you[0] : undefined) ?? home ?? undefined;

/** A power of the state. */
const BRANCH = /^the\s(?:Executive(?: Branch)?|Legislature|Legislative Branch|Judicial Branch)$/i;

/** "The regional body", after its name. */
const REGIONAL = /^the\s(?:(?:regional|continental|sub-?regional)\s)?(?:body|bloc|organi[sz]ation|grouping)$/i;

/** Whom a phrase means by what the document, or the phrase before it, says; `undefined` where its own words are to tell. */
export function saidElsewhere(
  part: string,
  bare: string,
  setting: Setting,
  recent: Recent,
  before: Actor[],
): Actor[] | undefined {
  if (THOSE.test(part) || (/^(?:those|these) /i.test(part) && before.length > 0)) return [];
  const readers = readersCalled(part, setting.readers, (name) => isState(name, setting));
  if (readers !== undefined) return readers.flatMap(named);
  if (UNION_DELEGATION.test(bare) && (setting.bloc === 'European Union' || setting.short['Union'] === 'European Union'))
    return named('European External Action Service');
  const republic = republicMeant(bare, setting);
  if (republic !== undefined) return named(republic);
  const led = ledBy(bare, setting);
  if (led !== undefined) return named(led);
  if (
    /^(?:the|both|two)\s(?:houses|chambers)$/i.test(
      part.replace(/\sof (?:the )?(?:(?:federal|national)\s)?(?:parliament|congress|legislature|assembly)$/i, ''),
    )
  )
    return organ('parliament', setting, recent);
  const posted = POSTED.test(part) ? senderOf(setting, recent) : undefined;
  if (posted !== undefined) return named(posted);
  const called = toldBy(part, setting, recent) ?? namedWith(part);
  if (called !== undefined) return called.flatMap((name) => inList(name, setting));
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

/** "Glencore's board", "the union UNTC". */
const namedWith = (part: string): string[] | undefined => {
  const name = OF_A_BODY.exec(part)?.[1] ?? WITH_NAME.exec(part)?.[1];
  return name === undefined ? undefined : [name];
};
const inList = (name: string, { names }: Setting): Actor[] => {
  const [mention] = names.mentionsIn(name);
  return named(mention?.start === 0 && mention.end === name.length ? mention.name : name);
};

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
  if (taking !== undefined) return named(bare.charAt(0).toUpperCase() + bare.slice(1));
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

const isState = (name: string, { names }: Setting): boolean => names.mentionsIn(name)[0]?.kind === 'state';

/** "Leaders of Chad", "the ambassador of Mali". */
function ledBy(bare: string, { names }: Setting): string | undefined {
  const whose =
    /^(?:(?:political\s+|military\s+)?leaders|ambassadors?|high commissioners?|chargé d'affaires|permanent representatives?) (?:of|to)\s+(.+)$/i.exec(
      bare,
    )?.[1];
  const [first] = whose === undefined ? [] : names.mentionsIn(whose);
  return first?.kind === 'state' && first.start <= 4 ? first.name : undefined;
}
