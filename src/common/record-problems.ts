// What the record does not bear as it stands.

import { type Fault, NOTHING_CHANGED, Problem, type Unmet } from './problem-answer.js';
import { say, type Words } from './words.js';

export const recordProblems = {
  /** 409: the present state has no such transition; says what it has, and who moved it last. */
  transitionNotAllowed: (detail: Words, more: Record<string, unknown>): Problem =>
    new Problem(
      409,
      'transition-not-allowed',
      say`This transition does not start from the present state`,
      say`${detail} ${NOTHING_CHANGED}`,
      [],
      more,
    ),
  alreadyExists: (what: Words): Problem =>
    new Problem(409, 'already-exists', say`There is one already`, say`${what} ${NOTHING_CHANGED}`),
  stillInUse: (what: Words): Problem =>
    new Problem(409, 'still-in-use', say`Other things stand on this`, say`${what} ${NOTHING_CHANGED}`),
  /** 308: it was merged into another one, which has its place. */
  merged: (into: string): Problem =>
    new Problem(
      308,
      'merged',
      say`It was merged into another one`,
      say`What named it names the one in "into". "/merge" after its address says who merged it and when.`,
      [],
      { into },
    ),
  /** 409: what stands between two entries for one thing, each with how to solve it. */
  mergeConflicts: (conflicts: unknown[]): Problem =>
    new Problem(
      409,
      'merge-conflicts',
      say`They cannot be merged as they are`,
      say`${NOTHING_CHANGED} Each of "conflicts" says how to solve it.`,
      [],
      { conflicts },
    ),
  circle: (): Problem =>
    new Problem(
      409,
      'circle',
      say`A chain may not run in a circle`,
      say`The follow-ups named in "through" would lead back to where they start. ${NOTHING_CHANGED}`,
    ),
  /** 409: the rules of the record forbid it as things stand (parts, closing, corrections). */
  notAsThingsStand: (code: string, detail: Words): Problem =>
    new Problem(409, code, say`Not as things stand`, say`${detail} ${NOTHING_CHANGED}`),
  /** 422: conditions of the workflow that are not met, each one named. */
  unmetConditions: (unmet: Unmet[]): Problem =>
    new Problem(
      422,
      'unmet-conditions',
      say`Not all conditions of this transition are met`,
      say`${NOTHING_CHANGED} Each condition under "unmet" says how to meet it.`,
      unmet.map((u) => ({ pointer: '/transition', code: u.condition, message: u.message })),
      { unmet },
    ),
  /** 422: conditions of something else than a transition, each one named. */
  unmetHere: (pointer: string, unmet: Unmet[]): Problem =>
    new Problem(
      422,
      'unmet-conditions',
      say`Not all conditions are met`,
      say`${NOTHING_CHANGED} Each condition under "unmet" says how to meet it.`,
      unmet.map((u) => ({ pointer, code: u.condition, message: u.message })),
      { unmet },
    ),
  /** 422: the request is well formed, but the record does not bear it. */
  unfit: (pointer: string, code: string, message: Words): Problem =>
    new Problem(422, code, say`This does not fit the record`, say`${message} ${NOTHING_CHANGED}`, [
      { pointer, code, message },
    ]),
  /** 422: names of a document that nobody bears, or several do. */
  unclearNames: (errors: Fault[]): Problem =>
    new Problem(
      422,
      'unclear-names',
      say`Say first whom these names mean`,
      say`${NOTHING_CHANGED} Each of "errors" is a name: say in "addressees" whom it means, or that it is left out.`,
      errors,
    ),
  /** 422: a definition of the workspace's own, with every fault. */
  faulty: (what: string, errors: Fault[]): Problem =>
    new Problem(
      422,
      `faulty-${what}`,
      say`This can not be followed`,
      say`${NOTHING_CHANGED} Mend what "errors" names and send it again.`,
      errors,
    ),
};
