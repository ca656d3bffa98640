// What is not the fault of whoever asked.

import { NOTHING_CHANGED, Problem } from './problem-answer.js';
import { say } from './words.js';

export const serverProblems = {
  internal: (): Problem =>
    new Problem(
      500,
      'internal',
      say`Something broke on our side`,
      say`${NOTHING_CHANGED} Tell the operator the request id.`,
    ),
  /** 503: something broke in the middle of many items; each of them is whole, and the work can go on. */
  brokenOff: (): Problem =>
    new Problem(
      503,
      'broken-off',
      say`The work broke off in the middle`,
      say`What was done stays done, nothing is half done: read it to see how far it came. Send the same again to go on.`,
    ),
  unavailable: (): Problem =>
    new Problem(503, 'unavailable', say`Not ready at the moment`, say`${NOTHING_CHANGED} Try again in a few seconds.`),
};
