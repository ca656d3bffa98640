import { type Problem, problems } from '../common/problem.js';
import { say } from '../common/words.js';

/** An item that nothing would change: leaving it alone keeps its undo from taking away what was there before. */
export const alreadySo = (): Problem => problems.notAsThingsStand('unchanged', say`It is so already.`);
