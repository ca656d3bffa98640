// Whom it moves that something depends on what they do. Pure.

import { actorsOf } from './actors.js';
import type { Mention } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import type { Clause, Pressed } from './pressed-clause.js';
import { lastOf, namedBefore } from './named-before.js';

const { benefits: BENEFITS, withholding: WITHHOLDING, conditionWords: CONDITIONS } = grammar;
const AID =
  /\b(?:aid|assistance|funding|funds|loans?|lending|sales|arms|exports|preferences|budget support|credits?|grants?|support|agreement|tranches?|instal?lments?|disbursements?|cooperation|partnership|money|relief|visas?|visa-free travel|liberali[sz]ation|credentials|accreditation|membership|candidacy)\b/i;
const BENEFIT = new RegExp(`\\b(?:${anyOf(BENEFITS)})s?\\b`, 'i');
const CONDITION =
  /\b(?:conditional|condition|contingent|dependent|depend(?:ent)?|conditioned|subject|tied?|link(?:ed)?|bind|peg|attach|hinge|predicate)\b.{0,60}?\b(?:on|upon|to)\s+|\b(?:until|till|unless|while|before|only (?:if|when|once|after|as|in step with)|in step with|in line with|provided that|on condition that|as long as|so long as|in exchange for|in return for|pending)\s+/gi;
/** "The next loan should be conditional on": words that need no verb of withholding. */
const OF_ITSELF = /^(?:conditional|contingent|dependent|conditioned|depend|tied|linked|hinge)/i;
const VERB = new RegExp(`\\b(?:${anyOf(WITHHOLDING)})\\b`, 'i');
/** What is held back from people, and no benefit of a state: "suspend returns to Chad until". */
const OF_PEOPLE =
  /\b(?:returns?|deportations?|removals?|extraditions?|deployments?|placements?|transfers? of (?:detainees|prisoners|persons))\b/i;
const DEED =
  /^(?:the\s)?(?:\p{Ll}+\s){0,2}?(?:release|lifting|repeal|end|return|reform|abolition|ratification|adoption|holding|freeing|closure|reopening|compliance|progress|respect|improvement|withdrawal|cooperation|implementation|restoration|investigation|publication|disclosure|removal|resumption|admission|establishment|payment|signature|recognition|acceptance|protection|record|steps|human rights|(?!notification|authori[sz]ation|consultation|permission|consent|approval|discussion|negotiation|information|regulation|legislation|document|treatment)[\p{Ll}-]{3,}(?:tion|sion|ment|al|ance|ence|ing))\b(?!\s(?:rate|rates)\b)/u;

/** States, and those who hold a land like one. */
const isMovable = ({ kind, name }: Mention): boolean => kind === 'state' || grammar.deFactoPowers.includes(name);

/** "Make the loans conditional on Kenya's ...", "suspend the agreement until Kenya ...", "attach conditions to loans to Kenya". */
export function conditions(clause: Clause): Pressed[] {
  const attached = [...madeToDepend(clause), ...attachedTo(clause)];
  if (attached.length > 0) return attached;
  const price = PRICE.exec(clause.words);
  if (price) return [{ at: price.index, names: lastOf(clause, clause.words.slice(0, price.index)) }];
  return matchesIn(clause.words, CONDITION).flatMap((match) => {
    const before = clause.words.slice(0, match.index);
    const isHeld = VERB.test(before + match[0]) || (OF_ITSELF.test(match[0]) && BENEFIT.test(before));
    const names = isHeld ? dependingOn(clause, match) : [];
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}

function dependingOn(clause: Clause, { index, 0: joint }: RegExpExecArray): string[] {
  const { words, addressees, setting, recent } = clause;
  const before = words.slice(0, index);
  const rest = words.slice(index + joint.length);
  if (OF_PEOPLE.test(before) || A_DAY.test(rest)) return [];
  const mention = setting.names.mentionsIn(rest)[0];
  const several = SEVERAL.exec(rest)?.[0];
  if (several !== undefined) return actorsOf(several, setting, recent).map(({ name }) => name);
  const isBenefit = BENEFIT.test(before + joint) && mention !== undefined && mention.start < 80;
  const isOfIt = mention !== undefined && DEED.test(rest) && mention.start < 60;
  if (mention !== undefined && isMovable(mention) && (mention.start < 25 || isBenefit || isOfIt)) return [mention.name];
  // "Access for the registries of Chad and Mali conditional on their record".
  if (/^(?:their|its)\s/.test(rest) && BENEFIT.test(before)) {
    const last = (recent.groups ?? []).findLast((names) => names.some((name) => !addressees.includes(name)));
    const whose = namedBefore(before, setting);
    if (whose === undefined && last !== undefined) return last;
  }
  // "Withhold the aid until the bans are lifted": whoever the text is about is to lift them.
  const isDone = DONE.test(rest);
  const held = before + joint;
  const given = GIVEN_TO.exec(before)?.[1];
  const [receiver] = given === undefined ? [] : setting.names.mentionsIn(given);
  if (receiver?.kind === 'state' && receiver.start <= 4 && !addressees.includes(receiver.name) && mention === undefined)
    return [receiver.name];
  const dealt = isDone && mention === undefined ? dealtWith(before, clause) : undefined;
  if (dealt !== undefined) return [dealt];
  if (mention === undefined && BENEFIT.test(held) && (isDone || DEED.test(rest))) {
    const whose = namedBefore(held, setting);
    if (whose !== undefined && !addressees.includes(whose)) return [whose];
    return AID.test(held) ? ownerOf(clause) : [];
  }
  return /^the (?:government|authorities|junta|military|generals|kingdom|regime)\b/i.test(rest)
    ? actorsOf('the Government', setting, recent).map(({ name }) => name)
    : [];
}

/** Whose aid it is, where the words around it do not say: a state named before in the sentence, else the one that the text is about. */
function ownerOf(clause: Clause, before = ''): string[] {
  const named = namedBefore(`${clause.opening ?? ''} ${before}`, clause.setting, clause.addressees);
  const { subject, form, weights } = clause.setting;
  const isOther = (name: string | null): name is string => name !== null && !clause.addressees.includes(name);
  const most = [...weights].filter(([name]) => isOther(name)).sort((a, b) => b[1] - a[1])[0]?.[0];
  const owner = named ?? (isOther(subject) ? subject : form === 'letter' ? most : undefined);
  return owner === undefined ? [] : [owner];
}

const SEVERAL =
  /^(?:the|all|both) (?:(?:two|three|four) )?(?:countries|states|governments)\b|\b(?:the|all) (?:two|three|four) (?:countries|states|governments)\b/i;
/** "Before the end of 2026": by when, and on no condition. */
const A_DAY =
  /^(?:the\s)?(?:end\sof\s(?:the\s)?(?:\d|year|month|\p{Lu}\p{Ll}+\s\d)|(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?\d{4}|\d)/u;
/** "Until the bans are lifted", "before they leave". */
const DONE =
  /\b(?:is|are|has|have)\s+(?:been\s+)?(?:\p{L}+(?:ed|n)|back|out|home|over|put|let|met|held|built|shut|found|free|paid|told|heard|sent|safe|alive|gone|brought|left|made|come|begun|done|kept|said|won|lost|stood|read|cut|set|quit|independent|in place|in force|complete|clear|able|open)\b|\b(?:can|may)\s(?:be\s\p{L}+|visit|return|work|enter|leave|vote|speak|meet|live)\b|^(?:they|it|he|she|these|those|both)\s(?:is|are|has|have|can|do|does|\p{Ll}+s)\b/u;

/** "Make new projects in Chad and Mali conditional on": whatever it is that depends. */
const MADE =
  /\b(?:mak(?:e|ing)|render(?:ing)?|keep(?:ing)?|leav(?:e|ing))\s([^;.:]{3,140}?)\s(?:strictly\s|explicitly\s|wholly\s)?(?:conditional|dependent|contingent|conditioned|subject|depend|hinge|rest)\s(?:on|upon|to)\s/gu;

/** "A public undertaking by Kilima that". */
const UNDERTAKEN =
  /^[^;.:]{3,60}?\sby\s((?:the\s)?\p{Lu}[^,;.:]{2,50}?)(?=\s(?:that|to|not|of|in|on|for|at)\s|[,;.:]|$)/u;

function madeToDepend(clause: Clause): Pressed[] {
  const { words, addressees, setting } = clause;
  return matchesIn(words, MADE).flatMap(({ index, 0: whole, 1: what = '' }) => {
    const rest = words.slice(index + whole.length).split(/[;.]/)[0] ?? '';
    const [first] = setting.names.mentionsIn(rest);
    const isTheirs =
      first !== undefined && isMovable(first) && first.start < 70 && (first.start < 25 || DEED.test(rest));
    const held = setting.names
      .mentionsIn(what)
      .filter(({ kind, name }) => kind === 'state' && !addressees.includes(name));
    const undertaken = UNDERTAKEN.exec(rest)?.[1];
    const given = isTheirs ? [first.name] : [...new Set(held.map(({ name }) => name))];
    const named = given.length === 0 && undertaken !== undefined ? actorsOf(undertaken, setting, clause.recent) : [];
    const others = [given, named.map(({ name }) => name)].find(({ length }) => length > 0);
    const names = others ?? (AID.test(what) ? ownerOf(clause, words.slice(0, index)) : []);
    // Before what others find there: it says of whom the condition is.
    return names.length > 0 ? [{ at: index - 1, names }] : [];
  });
}

/** "Freeze budget aid to Burundi unless". */
const GIVEN_TO = new RegExp(
  `\\b(?:${anyOf(BENEFITS)})s?\\s(?:to|for|with|from)\\s((?:the\\s)?\\p{Lu}[^,;.]{2,40}?)(?:\\s(?:should|must|ought to|shall|needs? to|is to|are to)\\s(?:\\p{Ll}+ly\\s)?be\\b)?[,\\s]*$`,
  'u',
);

/** "Not sell boats to Chad until the army has left", "sign nothing with Chad before they are back". */
const DEALT_WITH = /\s(?:to|for|with|from)\s((?:the\s)?\p{Lu}[^,;.]{2,40}?)[,\s]*$/u;
const NOT_DEALT =
  /\b(?:not|no|nothing|never|none|neither|refuse|refrain|withhold|suspend|stop|halt|freeze|postpone|delay|block|hold)\b/i;

function dealtWith(before: string, { addressees, setting }: Clause): string | undefined {
  const party = NOT_DEALT.test(before) ? (DEALT_WITH.exec(before)?.[1] ?? '') : '';
  const [dealt] = setting.names.mentionsIn(party);
  return dealt?.kind === 'state' && dealt.start <= 4 && !addressees.includes(dealt.name) ? dealt.name : undefined;
}

/** "Make that the price of their support": whoever the text is about. */
const PRICE =
  /(?<!\bnot\s)\bmak(?:e|ing)\s[^;.:]{2,110}?,?\s(?:an?|the)\s(?:price|condition|precondition|prerequisite|requirement|test)\s(?:of|for)\b/u;

/** "Attach conditions to its loans to Kenya", "write a clause into the agreement with Kenya". */
const ATTACHED = new RegExp(
  `\\b(?:${anyOf(CONDITIONS.verbs)})\\s[^;.:]{0,90}?\\b(?:${anyOf(CONDITIONS.nouns)})\\b[^;.:]{0,80}?\\b(?:${anyOf(BENEFITS)})s?\\s(?:[\\p{Ll}]+\\s){0,3}?(?:with|to|for|from)\\s(?=(?:the\\s)?\\p{Lu})`,
  'iu',
);

function attachedTo({ words, setting }: Clause): Pressed[] {
  const match = ATTACHED.exec(words);
  const [mention] = match ? setting.names.mentionsIn(words.slice(match.index + match[0].length)) : [];
  return match && mention?.kind === 'state' && mention.start <= 4 ? [{ at: match.index, names: [mention.name] }] : [];
}
