import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';

/** A contribution is its organization's own: an editor states it, a partner of another one stands behind it. */
export const CONTRIBUTIONS: Recipes = {
  Contributions_create: {
    valid: stated,
    422: async (round) => {
      const { caller, json } = await stated(round);
      return { caller, json: { ...(json as object), strength: 'documented' } };
    },
  },
  Contributions_update: {
    valid: async (round) => ({ ...(await ofOne(round)), json: { statement: round.random.word() } }),
    409: async (round) => ({ ...(await ofWithdrawn(round)), json: { statement: 'x' } }),
    412: async (round) => ({ ...(await ofOne(round)), headers: { 'if-match': '"7"' }, json: { statement: 'x' } }),
    422: async (round) => ({ ...(await ofOne(round)), json: { strength: 'confirmed-by-addressee' } }),
  },
  Contributions_withdraw: {
    valid: ofOne,
    409: ofWithdrawn,
    412: async (round) => ({ ...(await ofOne(round)), headers: { 'if-match': '"7"' } }),
  },
  Contributions_substantiate: {
    valid: async (round) => ({ ...(await ofOne(round)), caller: round.as('partner'), json: {} }),
    409: async (round) => ({ ...(await ofWithdrawn(round)), caller: round.as('partner'), json: {} }),
    412: async (round) => ({
      ...(await ofOne(round)),
      caller: round.as('partner'),
      headers: { 'if-match': '"7"' },
      json: {},
    }),
  },
};

async function stated(round: Round): Promise<Filling> {
  const followUpId = (await round.make('FollowUps_create'))['id'];
  return {
    caller: round.as('editor'),
    json: { followUpId, statement: 'They asked us for the list first.', strength: 'plausible' },
  };
}

async function ofOne(round: Round): Promise<Filling> {
  const { id } = await round.make('Contributions_create', await stated(round));
  return { caller: round.as('editor'), path: { id: String(id) }, headers: { 'if-match': '"1"' } };
}

async function ofWithdrawn(round: Round): Promise<Filling> {
  const filling = await ofOne(round);
  await round.make('Contributions_withdraw', filling);
  return { ...filling, headers: { 'if-match': '"2"' } };
}
