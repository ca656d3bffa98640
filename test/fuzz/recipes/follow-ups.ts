import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';

export const FOLLOW_UPS: Recipes = {
  FollowUps_create: {
    valid: async (round) => (round.random.happens(0.85) ? asking(round) : through(round)),
    409: async (round) => {
      const { recommendation, addressee } = await round.make('FollowUps_create');
      return {
        path: { recommendationId: recommendation.id },
        json: { ask: 'Again.', addresseeId: addressee.id, asked: true },
      };
    },
  },
  FollowUps_update: {
    valid: (round) => ({ json: { ask: `Do it, ${round.random.word()}.` } }),
    409: async (round) => {
      const first = await round.make('FollowUps_create');
      const second = await round.make('FollowUps_create', {
        path: { recommendationId: first['recommendation'].id },
        json: { ask: 'x', addresseeId: await addressee(round), asked: true, through: [first['id']] },
      });
      return { path: { id: String(first['id']) }, json: { through: [second['id']] } };
    },
    422: async (round) => ({ path: { id: await followUp(round) }, json: { asked: false, through: [] } }),
  },
  FollowUps_remove: {
    409: async (round) => ({ path: { id: await closed(round) } }),
  },
  FollowUps_close: {
    valid: async (round) => ({ path: { id: await followUp(round) }, json: closing }),
    409: async (round) => ({ path: { id: await closed(round) }, json: closing }),
  },
  FollowUps_reopen: {
    valid: async (round) => ({ path: { id: await closed(round) } }),
    409: async (round) => ({ path: { id: await followUp(round) } }),
  },
  Deadlines_setForFollowUp: {
    valid: () => ({ json: { axis: 'implementation', basis: 'Paragraph 9.', dueOn: '2019-12-22' } }),
  },
  Deadlines_extend: {
    valid: async (round) => {
      const { id } = await round.make('Deadlines_setForFollowUp');
      return { path: { id: String(id) }, json: { dueOn: '2021-01-01', extendedBy: 'The Council', basis: 'A letter.' } };
    },
  },
};

async function asking(round: Round): Promise<Filling> {
  return {
    path: { recommendationId: await recommendation(round) },
    json: { ask: 'What it must do.', addresseeId: await round.idOf('addressee', 'Addressees_create'), asked: true },
  };
}

/** Whoever is not asked by the source is pressed through somebody who is. */
async function through(round: Round): Promise<Filling> {
  const first = await round.make('FollowUps_create', await asking(round));
  return {
    path: { recommendationId: first['recommendation'].id },
    json: { ask: 'Press them.', addresseeId: await addressee(round), asked: false, through: [first['id']] },
  };
}

const closing = { kind: 'overtaken-by-events', reason: 'It no longer matters.', occurredOn: null };
const recommendation = async (round: Round): Promise<string> =>
  String((await round.make('Recommendations_create'))['id']);
const addressee = async (round: Round): Promise<string> => String((await round.make('Addressees_create'))['id']);
const followUp = async (round: Round): Promise<string> => String((await round.make('FollowUps_create'))['id']);

async function closed(round: Round): Promise<string> {
  const id = await followUp(round);
  await round.make('FollowUps_close', { path: { id }, json: closing });
  return id;
}
