import { ADVERB, verbs } from './asking-verbs.js';
import { anyOf, grammar } from './grammar.js';

/** The expressions by which a sentence is seen to ask, made once from the words of the language. */

const third = Object.values(grammar.asking).map(([form = '']) => form);
const past = Object.values(grammar.asking).flatMap(([, form = '', , other]) =>
  other === undefined ? [form] : [form, other],
);
const going = Object.values(grammar.asking).map(([, , form = '']) => form);
const base = Object.keys(grammar.asking);
/** The verbs of asking as a motion has them: "that the House urge", "that this House urges". */
export const motionVerbs = verbs([...base, ...third]);
const ADVERBS = `(?:(?:,\\s*)?${ADVERB}(?:\\s*,)?\\s+){0,3}`;
const RENEW = `(?:${anyOf(grammar.renewing)})\\s+(?:its|their|his|her|our|my|the)\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:${anyOf(grammar.renewed)})(?:\\s+of\\s+(?:the|her|his|its|their)\\s[^,;:]{3,40}?(?=\\s+that\\b))?(?:\\s+(?:to|on|upon|for)\\b|(?=\\s+that\\b))`;

/** "Renewed her call on", as a story tells it. */
const RENEWED = `(?:${anyOf(grammar.renewedBefore)})\\s+(?:its|their|his|her|an?|the)\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:${anyOf(grammar.renewed)})\\s+(?:to|on|upon)`;

/** "Urges ...", "Also calls upon ..." at the beginning of a numbered paragraph. */
export const operative = new RegExp(
  `^["']?(?:(?:and|but)\\s+)?(?:${ADVERBS})(${verbs(third)}|${RENEW})(?:,?\\s+${ADVERB}(?:,)?(?=\\s))*(?=[\\s,:])`,
  'iu',
);
/** "(c) To request the Secretary-General ...", "Urge Chad": below "Decides to" a resolution has its verbs so. */
export const infinitive = new RegExp(
  `^(?:To\\s+)?(?:${ADVERBS})(${verbs(base)})(?:,?\\s+${ADVERB}(?:,)?(?=\\s))*(?=[\\s,:])`,
  'iu',
);
/** "We regret ..., and call on": a second ask of somebody who says "we". */
export const ourSecond = new RegExp(
  `(?:[;,]\\s*(?:and|but)?|\\s(?:and|but))\\s+(${ADVERBS}(?:${verbs(base)}|${RENEW})(?:,?\\s+${ADVERB}(?:,)?(?=\\s))*)(?=[\\s,:])`,
  'giu',
);
/** Verbs that ask only with whom and "to": many are nouns as well ("the following orders:"), and stories tell by them what was ordered. */
const ofOrders = new Set(
  grammar.askingFrames['only-with-to'].flatMap((verb) => [verb, ...(grammar.asking[verb] ?? [])]),
);
const ofAsking = (forms: readonly string[]): string[] => forms.filter((verb) => !ofOrders.has(verb));
/** "We recommend:": what is recommended stands below. */
export const announcing = new RegExp(
  `\\b(?:${verbs(ofAsking([...third, ...base]))}|(?:is|are|am)\\s+(?:${ADVERB}\\s+)?${verbs(going)})(?:\\s+(?:that|to|the following(?:\\s+\\p{L}+)?))?\\s*:$`,
  'iu',
);
/** The same, as a second ask in a sentence. */
export const second = new RegExp(
  `(?:[;,]\\s*(?:and|but)?|\\s(?:and|but))\\s+(${ADVERBS}(?:${verbs(third)}|${RENEW})(?:,?\\s+${ADVERB}(?:,)?(?=\\s))*)(?=[\\s,:])`,
  'giu',
);
/** A verb of asking anywhere, to see who stands before it. */
export const anyVerb = new RegExp(
  `\\b(${verbs([...third, ...base])}|${RENEW})(?:,?\\s+${ADVERB}(?:,)?(?=\\s))*(?=[\\s,:])`,
  'giu',
);
const OF_STORIES = Object.entries(grammar.pressAsking).flatMap(([verb, forms]) => [verb, ...forms]);
const ofStories = new RegExp(`\\b(?:${anyOf(OF_STORIES)})$`, 'i');
/** Whether a verb asks in stories only, and only where it goes on with whom and "to". */
export const asksInStories = (verb: string): boolean => ofStories.test(verb);
/** In the press: what somebody asked, is asking or wants. */
export const told = new RegExp(
  `\\b((?:(?:is|are|was|were|has been|have been)\\s+)?(?:${RENEWED}|${verbs([...ofAsking([...past, ...going, ...third, ...base]), 'wants', 'want', ...OF_STORIES])}))(?=[\\s,])`,
  'giu',
);
/** "is requested to", "are urged to". */
export const passive = new RegExp(
  `\\b(?:is|are|should(?:\\s+also)?\\s+be)\\s+(?:${ADVERB}\\s+){0,2}(${anyOf(grammar.passives)})(?:,\\s[^,;]{3,80}(?:,[^,;]{3,60})?,|\\sby\\s[^,;:]{3,50}?)?\\s+(?:${ADVERB},?\\s+)?(?:not\\s+)?to:?(?:\\s+(?=\\p{Ll})|$)`,
  'giu',
);
/** "Was urged to", "came under pressure from its neighbours to", in a story. */
export const toldTo = new RegExp(
  `\\b(?:is|are|was|were|been|being|comes?|came)\\s+(?:${ADVERB}\\s+){0,2}(${anyOf([...grammar.passives, ...grammar.pressPassives])})(?:\\s(?:by|from)\\s[^,;:."]{3,90}?)?\\s+(?:not\\s+)?to\\s+(?=\\p{Ll})|\\b(?:faces?|faced|facing)\\s(?:\\p{Ll}+\\s){0,3}(calls|pressure|demands)(?:\\s(?:by|from)\\s[^,;:."]{3,90}?)?\\s+(?:not\\s+)?to\\s+(?=\\p{Ll})`,
  'giu',
);
/** "It is recommended that". */
export const impersonal = new RegExp(
  `\\b[Ii]t\\s+is\\s+(?:${ADVERB}\\s+){0,2}(?:recommended|requested|suggested|urged|proposed|advised|hoped|asked|demanded|desired)\\s+(?:to\\s+([^,.;]{3,80}?)\\s+)?that\\s+`,
  'gu',
);
/** Asks of nobody: something that should be done or have been done. */
const UNDONE = `(?!\\s+(?:therefore\\s+|also\\s+|now\\s+|immediately\\s+|not\\s+)?(?:have\\s+(?:\\p{L}+ed|been|told|given|made|done|let|taken|known|seen|held|kept|put|paid|sent|brought|gone|come|had|found|left|said|heard|met|built|shown|spoken|written|led|stood|acted)|not\\s+be\\s+(?:read|understood|seen)|be\\s+(?!prepared|committed|required|encouraged|requested)(?:\\p{L}+ly\\s+)?(?:\\p{L}+ed|held|given|brought|made|put|sent|told|taken|kept|shown|seen|paid|let|read|borne|said|heard|known|understood|found|bought|sold|set|built|drawn|done|met|left|dealt|spent|sold|built|held|freed|forgotten|taught|caught|lost|struck|torn|thrown|worn|won|wound)\\b|not\\s+be\\s+\\p{L}+ed\\b)\\b)`;
/** should, must. */
export const modal = new RegExp(
  `\\b(${anyOf(grammar.modals)}|ought(?:,\\s(?:in addition|therefore|moreover|for (?:its|their|his|her) part|likewise|however|besides|in turn|accordingly|also|too),)\\sto|ought\\s(?:for (?:its|their|his|her) part|also|now|at last|therefore|instead|first|then|in turn|at once|surely) to)\\b${UNDONE}`,
  'giu',
);
/** could, can: among options. */
export const could =
  /\b(could|can|might|may wish to|would do well to|is well placed to|are well placed to|is in a position to|are in a position to)\b(?!\s+(?:also\s+)?(?:be|have)\b)/giu;
/** needs to, has to. */
export const need = new RegExp(`\\b(${anyOf(grammar.needs)})\\b(?!\\s+be\\b)${UNDONE}`, 'giu');
/** "considers that", after which "should" is the issuer's. */
export const advice = new RegExp(
  `(?:^|[\\s,;])(?:${anyOf(grammar.advice)})(?:,?\\s+(?:${ADVERB}),?)*(?:\\s+(?:strongly|it\\s+\\p{L}+))?,?\\s*(?:that,?\\s*)?$`,
  'iu',
);
/** "said that", "told a news conference in Geneva on Monday that", after which it is the speaker's. */
export const said = new RegExp(
  `\\b(?:${anyOf(grammar.advisedPast)})(?:\\s+(?:on\\s+\\p{Lu}\\p{L}+|\\p{Lu}\\p{L}+|reporters|journalists|[\\p{L}]+\\s+in\\s+[\\p{L} ]+))?(?:\\s+that)?,?\\s*["']?$|\\b(?:${anyOf(grammar.advisedPast)})\\s[^;:"]{3,90}?\\sthat\\s*["']?$`,
  'iu',
);
/** Laws and other people, whose "shall" and "should" are not the issuer's. */
export const lawSays = new RegExp(`\\b(?:${anyOf(grammar.lawSays)})\\s+(?:\\p{L}+\\s+){0,3}that\\b[^.;]*$`, 'iu');
/** Asked in the past. */
export const history = new RegExp(
  `\\b(?:${anyOf(grammar.history)})\\b|\\b(?:in|since|during|by)\\s+(?:his|her|its|their|a|the)?\\s*(?:\\p{L}+\\s+)?(?:19|20)\\d{2}\\b`,
  'iu',
);
/** "We are calling on", "I am asking". */
export const asking = new RegExp(
  `\\b(?:[Ww]e\\s+are|[Ww]e're|I\\s+am)\\s+(?:${ADVERB}\\s+){0,2}(${verbs(going)})(?=\\s(?!for\\b))`,
  'u',
);
/** "Freed Voices is calling on": the same of an issuer by its name. */
export const theirAsking = new RegExp(`\\b(?:is|are)\\s+(?:${ADVERB}\\s+){0,2}(${verbs(going)})(?=\\s)`, 'gu');
/** Polite orders. */
export const polite =
  /(?:^|:\s)(?:(?:First|Firstly|Second|Secondly|Third|Thirdly|Finally|Lastly|Also|In addition|Therefore|Meanwhile|In particular|Above all|[^,:;.]{2,40},),?\s+)?(?:[Pp]lease|[Kk]indly)\s+(?=\p{Ll})|\b(?:would|should)\s+(?:also\s+)?be\s+(?:most\s+|very\s+)?grateful\s+if\s+(?=you\b)|\bwould\s+(?:greatly\s+)?(?:appreciate|welcome)\s+it\s+if\s+(?=you\b)|\bwould\s+(?:also\s+)?(?:be\s+(?:most\s+)?grateful|appreciate\s+it|welcome\s+it)\s+if\s+(?=(?:the\s+Government|the\s+State\s+party|your\b))|^(?:Could|Would|Will)\s+(?=(?:you|your\s\p{L}+)\b[^.?]*\bplease\b)|^(?:May|Might|Could|Can)\s(?:we|I)\s(?:also\s|therefore\s)?(?:have|hope\sfor|expect|receive|look\sforward\sto)\s(?=an?\s|the\s|your\s)/u;
const frame = Object.fromEntries(
  Object.entries(grammar.askingFrames).map(([name, list]) => [
    name,
    new RegExp(`\\b${verbs(list.flatMap((verb) => [verb, ...(grammar.asking[verb] ?? [])]))}`, 'i'),
  ]),
) as Record<keyof typeof grammar.askingFrames, RegExp>;

/** Whether a verb asks only in some frame. */
export function needs(verb: string, name: keyof typeof grammar.askingFrames): boolean {
  return frame[name].test(verb);
}

const bare = new RegExp(
  `^(?:${verbs(base)}|${anyOf(grammar.renewing.filter((verb) => !verb.endsWith('s')))}\\b.*)$`,
  'i',
);

/** Whether a verb stands as "we" and "they" use it. */
export function isBase(verb: string): boolean {
  return bare.test(verb) && !/^\p{L}+s\b/u.test(verb.replace(/^press\b/i, 'pre'));
}
