// Phrases that begin with a name that is known. Pure.

import {
  type Actor,
  AGENT,
  GROUP,
  headOf,
  MEMBERS,
  named,
  NOT_ORGAN,
  ORGAN,
  PARTY,
  properName,
} from './actor-words.js';
import type { Mention } from './gazetteer.js';
import { group, inFull } from './group-names.js';
import { isOffice } from './office-holders.js';

/** "The UK's special envoy". */
const OF_A_STATE =
  /^(?:(?:[Ss]pecial|[Cc]hief|[Ll]ead|[Pp]ermanent)\s)?(?:[Ee]nvoy|[Rr]epresentative|[Aa]mbassador|[Nn]egotiators?|[Dd]elegation|[Dd]iplomats?|[Ss]ide|[Dd]elegates|[Cc]ounterparts?)(?:\s(?:to|for|on|at|in)\s.*)?$/;

/** "The UK's Office of Financial Sanctions Implementation". */
const DEPARTMENT =
  /^(?:Office|Department|Directorate|Bureau|Service|Authority|Administration|Inspectorate|Secretariat|State Secretariat)\s(?:of|for)\s(?!(?:the\s)?(?:Ombuds|Commissioner|Human Rights))/;

/** What begins with a name that is known: the name itself, an organ of a state, a part of a body. */
export function begunBy(bare: string, mention: Mention): Actor[] | undefined {
  const rest = bare.slice(mention.end).replace(/^'s?/, '').trim();
  const isGroup = mention.kind === 'group';
  if (rest === '') return [{ name: mention.name, isGroup }];
  if (MEMBERS.test(rest)) return named(`${mention.name} member states`);
  if (mention.kind !== 'state') return partOfBody(bare, rest, mention);
  const head = headOf(rest);
  if (PARTY.test(rest) || OF_A_STATE.test(rest)) return named(mention.name);
  if (
    mention.how === 'demonym' &&
    /^(?:(?:political|state|national|public|judicial|security|governing|transitional)\s)*(?:institutions|officials|leadership)$/i.test(
      rest,
    )
  )
    return named(mention.name);
  if (/^(?:political\s+|military\s+)?leaders$/i.test(head) || isOffice(` ${rest}`)) return named(mention.name);
  if (/^\p{Lu}{3,6}$/u.test(rest)) return named(rest);
  if (DEPARTMENT.test(rest) && !NOT_ORGAN.test(rest) && mention.how !== 'capital') return named(mention.name);
  if (NOT_ORGAN.test(head) && mention.how === 'demonym' && !/\p{Lu}/u.test(rest)) return group(bare);
  if (NOT_ORGAN.test(head))
    return named(properName(mention.how === 'demonym' || /^\s\p{Lu}/u.test(bare.slice(mention.end)) ? bare : rest));
  if (ORGAN.test(head)) return named(mention.name);
  if (mention.how === 'name' && /^(?:(?:in|on|at|to|for|through|via|from|with|as|under|and)\b|[-(,])/.test(rest))
    return named(mention.name);
  if (GROUP.test(head) || AGENT.test(head)) return group(bare);
  return mention.how !== 'demonym' && !/^\p{Lu}/u.test(rest) ? named(mention.name) : undefined;
}

/** What begins with a body's name: the body, or a part of it that bears a name of its own. */
function partOfBody(bare: string, rest: string, mention: Mention): Actor[] {
  if (/^(?:\p{Ll}*)?\s*dialogue partners/u.test(rest)) return named('ASEAN dialogue partners');
  if (/^executive(?:\s(?:arm|branch|body))?$/i.test(rest) && mention.name === 'European Union')
    return named('European Commission');
  if (/^Secretary[- ]General\b/.test(rest) && mention.name === 'United Nations')
    return named('United Nations Secretary-General');
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
  return [{ name: mention.name, isGroup: mention.kind === 'group' }];
}
