import type { Recipes } from '../round.js';

/** Of two days that are drawn the first may be the later one. */
export const CHANGES: Recipes = {
  Changes_list: {
    valid: () =>
      Promise.resolve({
        query: [
          ['from', '2010-06-01'],
          ['to', '2035-12-31'],
        ],
      }),
  },
};
