import { actorsOf } from './actors.js';
import { isOfOneState } from './state-meant.js';
import type { Cited, Notes } from './notes.js';
import { because } from './reason.js';
import { sentencesOf } from './sentences.js';
import { TO_BE_DONE } from './sentence-shapes.js';
import { isUnder } from './pressed-party.js';
import { isActor } from './who-acts.js';

/** Where a sentence stands in its passage, and whether it leads in a list. */
export interface Stretch {
  start: number;
  end: number;
  isLead: boolean;
}

/** "Voter lists should be displayed", where recommendations stand. */
export function toBeDone(notes: Notes, cited: Cited, words: string, at: Stretch): boolean {
  const { setting, context } = notes;
  const owner = ownerOf(notes, words);
  if (
    at.isLead ||
    !TO_BE_DONE.test(words) ||
    !(
      ((context.isRecommending || owner.length > 0) && setting.form !== 'press') ||
      (setting.form !== 'ilo' && PLAIN.test(words) && hasAskBeside(notes, cited, at))
    ) ||
    /^[^.;]*?\b(?:what|which|who|whom|whose)\b[^.;]*?\bbe\b/i.test(words)
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
  if (cited.label !== null && named.length === 0 && owner.length === 0) return false;
  const addressees = [named, owner, context.addressees, context.recent.asked].find(({ length }) => length > 0) ?? [];
  const found = notes.foundIn(words, notes.orSubject(addressees), undefined);
  notes.add(cited, { ...found, why: because('item-under', context.section), from: at.start, to: at.end });
  return true;
}

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

/** The state whose organ or officials something is to be done to, or given. */
function ownerOf({ setting, context }: Notes, words: string): string[] {
  const party = RECEIVING.exec(words)?.[1];
  if (party === undefined || setting.subject === null || setting.form !== 'other') return [];
  if (!isOfOneState(setting) || !isActor(party, setting)) return [];
  const names = actorsOf(party, setting, { ...context.recent, asked: [] });
  const isIts = names.every(({ name, isGroup }) => (isGroup ? isUnder(name) : name === setting.subject));
  return names.length > 0 && isIts ? [setting.subject] : [];
}
