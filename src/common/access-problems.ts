// What somebody may do, and what they may know of.

import { type Fault, NOTHING_CHANGED, Problem, type Unmet } from './problem-answer.js';
import { joined, say, type Words } from './words.js';

export const accessProblems = {
  forbidden: (permission: string): Problem =>
    new Problem(
      403,
      'forbidden',
      say`Your role may not do this`,
      say`It needs the permission "${permission}". ${NOTHING_CHANGED}`,
      [],
      { permission },
    ),
  /** 403: a transition that asks for another role. */
  roleMissing: (unmet: Unmet[]): Problem =>
    new Problem(
      403,
      'role-missing',
      say`Your role may not do this`,
      say`${joined(
        unmet.map((u) => u.message),
        ' ',
      )} ${NOTHING_CHANGED}`,
      [],
      { unmet },
    ),
  /** 403: one sees the thing, but the separation of duties forbids this person to act on it. */
  notYours: (detail: Words): Problem =>
    new Problem(403, 'separation-of-duties', say`Somebody else has to do this`, say`${detail} ${NOTHING_CHANGED}`),
  /** 404: it does not exist, or you may not know that it does: the same words for both. */
  notFound: (pointer?: string): Problem =>
    new Problem(
      404,
      'not-found',
      say`There is no such thing here`,
      say`It does not exist, or you may not know of it.`,
      pointer === undefined ? [] : [{ pointer, code: 'not-found', message: say`There is no such thing here.` }],
    ),
  /** 410: a piece of evidence that was withdrawn; that it was is all that is said of it. */
  withdrawn: (): Problem =>
    new Problem(
      410,
      'withdrawn',
      say`This evidence was withdrawn`,
      say`What it holds is sealed until two people restore it, or erase it for good.`,
    ),
  /** 422: people who are called to what they could not read, or are no members today. */
  cannotRead: (errors: Fault[]): Problem =>
    new Problem(
      422,
      'cannot-read',
      say`Not everybody who is mentioned can read this`,
      say`${NOTHING_CHANGED} Mention others, or nobody.`,
      errors,
    ),
  /** 409: a membership would end with restricted pieces that nobody else can open; `opensAlone` is how many. */
  opensAlone: (count: number): Problem =>
    new Problem(
      409,
      'opens-alone',
      say`Nobody else could open some evidence`,
      say`Restricted pieces that only this person can open: ${String(count)}. Let them name another reader first, or send that number as "leavesClosed": then they stay closed to everybody. ${NOTHING_CHANGED}`,
      [],
      { opensAlone: count },
    ),
};
