// What has to be answered before more people may read a piece. Pure.

import { problems } from '../common/problem.js';
import { say } from '../common/words.js';

/** A question by its code, the answers that there are, and with which of them a note has to say more. */
export interface Question {
  code: string;
  answers: readonly string[];
  noteWith: readonly string[];
}

/** In the order in which it is asked. The page has the words of each in both languages. */
export const CHECKLIST = [
  /** Whether the source agreed that more people read it; the note says how that is recorded. */
  { code: 'consent', answers: ['given', 'no-source'], noteWith: ['given'] },
  /** Names, places, dates, voices and metadata by which somebody can be told. */
  { code: 'identifiers', answers: ['removed', 'none'], noteWith: [] },
  /** Who could be harmed by it, and what protects them. */
  { code: 'harm', answers: ['nobody', 'weighed'], noteWith: ['weighed'] },
  /** Whether the working copy, or of a piece without a file all that it says, was looked at. */
  { code: 'copy', answers: ['looked-at', 'no-file'], noteWith: [] },
] as const satisfies readonly Question[];

export const CODES = CHECKLIST.map(({ code }) => code);
export const ANSWERS = [...new Set<string>(CHECKLIST.flatMap(({ answers }) => [...answers]))];

export interface GivenAnswer {
  code: string;
  answer: string;
  note?: string | undefined;
}

/** As it is kept: the note's salted hash, hexadecimal. */
export interface KeptAnswer {
  code: string;
  answer: string;
  note: string | null;
}

/** 422 unless every question is answered once, with a note where one is asked; and a file is looked at. */
export function checkAnswers(given: readonly GivenAnswer[], isFile: boolean): void {
  for (const { code, answers, noteWith } of CHECKLIST as readonly Question[]) {
    const [one, second] = given.filter((answer) => answer.code === code);
    if (!one || second)
      throw problems.unfit('/checklist', 'incomplete', say`Answer each question of the checklist once.`);
    if (!answers.includes(one.answer))
      throw problems.unfit('/checklist', 'other-answer', say`The checklist has other answers to this question.`);
    if (noteWith.includes(one.answer) && one.note === undefined)
      throw problems.unfit('/checklist', 'note-missing', say`This answer needs a note: how, or who.`);
  }
  if (isFile && given.some(({ answer }) => answer === 'no-file'))
    throw problems.unfit('/checklist', 'look-at-file', say`This piece has a file: look at its working copy first.`);
}
