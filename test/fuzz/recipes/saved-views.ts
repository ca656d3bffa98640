import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';

/** Views are their person's own: one person keeps all of them. */
const editor = (round: Round) => ({ caller: round.as('editor') });
const view = (round: Round) => round.make('SavedViews_create', kept(round));
const kept = (round: Round): Filling => ({
  ...editor(round),
  json: { name: round.random.word(), address: `/follow-ups?q=${round.random.word()}` },
});
const ofOne = async (round: Round): Promise<Filling> => ({
  ...editor(round),
  path: { id: String((await view(round))['id']) },
});

export const SAVED_VIEWS: Recipes = {
  SavedViews_list: { valid: editor },
  SavedViews_get: { valid: ofOne },
  SavedViews_create: {
    valid: kept,
    409: async (round) => ({ ...editor(round), json: { name: (await view(round))['name'], address: '/follow-ups' } }),
  },
  SavedViews_update: {
    valid: async (round) => ({ ...(await ofOne(round)), json: { name: round.random.word() } }),
    409: async (round) => ({ ...(await ofOne(round)), json: { name: (await view(round))['name'] } }),
    412: async (round) => ({
      ...(await ofOne(round)),
      headers: { 'if-match': '"7"' },
      json: { name: round.random.word() },
    }),
  },
  SavedViews_remove: {
    valid: ofOne,
    412: async (round) => ({ ...(await ofOne(round)), headers: { 'if-match': '"7"' } }),
  },
};
