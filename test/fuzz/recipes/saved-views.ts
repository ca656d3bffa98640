import type { Recipes } from '../round.js';

export const SAVED_VIEWS: Recipes = {
  SavedViews_create: {
    valid: ({ random }) => ({ json: { name: random.word(), address: `/follow-ups?q=${random.word()}` } }),
    409: async (round) => ({
      json: { name: (await round.make('SavedViews_create'))['name'], address: '/follow-ups' },
    }),
  },
  SavedViews_update: {
    valid: ({ random }) => ({ json: { name: random.word() } }),
    409: async (round) => {
      const [one, other] = [await round.make('SavedViews_create'), await round.make('SavedViews_create')];
      return { path: { id: String(one['id']) }, json: { name: other['name'] } };
    },
  },
};
