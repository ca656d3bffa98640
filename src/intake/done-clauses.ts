// What should be done, in one half of a sentence whose other half asks: "X should be fined, and we urge Y to pay". Pure.

import * as forms from './ask-forms.js';
import type { Hit, Reading } from './hits.js';
import { because } from './reason.js';

/** Where a clause ends and the next begins. */
const JOINT = /(?:;\s(?:and\s|but\s)?|,\s(?:and|but)\s)/g;
/** "Takes the view that": before what the issuer itself thinks should be done. */
const FRONT =
  /^(?:(?:Takes the view|Is of the (?:view|opinion)|Considers|Believes|Maintains)(?:\s\p{Ll}+ly)?,?\sthat\s|(?:In addition|Also|Moreover|Furthermore|Likewise|Finally|Lastly),\s)?/u;
/** "Decrees should be repealed", "no child should be held", "those who wish should be free to leave". */
const DONE =
  /^(?!(?:it|none|neither|both|this|that|these|there|he|she|they|we|I|you|which|who|where|when|while|whereas|if|unless|because|as|what|how|whether|so)\b|[^,;:"]*\b(?:said|says|told|states?|stated|that|recalls?|provides?|requires?)\b)([^,;:"“]{2,110}?)\s(should|must|ought to|needs? to|ha(?:s|ve) to)\s(?:(?:not|never|now|also|therefore|then|at once|no longer|still)\s)*be\s(?:\p{Ll}+ly\s)?(?!noted|recalled|stressed|seen|said|remembered|borne|clear|regarded|considered|able|proud|aware|known|mistaken|read|understood)(?:\p{Ll}+(?:ed|en|ld|ght|ut|un|wn|rn|ade|aid|et|ent|ound|ept|id)\b|free\sto|open\sto|subject\sto|made\b|part\sof)/iu;
/** A verb in what would be the subject. */
const FINITE = /\b(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could|may|might|to)\b/;
const RELATIVE = /\s(?:who|which|that|whom|whose)\s.*$/u;

/** Asks that something be done, in the clauses of a sentence that no other hit reads. */
export function doneClauses(sentence: string, hits: readonly Hit[], { setting }: Reading): Hit[] {
  if (hits.length === 0 || setting.form === 'press' || /["“”]/.test(sentence)) return [];
  const clauses = clausesOf(sentence);
  if (clauses.length < 2) return [];
  return clauses.flatMap(({ start, end }) => {
    if (hits.some((hit) => hit.at < end && hit.after > start)) return [];
    return doneIn(sentence.slice(start, end), start) ?? [];
  });
}

function clausesOf(sentence: string): { start: number; end: number }[] {
  const joints = [...sentence.matchAll(JOINT)];
  const starts = [0, ...joints.map(({ index, 0: joint }) => index + joint.length)];
  const ends = [...joints.map(({ index }) => index), sentence.length];
  return starts.map((start, at) => ({ start, end: ends[at] ?? sentence.length }));
}

/** The halves of a sentence where something should be done in each. */
export function doneHalves(sentence: string): { start: number; end: number }[] {
  const halves = clausesOf(sentence);
  return halves.every(({ start, end }) => doneIn(sentence.slice(start, end), start)) ? halves : [];
}

function doneIn(clause: string, start: number): Hit | undefined {
  const front = FRONT.exec(clause)?.[0].length ?? 0;
  const match = DONE.exec(clause.slice(front));
  const subject = (match?.[1] ?? '').replace(RELATIVE, '');
  if (!match || FINITE.test(subject) || forms.lawSays.test(clause)) return undefined;
  const word = match[2] ?? '';
  const after = start + front + match[0].indexOf(` ${word} `) + word.length + 1;
  const complement = { party: '', rest: clause.slice(front), isThat: false };
  return { at: start, after, verb: 'nominal', speaker: '', complement, why: because('asked-before', word) };
}
