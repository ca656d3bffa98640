// The catalogue of failures: every answer that is not a success is one of these rows, each in the file of its noun.

import { accessProblems } from './access-problems.js';
import { fileProblems } from './file-problems.js';
import { recordProblems } from './record-problems.js';
import { requestProblems } from './request-problems.js';
import { serverProblems } from './server-problems.js';
import { signInProblems } from './sign-in-problems.js';

export { type Fault, NOTHING_CHANGED, Problem, problemBody, type Unmet } from './problem-answer.js';

export const problems = {
  ...requestProblems,
  ...signInProblems,
  ...accessProblems,
  ...recordProblems,
  ...fileProblems,
  ...serverProblems,
};
