import {
  AGENT,
  apposed,
  clean,
  GROUP,
  headOf,
  MEMBERS,
  NO_ACTOR,
  ORGAN_END,
  PARTY,
  STATES,
  TAIL,
} from './actor-words.js';
import { endsInAgents } from './agent-nouns.js';
import { CALLED, withoutAsides } from './party-asides.js';
import { conjuncts } from './conjuncts.js';
import { grammar } from './grammar.js';
import { isDescribedBody, isDescribedState, peopleOf, UNION_DELEGATION } from './described.js';
import { isOffice } from './office-holders.js';
import { EVERYBODY } from './readers.js';
import { isWrittenTo } from './said-here.js';
import type { Setting } from './setting.js';
import { OF_A_BODY, toldBy, WITH_NAME } from './told-by.js';

const NOBODY_YET = { asked: [], states: [], bodies: [''] };

/** Whether a phrase names somebody who can act: not a thing, not a reader, not a victim. */
export function isActor(phrase: string, setting: Setting): boolean {
  const whole = withoutAsides(phrase).replace(TAIL, '');
  if (CALLED.test(phrase) || peopleOf(phrase.trim(), setting) !== undefined) return true;
  return conjuncts(whole, setting.names.mentionsIn(whole)).some((piece) => isOneActor(piece, setting));
}

/** Whether every part of a phrase names somebody who can act, as a heading that addresses people does. */
export function areActors(phrase: string, setting: Setting): boolean {
  const whole = withoutAsides(phrase).replace(TAIL, '');
  return conjuncts(whole, setting.names.mentionsIn(whole)).every((piece) => isOneActor(piece, setting));
}

/** Who holds an office of its own: "the Commissioner should publish". */
const HOLDER =
  /^(?:(?:High|Chief|Deputy|Public|People's|Civil|Human|Rights|Children's|Parliamentary)\s){0,2}(?:Commissioner|Ombuds(?:man|person|woman)|Defender|Rapporteur|Coordinator|Registrar|Auditor|Prosecutor|Mayor|Envoy)$/;

/** "Your delegation": who acts for whom a letter is written to. */
const YOURS =
  /^your\s(?:\p{L}+\s){0,2}(?:delegations?|missions?|officials|staff|colleagues|diplomats|officers|services|governments?|ministr(?:y|ies)|ministers?|embass(?:y|ies)|offices?|company|bank|board|team|administration|department|country|countries|Excellenc(?:y|ies)|parliament|party|group|negotiators|representatives?|envoys?|ambassadors?)$/iu;

/** "Member states with embassies in Hanoi". */
const MEMBERS_WITH = /^member (?:states|countries)\s(?:with|whose|where|on)\s/i;

/** "Public Order Act": what is written asks nobody and is asked nothing. */
const TEXT =
  /\b(?:Acts?|Bills?|Laws?|Codes?|Conventions?|Covenants?|Protocols?|Constitution|Treat(?:y|ies)|Directives?|Regulations?|Charter|Decrees?|Ordinances?|Declaration|Agreements?|Guidelines|Principles|Rules|Strateg(?:y|ies)|Roadmap|Pact|Statutes?|Resolutions?|Articles?|Plan|Accords?)$/;

function isOneActor(phrase: string, setting: Setting): boolean {
  const part = clean(phrase.replace(TAIL, '')).replace(
    /^(?:the|all|both|each|every|other|also|our|your)\s+(?=\S+)/i,
    '',
  );
  if (
    /^(?:you|they|them|it|he|she|him|her|(?:both |two )?Koreas|both|neither|we|latter|former|all (?:two|three|four))$/i.test(
      part,
    )
  )
    return !/^we$/i.test(part);
  if (/^those\s(?:that|who|which)\s\p{Ll}/iu.test(phrase.trim())) return true;
  const told = isTold(phrase.trim(), part, setting);
  if (told !== undefined) return told;
  if (isDescribedState(phrase.trim()) || isDescribedBody(part, setting)) return true;
  const head = headOf(part).replace(/ to (?:the |an? )?(?:armed )?conflict$/, '');
  const mention = setting.names.mentionsIn(part)[0];
  const isNamed =
    mention?.start === 0 &&
    (mention.end === part.length || /^(?:,| and | or |\s*\/|'s?$)|^\s(?:in|at)\s\p{Lu}/u.test(part.slice(mention.end)));
  if (
    mention?.how === 'demonym' &&
    mention.start === 0 &&
    /^\s(?:delegation|side|counterparts?|delegates)$/i.test(part.slice(mention.end))
  )
    return true;
  if (isNamed) return mention.how !== 'demonym';
  if (mention?.start === 0 && mention.kind === 'state' && isOfAState(part.slice(mention.end))) return true;
  if (apposed(part, setting.names.mentionsIn(part))) return true;
  if (/^(?:\p{Ll}+\s)?participants\s(?:of|in)\s(?:the\s)?\p{Lu}/u.test(part)) return true;
  if (NO_ACTOR.test(head) || /^(?:this|that|there|what|any|no|nobody|these|those|such)$/i.test(part)) return false;
  if (ORGAN_END.test(head) || PARTY.test(part) || STATES.test(part) || MEMBERS.test(part) || MEMBERS_WITH.test(part))
    return true;
  if (GROUP.test(head) || AGENT.test(head) || (setting.form !== 'press' && endsInAgents(head)) || HOLDER.test(part))
    return true;
  if (mention?.start === 0 && mention.kind !== 'state') return /^\s+\p{Lu}/u.test(part.slice(mention.end));
  if (setting.short[head] || Object.keys(setting.short).includes(part)) return true;
  return !TEXT.test(head) && /^\p{Lu}[\p{L}'-]+(?:\s+(?:of|for|on|and|the|\p{Lu}[\p{L}'-]+))+$/u.test(part);
}

/** Behind a state's name: "President Moon"; an organ, also where the name holds an "of" ("the Republic of Korea government"). */
const isOfAState = (rest: string): boolean => isOffice(rest) || ORGAN_END.test(rest);

/** What the document, or the phrase, says of who acts, where no name does. */
function isTold(phrase: string, part: string, setting: Setting): boolean | undefined {
  if (isWrittenTo(phrase, setting) || (setting.readers.length > 0 && EVERYBODY.test(phrase))) return true;
  if (setting.you.length > 0 && YOURS.test(phrase)) return true;
  if (peopleOf(phrase, setting) !== undefined) return true;
  if (/^["'“]*(?:an?|any)\sstate\sof\s(?:emergency|siege|war|exception|alert|affairs)\b/i.test(phrase)) return false;
  if (/^the\s(?:regional|continental|sub-?regional)\s(?:body|bloc|organi[sz]ation|grouping)$/i.test(phrase))
    return true;
  if (/^the\s(?:Executive(?: Branch)?|Legislature|Legislative Branch|Judicial Branch)$/i.test(phrase)) return true;
  if (UNION_DELEGATION.test(phrase) || (grammar.houses[part] ?? grammar.offices[part]) !== undefined) return true;
  if (toldBy(phrase, setting, NOBODY_YET) !== undefined || OF_A_BODY.test(part) || WITH_NAME.test(phrase)) return true;
  return undefined;
}
