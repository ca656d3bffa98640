import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';

export const INDICATORS: Recipes = {
  Indicators_create: { valid: ({ random }) => ({ json: { title: random.word(), unit: 'workers', target: 5 } }) },
  Indicators_update: { valid: ({ random }) => ({ json: { title: random.word(), baseline: 0.5 } }) },
  Indicators_remove: {
    409: async (round) => ({ path: { id: String((await observation(round))['indicatorId']) } }),
  },
  Observations_create: {
    valid: observed,
    409: async (round) => {
      const wrong = await observation(round);
      const json = { ...said, supersedes: wrong['id'] };
      const path = { indicatorId: String(wrong['indicatorId']) };
      await round.make('Observations_create', { path, json });
      return { path, json };
    },
    422: async (round) => ({ ...(await observed(round)), json: { ...said, low: 3 } }),
  },
};

const said = { period: '2019', value: 80_000, estimate: true, saidBy: 'Who counted.' };
const observation = async (round: Round) => round.make('Observations_create', await observed(round));

async function observed(round: Round): Promise<Filling> {
  return { path: { indicatorId: String((await round.make('Indicators_create'))['id']) }, json: said };
}
