import type { Recipes, Round } from '../round.js';

export const RECOMMENDATIONS: Recipes = {
  Recommendations_create: {
    valid: async (round) => ({ json: await recommendation(round) }),
    409: async (round) => {
      const { code, source } = await round.make('Recommendations_create');
      return { json: { ...(await recommendation(round)), code, sourceId: source.id } };
    },
  },
  Recommendations_update: {
    valid: ({ random }) => ({ json: { title: random.word(), priority: 'high' } }),
    409: async (round) => {
      const one = await round.make('Recommendations_create');
      const other = await round.make('Recommendations_create', {
        json: { ...(await recommendation(round)), sourceId: one['source'].id },
      });
      return { path: { id: String(one['id']) }, json: { code: other['code'] } };
    },
    422: async (round) => {
      const json = { ...(await recommendation(round)), partOf: await made(round), label: '(a)' };
      const { id } = await round.make('Recommendations_create', { json });
      return { path: { id: String(id) }, json: { label: null } };
    },
  },
  Recommendations_remove: {
    409: async (round) => ({ path: { id: String((await round.make('FollowUps_create'))['recommendation'].id) } }),
  },
  Relations_create: {
    valid: async (round) => ({
      path: { recommendationId: await made(round) },
      json: { kind: 'repeats', otherId: await made(round) },
    }),
    409: async (round) => {
      const filling = {
        path: { recommendationId: await made(round) },
        json: { kind: 'repeats', otherId: await made(round) },
      };
      await round.make('Relations_create', filling);
      return filling;
    },
  },
  Deadlines_setForRecommendation: {
    valid: () => ({ json: { axis: 'response', basis: 'Paragraph 9.', dueOn: '2019-12-22' } }),
  },
};

const made = async (round: Round): Promise<string> => String((await round.make('Recommendations_create'))['id']);

async function recommendation(round: Round) {
  const id = await round.idOf('source', 'Sources_create');
  return {
    title: round.random.word(),
    text: 'What is asked.',
    code: round.random.word(),
    sourceId: id,
    themeIds: [await round.idOf('theme', 'Themes_create')],
  };
}
