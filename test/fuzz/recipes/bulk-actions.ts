import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';
import { planned } from './next-steps.js';

/** Acts on what is there already, as a rule. */
const LIGHT: ((round: Round) => Promise<unknown>)[] = [
  async (round) => ({
    theme: { themeId: await id(round, 'Themes_create'), change: 'add' },
    items: await some(round, () => round.idOf('recommendation', 'Recommendations_create')),
  }),
  async (round) => ({
    owner: { ownerId: round.as('editor').member?.actor.membershipId ?? null },
    items: await some(round, () => round.idOf('followup', 'FollowUps_create')),
  }),
  async (round) => ({
    deadline: { axis: 'response', dueOn: '2027-03~', basis: round.random.word() },
    items: await some(round, () => round.idOf('followup', 'FollowUps_create')),
  }),
  async (round) => ({
    nextStep: {
      what: round.random.word(),
      ownerId: round.as('editor').member?.actor.membershipId,
      dueOn: '2027-03~',
    },
    items: await some(round, () => round.idOf('followup', 'FollowUps_create')),
  }),
];

/** The seven acts that can be done in bulk, each on things that it fits, and what a filter finds. */
const ACTS: typeof LIGHT = [
  ...LIGHT,
  async (round) => ({
    evidence: { evidenceId: await id(round, 'Evidence_create', editor(round)), stance: 'supports' },
    items: [{ id: await track(round) }],
  }),
  async (round) => ({
    transition: {
      transition: 'claim',
      occurredOn: '2013-03-21',
      evidenceIds: [
        await id(round, 'Evidence_create', editor(round)),
        await id(round, 'Evidence_create', editor(round)),
      ],
    },
    items: [{ id: await track(round) }],
  }),
  async (round) => ({
    nextStepDone: { note: 'It went well.' },
    items: [{ id: await id(round, 'NextSteps_create', await planned(round)) }],
  }),
  async (round) => ({
    owner: { ownerId: null },
    filter: { followUps: { recommendation: [String((await round.make('FollowUps_create'))['recommendation'].id)] } },
  }),
];

export const BULK_ACTIONS: Recipes = {
  BulkActions_create: { valid: async (round) => ({ ...editor(round), json: await round.random.pick(ACTS)(round) }) },
  BulkActions_get: { valid: (round) => previewed(round) },
  BulkActions_confirm: {
    valid: (round) => previewed(round),
    // What was undone can't be confirmed.
    409: async (round) => {
      const filling = await confirmed(round);
      await round.make('BulkActions_undo', { ...filling, json: undoing });
      return filling;
    },
  },
  BulkActions_undo: {
    valid: async (round) => ({ ...(await confirmed(round)), json: undoing }),
    // Nothing was done yet.
    409: async (round) => ({ ...(await previewed(round)), json: undoing }),
  },
};

const undoing = { note: 'It was a mistake.' };
const editor = (round: Round) => ({ caller: round.as('editor') });
const id = async (round: Round, maker: string, filling: Filling = {}): Promise<string> =>
  String((await round.make(maker, filling))['id']);
const track = async (round: Round): Promise<string> =>
  String((await round.make('FollowUps_create'))['implementation'].id);

async function some(round: Round, find: () => Promise<string>): Promise<{ id: string }[]> {
  const ids = round.random.happens(0.5) ? [await find()] : [await find(), await find()];
  return [...new Set(ids)].map((each) => ({ id: each }));
}

/** Only who made a preview may go on with it. */
async function previewed(round: Round): Promise<Filling> {
  const json = await round.random.pick(LIGHT)(round);
  return { ...editor(round), path: { id: await id(round, 'BulkActions_create', { ...editor(round), json }) } };
}

async function confirmed(round: Round): Promise<Filling> {
  const filling = await previewed(round);
  await round.make('BulkActions_confirm', filling);
  return filling;
}
