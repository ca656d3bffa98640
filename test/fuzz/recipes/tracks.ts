import type { Recipes, Round } from '../round.js';

export const TRACKS: Recipes = {
  Tracks_move: {
    valid: async (round) => ({
      caller: round.as('editor'),
      path: { trackId: await track(round) },
      json: await claim(round),
    }),
    409: async (round) => ({
      caller: round.as('editor'),
      path: { trackId: await track(round) },
      json: { transition: 'teleport', occurredOn: '2013' },
    }),
    412: async (round) => ({
      caller: round.as('editor'),
      path: { trackId: await track(round) },
      headers: { 'if-match': '"99"' },
      json: await claim(round),
    }),
    422: async (round) => ({
      caller: round.as('editor'),
      path: { trackId: await track(round) },
      json: { transition: 'claim', occurredOn: '2013' },
    }),
  },
  Tracks_get: { valid: async (round) => ({ path: { trackId: await track(round) } }) },
  Tracks_link: {
    valid: async (round) => ({
      path: { trackId: await track(round) },
      json: { evidenceId: await evidence(round), stance: 'supports' },
    }),
  },
  Tracks_unlink: { valid: async (round) => ({ path: await linked(round), caller: round.as('editor') }) },
};

const track = async (round: Round): Promise<string> =>
  String((await round.make('FollowUps_create'))['implementation'].id);
const evidence = async (round: Round): Promise<string> =>
  String((await round.make('Evidence_create', { caller: round.as('editor') }))['id']);

/** Two pieces of two origins are what a claim stands on. */
const claim = async (round: Round) => ({
  transition: 'claim',
  occurredOn: '2013-03-21',
  evidenceIds: [await evidence(round), await evidence(round)],
});

async function linked(round: Round): Promise<{ trackId: string; evidenceId: string }> {
  const [trackId, evidenceId] = [await track(round), await evidence(round)];
  await round.make('Tracks_link', {
    caller: round.as('editor'),
    path: { trackId },
    json: { evidenceId, stance: 'context' },
  });
  return { trackId, evidenceId };
}
