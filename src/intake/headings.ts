import { opensAsks } from './ask-headings.js';
import { anyOf, grammar, imperatives } from './grammar.js';
import { IN_QUOTES, LINKS } from './linking-lines.js';
import type { Marker } from './markers.js';
import { isOrderBeside } from './orders-beside.js';

const TO = new RegExp(`^(?:${anyOf(grammar.headingTo)})\\s+(?:the\\s+|all\\s+|both\\s+)?\\S`, 'i');
const RECOMMENDATIONS = new RegExp(
  `^(?:(?:[IVX]+|[A-Z]|\\d+)\\.\\s*|(?:chapter|part|section)\\s+[\\dIVX]+\\s*[:.–-]\\s*)?(?:${anyOf(grammar.recommendationsHeading)}|(?:[\\p{L}/-]+\\s+){0,4}recommendations?(?:\\s+(?:to|for|of|on|and|by)\\b.{0,70})?|opinion of .{1,60}|what\\s+(?:the\\s+)?(?:[\\p{L}-]+\\s+){1,5}?(?:can|must|should|ought\\s+to|needs?\\s+to|ha(?:s|ve)\\s+to)\\s+(?:now\\s+|next\\s+)?(?:do|decide|agree|adopt|change|deliver|demand|ask|say|commit\\s+to)(?:\\s.{0,40})?|recommendation\\s+(?:no\\.\\s*)?\\d{1,3}(?:[.-]?\\d+|[A-Z])?|what\\s+(?:must|should|ought\\s+to|needs?\\s+to|has\\s+to|can)\\s+(?:\\p{L}+\\s+){0,4}?(?:change|happen|do|done)(?:\\s+(?:now|next))?|what\\s+we\\s+(?:ask|want|call|recommend|demand)\\b.{0,50})\\s*:?$`,
  'iu',
);
const CLOSED = new RegExp(`^(?:${anyOf(grammar.closedHeading)})\\b`, 'i');
const CLOSING = new RegExp(`^(?:${anyOf(grammar.closings)})\\s*[,:.]*$|^(?:cc|copy|copies|copied to)\\s?[:.]`, 'i');
const SALUTATION = new RegExp(`^(?:${anyOf(grammar.salutations)})\\b.{0,90}[,:]?$`, 'i');
const DATE =
  /^(?:\p{L}+,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}|\p{L}{3,9}\s+\d{1,2}),?\s+\d{4}\.?$|^\p{L}{3,9}\s+\d{4}$/u;
const BYLINE = /^By\s+\p{Lu}[\p{L}.'-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}.'-]+){0,5}$/u;
const DATELINE = /^\p{Lu}[\p{Lu}\s,./]{2,40}(?:\([\w\s]+\)\s*)?[—–-]{1,2}$/u;
const ASKS = new RegExp(
  `\\b(?:${anyOf([...Object.keys(grammar.asking), ...Object.values(grammar.asking).flat(), ...grammar.modals])})\\b`,
  'i',
);

/** Whether a line that is bold from end to end is a heading, and no words of weight. */
export const isBoldHeading = (words: string): boolean =>
  words.length < 130 &&
  words.split(' ').length <= 18 &&
  !/[,;]$/.test(words) &&
  !isSalutation(words) &&
  !isDateline(words) &&
  !ASKS.test(words);
/** Whether a heading says who is asked: "To the Government of ...". */
export const isToHeading = (words: string): boolean => TO.test(words) && !/\bto:$|[;.]$/.test(words);
/** Whether a heading opens recommendations. */
export const isRecommendationsHeading = (words: string): boolean =>
  RECOMMENDATIONS.test(words) ||
  opensAsks(words.replace(/^(?:[IVXLC]+|\p{Lu}|\d+(?:\.\d+)*)[.)]\s+/u, '').replace(/[\s:?]+$/, ''));
/** "The Government's reply", "Previous examination of the case": what others say, or what was said before. */
const OTHERS =
  /^(?:the\s)?(?:complainants?'?s?|government's|state party's|authors?'?s?|respondents?'?s?|company's|parties')\s(?:\p{L}+\s){0,3}(?:allegations?|reply|replies|response|observations|arguments|submissions?|position|comments|statements?)\b|^(?:\p{L}+\s){0,2}(?:allegations|replies|reply|response|observations|comments|submissions)\s(?:of|by|from)\sthe\s(?:complainants?|government|state party|authors?|parties)|^previous (?:examination|consideration|recommendations)\b/iu;
/** Whether what stands below a heading asks nothing: thanks, annexes, sources. */
export const isClosedHeading = (words: string): boolean => CLOSED.test(words) || OTHERS.test(words);
/** Whether a line ends a letter. */
export const isClosing = (words: string): boolean =>
  words.length < 70 && (CLOSING.test(words) || /^signed by (?:\d+|the following|over|more than)\b/i.test(words));
/** Whether a line opens a letter. */
export const isSalutation = (words: string): boolean => SALUTATION.test(words);
/** Dates, authors, places of writing: lines above a text that say nothing. */
export const isDateline = (words: string): boolean => [DATE, BYLINE, DATELINE].some((shape) => shape.test(words));

/** Whether a block stands like a heading: short, without the stop of a sentence, not an order. */
export function looksLikeHeading(words: string, marker?: Marker): boolean {
  if (words.length > 130 || words.split(' ').length > 18 || /[.;,?!]["'”’]*$|\.\s[\p{Lu}(]/u.test(words)) return false;
  if (IN_QUOTES.test(words)) return marker === undefined;
  if (
    isOurs(words) ||
    opensList(words) ||
    /^(?:Resolved|Whereas|WHEREAS)\b|^That\s(?:the|this|all|each|every|an?|no)\s|[—–]$|;\s(?:and|or)$/.test(words)
  )
    return false;
  if (!/^["'(]?[\p{Lu}\d]/u.test(words) || isSalutation(words) || isDateline(words)) return false;
  if (marker && !countsHeadings(marker)) return false;
  if (isToHeading(words) || isRecommendationsHeading(words))
    return !/^(?!What\b).*\b(?:should|must)\b.*:$/.test(words) && !(/\bthat\b.*:$/.test(words) && ASKS.test(words));
  if (words.endsWith(':'))
    return (
      !ASKS.test(words) &&
      !(countsText(marker) && LINKS.test(words)) &&
      (isTitleCase(words) || (isNameOfPart(words) && !(countsText(marker) && SPEAKS.test(words))))
    );
  if (/\([^()]*\p{Lu}[^()]*\)$/u.test(words) && marker?.style === 'dotted') return false;
  return marker === undefined || !beginsWithOrder(words) || (marker.style !== 'number' && marker.style !== 'dotted');
}

/** "Car makers must", without a colon. */
export const opensList = (words: string): boolean =>
  /\b(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|please):?$/.test(words);

const ASKER =
  '(?:[Ww]e|I|(?:[Tt]he|[Tt]his)\\s(?:\\p{Lu}?\\p{L}+\\s){0,3}(?:Committee|Rapporteur|Council|Expert|Experts|Assembly|Parliament|Commission|Group|House|Senate|Chamber|Congress|Conference|Inquiry|Bundestag|organi[sz]ations|undersigned)|she|he|it)';
const OURS = new RegExp(
  `(?:^|,\\s(?:and\\s)?)["']?${ASKER}\\s(?:\\p{Ll}+ly\\s|also\\s|further\\s|furthermore\\s|therefore\\s|moreover\\s|likewise\\s|would\\s(?:be\\sgrateful|like)\\b.*){0,2}(?:${anyOf([...Object.keys(grammar.asking), ...Object.values(grammar.asking).flatMap(([form = '']) => [form])])}|if)(?=[\\s:])`,
  'u',
);
/** "We therefore request that your governments", above a list, is a sentence; so is "the Committee recommends that the State party". */
export const isOurs = (words: string): boolean =>
  (/^["']?(?:We|I)\s/.test(words) && ASKS.test(words)) ||
  (!/^(?:What|How|Why|Where)\b/.test(words) && OURS.test(words));

const HOW = /^(?:better|further|also|not|never|always|do|\p{Ll}{3,}ly)$/u;

/** "In statements, name the practice": when or how it is to be done comes first. */
const WHEN =
  /^(?:In|At|On|During|When|Where|Through|As|With|Within|Before|After|By|Until|Ahead of|Pending|Together with|Beyond|Alongside|Following)\s[^,:;.]{2,80},\s(?=\p{Ll}+\s)/u;

/** Whether the first word is a verb that orders, or the second after how to do it: "Better integrate". */
export function beginsWithOrder(said: string): boolean {
  const words = said.replace(WHEN, '');
  const [first = '', second = ''] = words
    .split(/\s/, 2)
    .map((word) => (/^[\p{L}-]+/u.exec(word)?.[0] ?? '').toLowerCase());
  return (
    imperatives.has(first) ||
    isOrderBeside(words) ||
    (HOW.test(first) && /^[\p{L}-]+\s/u.test(words) && imperatives.has(second))
  );
}

const INFINITIVE =
  /^To\s+(?!the\b|an?\b|all\b|any\b|date\b|our\b|its\b|their\b|this\b|these\b|that\b|those\b|be\b|some\b|many\b|most\b|such\b)\p{Ll}/u;
/** "To end this, the ministry must ...": what for, and then the sentence. */
const PURPOSE = /^To\s[^,]{3,90},\s(?:the|we|it|they|this|all|there|\p{Lu})/u;

/** Whether a line says what is asked: an order, "To ratify ...", "That the State revise ...". */
export function beginsAsAsk(words: string): boolean {
  const verb = /^[Tt]o\s+(?:(?:not|never|further|also|\p{Ll}+ly)\s+)*([\p{L}-]+)/u.exec(words)?.[1] ?? '';
  if (imperatives.has(verb.toLowerCase()))
    return !/^[Tt]o\s[^,]{3,90},\s(?:the|we|it|they)\b.{0,80}\b(?:should|must)\b/.test(words);
  return beginsWithOrder(words) || (INFINITIVE.test(words) && !PURPOSE.test(words)) || /^That\s+\S/.test(words);
}

/** "We recommend:", which leads in what stands below it. */
export const isAskingLine = (words: string): boolean => /:$/.test(words) && words.length < 160 && ASKS.test(words);

function countsHeadings({ style }: Marker): boolean {
  return style === 'number' || style === 'dotted' || style === 'heading-roman' || style === 'capital';
}

/** Whether a line says nothing of who speaks or asks. */
export const isPlain = (words: string): boolean =>
  !ASKS.test(words) && !VERB.test(words) && !STATES.test(words) && !SPEAKS.test(words);
/** "The Committee observes with concern:", in a numbered paragraph. */
const SPEAKS = /^(?:The \p{Lu}|It\b|He\b|She\b|We\b)/u;
const countsText = (marker: Marker | undefined): boolean => marker?.style === 'number' || marker?.style === 'dotted';
const VERB =
  /\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|said|says|include[sd]?|including|following|follows|namely|such as|these|below|we|they|you|it|he|she|that|which|who)\b|^(?:for|in|as|also|and|but|thus|hence|among|namely)\b/i;
const STATES = new RegExp(`\\b(?:${anyOf(grammar.stating)})\\b`, 'i');

/** "Situation since the last session:" says what comes below it, and nothing of it; "In particular:" goes on with what was said. */
const isNameOfPart = (words: string): boolean =>
  words.split(' ').length <= 12 &&
  (/^(?:What|How|Why|Where|Who)\b/.test(words) || !VERB.test(words)) &&
  !STATES.test(words) &&
  !beginsWithOrder(words);

function isTitleCase(words: string): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  return words.split(' ').length <= 12 && long.every((word) => /^\p{Lu}/u.test(word));
}
