import { actorsOf } from './actors.js';
import { doneHalves } from './done-clauses.js';
import { isOfOneState } from './state-meant.js';
import type { Cited, Notes } from './notes.js';
import { because } from './reason.js';
import { sentencesOf } from './sentences.js';
import { TO_BE_DONE } from './sentence-shapes.js';
import { isUnder } from './pressed-party.js';
import { isActor } from './who-acts.js';

/** "The delegation stated that the law should be read so": somebody else's view. */
const STATED =
  /\b(?:stated|said|reported|explained|replied|indicated|argued|told|maintained|ruled|held|heard|claims?|says?|argues?)\b[^.;]*?\bthat\b[^.;]*?\b(?:should|must|shall|ought|needs?|ha(?:s|ve) to)\b/i;

/** Where a sentence stands in its passage, and whether it leads in a list. */
export interface Stretch {
  start: number;
  end: number;
  isLead: boolean;
}

/** "Voter lists should be displayed", where recommendations stand; each half of "A should be built, and B should be shut" by itself. */
export function toBeDone(notes: Notes, cited: Cited, words: string, at: Stretch): boolean {
  const halves = doneHalves(words);
  if (halves.length < 2) return isRead(notes, cited, words, at);
  const read = halves.map(({ start, end }) => {
    const half = words.charAt(start).toUpperCase() + words.slice(start + 1, end);
    return isRead(notes, cited, half, { ...at, start: at.start + start, end: at.start + end });
  });
  return read.includes(true);
}

function isRead(notes: Notes, cited: Cited, words: string, at: Stretch): boolean {
  const { setting, context } = notes;
  const owner = ownerOf(notes, words);
  if (
    at.isLead ||
    !(TO_BE_DONE.test(words) || OUTCOME.test(words)) ||
    STATED.test(words) ||
    !isOpen(notes, cited, words, at, owner.length > 0) ||
    WHO_SHOULD.test(words)
  )
    return false;
  const agent =
    /\bby\s((?:the|your|its)\s[^,.;]{3,60}?)(?=\s(?:at|in|on|before|within|without|to|for|with|as)\b|[,.;]|$)/.exec(
      words,
    )?.[1];
  const named =
    agent !== undefined && isActor(agent, setting)
      ? actorsOf(agent, setting, context.recent).map(({ name }) => name)
      : [];
  const addressees =
    [named, owner, context.addressees, setting.you, context.recent.asked].find(({ length }) => length > 0) ?? [];
  const found = notes.foundIn(words, notes.orSubject(addressees), undefined);
  notes.add(cited, { ...found, why: because('item-under', context.section), from: at.start, to: at.end });
  return true;
}

/** "The drivers say who must be paid": the clause tells of somebody; "those who cross must not be sent back" has a verb of its own before. */
const WHO_SHOULD =
  /^(?!(?:\p{L}+\s){1,3}who\s\p{Ll}+\s\p{L}|[^,.;]{3,60},\s(?:which|who|whose)\s[^,.;]{8,},\s(?:should|must|ought|needs?|ha(?:s|ve))\b)[^.;]*?\b(?:what|which|who|whom|whose)\b[^.;]*?\bbe\b/iu;

/** "The practice should end", "future lending should be conditional on", "evictions must stop". */
const OUTCOME =
  /^(?!(?:It|This|That|There|He|She|They|We|I|You)\b|[^.]*\bof the (?:view|opinion)\b)[\p{Lu}"'][^.;:]{2,160}?\b(?:should|must|ought to)\s(?:\p{Ll}+\s)?(?:end|stop|cease|contain|include|cover|depend|apply|be (?:made )?(?:conditional|dependent|contingent|free|open|subject|public|part)|come (?:soon|first)|become|go on|continue|remain|provide|serve|take effect)\b/u;

/** In a letter or a paper that has asked already, what should be done is asked as well; not in what somebody else says. */
function isAdvised({ setting, context, proposals }: Notes, words: string): boolean {
  if (setting.form !== 'letter' && setting.form !== 'other') return false;
  if (proposals.length === 0 && context.addressees.length === 0 && setting.form !== 'letter') return false;
  if (/["“”]|^(?:If|When|While|Although)\b|^In (?:her|his|their) view\b/.test(words)) return false;
  const at = MODAL.exec(words)?.index ?? 0;
  const subject = words.slice(0, at).replace(/\s(?:that|which|who|whom|whose|as)\s[^,;]*(?:,|$)/gu, ' ');
  const rest = words.slice(at);
  return !(
    FINITE.test(subject) ||
    TEXT.test(subject) ||
    !(TAKEN.test(rest) || OUTCOME.test(words)) ||
    MISREAD.test(rest)
  );
}
const MODAL = /\b(?:should|must|shall|ought to|needs? to|ha(?:s|ve) to)\b/u;
/** What is said of a subject before what should be done. */
const FINITE =
  /\b(?:is|are|was|were|has|have|had|did|does|left|takes?|recalls?|notes?|teach(?:es)?|says?|said|wrote|told|asked|argued|shows?|foresaw|found|held|decided|concerned)\b|\s\p{Ll}{3,}ed\s(?!in\b|by\b|at\b|for\b|on\b|from\b|with\b|to\b|of\b|under\b)/u;
/** What a law or a rule of form demands. */
const TEXT =
  /^(?:Under|By|According to)\s|^(?:In \p{L}+, )?(?:The|Its|Such|Any|This|A)\s(?:\p{L}+\s){0,2}(?:report|document|Committee|Convention|Covenant|law|Article|treaty|Constitution|Act|views?|readers?|text)\b(?!\sof)/iu;
const TAKEN =
  /^\P{L}*(?:should|must|shall|ought to|needs? to|ha(?:s|ve) to)\s(?:\p{Ll}+\s){0,2}?be\s(?:\p{Ll}+ly\s)?\p{Ll}+(?:ed|en|ld|ght|ut|un|wn|rn|ade|aid|et|ent|ound|ept|id)\b/u;
const MISREAD =
  /\bnot be (?:mistaken|attributed|taken|confused|construed|interpreted|read|republished|forgotten|overlooked|underestimated)|\bbe (?:noted|seen|read|said|remembered|borne|left to others|lived|sent to the editor)\b/u;

/** A sentence that says nothing but what is to be done. */
const PLAIN =
  /^(?:(?:Lastly|Finally|Further|Furthermore|Moreover|Likewise|Also|In addition),\s)?(?!.*\b(?:recalls?|notes?|considers?|states?|says?|said|according)\b)[\p{Lu}][^,.;:"]{2,90}?\s(?:should|must|ought to|ha(?:s|ve) to)\s(?:now\s|also\s)?be\s(?!mistaken|confused|allowed)/u;

/** Whether the sentence right before or behind asks, so that what stands between goes on with it. */
function hasAskBeside(notes: Notes, { passage: { words } }: Cited, at: Stretch): boolean {
  const sentences = sentencesOf(words);
  const own = sentences.findIndex(({ start }) => start === at.start);
  const beside = [sentences[own - 1], sentences[own + 1]].filter((it) => it !== undefined);
  return own >= 0 && beside.some(({ start, end }) => notes.asks(words.slice(start, end)).length > 0);
}

/** "The prosecution service must be given vehicles": what an organ receives, its state is to give. */
const RECEIVING =
  /^(?:(?:In addition|Moreover|Furthermore|Likewise|Finally|Lastly|To (?:that|this) end),\s)?(.{3,70}?)(?:\s(?:who|which|that|in|at|of)\s[^,.;]{3,60}?)?,?\s(?:should|must|ought to|ha(?:s|ve) to|needs? to)\s(?:also\s|therefore\s|further\s|not\s)?be\s(?:\p{Ll}+ly\s)?(?!bound|able|seen|shown|held|noted|free\b)\p{Ll}+(?:ed|en|ld|ght|ut)\b/u;

/** Whether what should be done is asked here: where recommendations stand, of an organ, in a letter, beside an ask. */
function isOpen(notes: Notes, cited: Cited, words: string, at: Stretch, isOwned: boolean): boolean {
  const { setting, context } = notes;
  if (setting.form !== 'press' && (context.isRecommending || isOwned || isAdvised(notes, words))) return true;
  return setting.form !== 'ilo' && PLAIN.test(words) && !TEXT.test(words) && hasAskBeside(notes, cited, at);
}

/** The state whose organ or officials something is to be done to, or given. */
function ownerOf({ setting, context }: Notes, words: string): string[] {
  const party = RECEIVING.exec(words)?.[1];
  if (party === undefined || setting.subject === null || setting.form !== 'other') return [];
  if (!isOfOneState(setting) || !isActor(party, setting)) return [];
  const names = actorsOf(party, setting, { ...context.recent, asked: [] });
  const isIts = names.every(({ name, isGroup }) => (isGroup ? isUnder(name) : name === setting.subject));
  return names.length > 0 && isIts ? [setting.subject] : [];
}
