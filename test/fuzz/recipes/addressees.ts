import type { Recipes, Round } from '../round.js';

export const ADDRESSEES: Recipes = {
  Addressees_create: {
    valid: ({ random }) => ({
      json: { name: random.word(), kind: 'group', code: random.word(12).toUpperCase() },
    }),
    409: async (round) => ({
      json: { name: 'x', kind: 'other', code: (await round.make('Addressees_create'))['code'] },
    }),
  },
  Addressees_update: {
    valid: ({ random }) => ({ json: { name: random.word(), aliases: [random.word()] } }),
    409: async (round) => {
      const [one, other] = [await round.make('Addressees_create'), await round.make('Addressees_create')];
      return { path: { id: String(one['id']) }, json: { code: other['code'] } };
    },
    422: async (round) => ({ path: { id: await group(round) }, json: { isoCode: 'KP' } }),
  },
  Addressees_remove: {
    409: async (round) => ({ path: { id: String((await round.make('FollowUps_create'))['addressee']['id']) } }),
  },
  AddresseeMembers_list: { valid: async (round) => ({ path: { addresseeId: await group(round) } }) },
  AddresseeMembers_create: {
    valid: async (round) => ({
      path: { addresseeId: await group(round) },
      json: { memberId: await group(round), from: '1995' },
    }),
    409: async (round) => {
      const [addresseeId, memberId] = [await group(round), await group(round)];
      await round.make('AddresseeMembers_create', { path: { addresseeId }, json: { memberId } });
      return { path: { addresseeId }, json: { memberId } };
    },
  },
  AddresseeMembers_update: {
    valid: async (round) => ({ path: await member(round), json: { until: '2001' } }),
    422: async (round) => ({ path: await member(round), json: { until: '1901' } }),
  },
  AddresseeMembers_remove: { valid: async (round) => ({ path: await member(round) }) },
};

const group = async (round: Round): Promise<string> => String((await round.make('Addressees_create'))['id']);

async function member(round: Round): Promise<Record<string, string>> {
  const addresseeId = await group(round);
  const { id } = await round.make('AddresseeMembers_create', {
    path: { addresseeId },
    json: { memberId: await group(round), from: '1995' },
  });
  return { addresseeId, id: String(id) };
}
