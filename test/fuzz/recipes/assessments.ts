import type { Recipes, Round } from '../round.js';

export const ASSESSMENTS: Recipes = {
  Assessments_create: {
    valid: async (round) => ({ path: { trackId: await track(round) }, json: finding }),
    422: async (round) => ({ path: { trackId: await track(round) }, json: { ...finding, phase: 'agreed' } }),
  },
  Positions_take: {
    valid: async (round) => ({ caller: round.as('partner'), ...(await objection(round)) }),
    409: async (round) => {
      const taken = { caller: round.as('partner'), ...(await objection(round)) };
      await round.make('Positions_take', taken);
      return taken;
    },
    422: async (round) => ({ path: { trackId: await track(round) }, json: { position: 'abstain' } }),
  },
  Positions_answer: {
    valid: async (round) => ({ caller: round.as('editor'), path: { positionId: await objected(round) }, json: answer }),
    409: async (round) => ({ caller: round.as('editor'), path: { positionId: await answered(round) }, json: answer }),
  },
  Positions_withdraw: {
    valid: async (round) => ({ caller: round.as('partner'), path: { positionId: await objected(round) }, json: {} }),
    409: async (round) => ({ caller: round.as('partner'), path: { positionId: await answered(round) }, json: {} }),
  },
};

const finding = { phase: 'progressing', confidence: 'low', reasons: 'So it seems.', occurredOn: '2019' };
const answer = { reasons: 'It was counted.' };

const track = async (round: Round): Promise<string> =>
  String((await round.make('FollowUps_create'))['implementation'].id);

/** Of an editor's finding, which somebody of another organization objects to. */
async function objection(round: Round) {
  const trackId = await track(round);
  const { id } = await round.make('Assessments_create', {
    caller: round.as('editor'),
    path: { trackId },
    json: finding,
  });
  return { path: { trackId }, json: { position: 'objection', assessmentId: id, reasons: 'Nobody counted.' } };
}

const objected = async (round: Round): Promise<string> =>
  String((await round.make('Positions_take', { caller: round.as('partner'), ...(await objection(round)) }))['id']);

async function answered(round: Round): Promise<string> {
  const positionId = await objected(round);
  await round.make('Positions_answer', { caller: round.as('editor'), path: { positionId }, json: answer });
  return positionId;
}
