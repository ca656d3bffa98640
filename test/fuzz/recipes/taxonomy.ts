import type { Recipes, Round } from '../round.js';

export const TAXONOMY: Recipes = {
  Themes_create: {
    valid: ({ random }) => ({ json: { code: random.word(), label: random.word() } }),
    409: async (round) => ({ json: { code: (await round.make('Themes_create'))['code'], label: 'x' } }),
  },
  Themes_update: {
    valid: ({ random }) => ({ json: { label: random.word(), labels: { ko: '난민' } } }),
    409: async (round) => {
      const [one, other] = [await round.make('Themes_create'), await round.make('Themes_create')];
      return { path: { id: String(one['id']) }, json: { code: other['code'] } };
    },
  },
  Themes_remove: {
    409: async (round) => {
      const { id } = await round.make('Themes_create');
      const { json } = await round.valid(round.document.get('Recommendations_create'));
      await round.make('Recommendations_create', { json: { ...(json as object), themeIds: [id] } });
      return { path: { id: String(id) } };
    },
  },
  Sources_create: {
    valid: ({ random }) => ({
      json: { title: random.word(), kind: 'letter', symbol: random.word(), issuedOn: '2010-06' },
    }),
    409: async (round) => ({
      json: { title: 'x', kind: 'letter', symbol: (await round.make('Sources_create'))['symbol'] },
    }),
  },
  Sources_update: {
    valid: ({ random }) => ({ json: { title: random.word(), note: random.word() } }),
    409: async (round) => {
      const [one, other] = [await round.make('Sources_create'), await round.make('Sources_create')];
      return { path: { id: String(one['id']) }, json: { symbol: other['symbol'] } };
    },
  },
  Sources_remove: {
    409: async (round) => ({ path: { id: String((await recommendation(round))['source']['id']) } }),
  },
};

const recommendation = (round: Round) => round.make('Recommendations_create');
