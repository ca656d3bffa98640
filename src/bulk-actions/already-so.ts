import { type Problem, problems } from '../common/problem.js';

/** An item that nothing would change: leaving it alone keeps its undo from taking away what was there before. */
export const alreadySo = (): Problem => problems.notAsThingsStand('unchanged', 'It is so already.');
