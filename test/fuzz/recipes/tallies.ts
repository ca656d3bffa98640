import type { Recipes } from '../round.js';

/** What is counted is whatever the round has made so far. */
export const TALLIES: Recipes = {
  Tallies_create: {
    valid: ({ random }) => ({
      json: { title: random.word(), axis: 'implementation', phases: ['unknown'], from: null, to: null, asOf: null },
    }),
    422: ({ random }) => ({ json: { title: random.word(), axis: 'implementation', phases: ['agreed'] } }),
  },
};
