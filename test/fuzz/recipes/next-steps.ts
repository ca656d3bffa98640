import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';

/** A step is its organization's own: one person writes all of them. */
export const NEXT_STEPS: Recipes = {
  NextSteps_create: {
    valid: planned,
    422: async (round) => {
      const { caller, json } = await planned(round);
      return { caller, json: { ...(json as object), followUpId: null } };
    },
  },
  Engagements_remove: {
    409: async (round) => {
      const { id } = await round.make('Engagements_create');
      const { caller, json } = await planned(round);
      await round.make('NextSteps_create', {
        caller,
        json: { ...(json as object), followUpId: null, engagementId: id },
      });
      return { path: { id: String(id) } };
    },
  },
  NextSteps_update: {
    valid: async (round) => ({ ...(await ofOne(round)), json: { what: round.random.word() } }),
    422: async (round) => {
      const ownerId = round.as('partner').member?.actor.membershipId;
      return { ...(await ofOne(round)), json: { ownerId } };
    },
    412: async (round) => ({ ...(await ofOne(round)), headers: { 'if-match': '"7"' }, json: { what: 'x' } }),
  },
  NextSteps_settle: {
    valid: async (round) => ({ ...(await ofOne(round)), json: { outcome: 'done' } }),
    409: async (round) => ({ ...(await ofOne(round)), json: { outcome: 'reopened', note: 'x' } }),
    422: async (round) => ({ ...(await ofOne(round)), json: { outcome: 'dropped' } }),
  },
};

const editor = (round: Round) => round.as('editor');

export async function planned(round: Round): Promise<Filling> {
  const caller = editor(round);
  const followUpId = (await round.make('FollowUps_create'))['id'];
  return {
    caller,
    json: { what: 'Ask again.', ownerId: caller.member?.actor.membershipId, dueOn: '2019-12', followUpId },
  };
}

const ofOne = async (round: Round): Promise<Filling> => {
  const filling = await planned(round);
  return { caller: editor(round), path: { id: String((await round.make('NextSteps_create', filling))['id']) } };
};
