import type { Recipes, Round } from '../round.js';
import { OUTSIDE, switchCopies } from './copies.js';

/** Two asks of one addressee. */
const LETTER = `Dear Ministers,

We urge Norway to publish the report of the inquiry in full.

We urge Norway to ratify the protocol without delay.
`;
const editor = (round: Round) => ({ caller: round.as('editor') });
const pasted = { format: 'text', content: LETTER };
const made = async (round: Round): Promise<string> =>
  String((await round.make('Intake_create', { ...editor(round), json: pasted }))['id']);

interface Proposed {
  id: string;
  version: number;
  span: { start: number; end: number };
}
/** A new document with its proposals. */
async function proposed(round: Round): Promise<{ intakeId: string; proposals: Proposed[] }> {
  const intakeId = await made(round);
  const { items } = await round.make('Proposals_list', { ...editor(round), path: { intakeId }, query: [] });
  return { intakeId, proposals: items as Proposed[] };
}
/** One for each round, for what only reads or is refused: reading a document takes a thread of its own. */
const kept = new WeakMap<Round, ReturnType<typeof proposed>>();
function keptOf(round: Round): ReturnType<typeof proposed> {
  const there = kept.get(round);
  if (there) return there;
  const made = proposed(round);
  kept.set(round, made);
  made.catch(() => kept.delete(round));
  return made;
}
const keptId = async (round: Round): Promise<string> => (await keptOf(round)).intakeId;
const seen = ({ id, version }: Proposed) => ({ id, version });

/** What it takes to record a document whose proposals were accepted. */
async function accepted(round: Round) {
  const { intakeId, proposals } = await proposed(round);
  await round.make('Proposals_decide', {
    ...editor(round),
    path: { intakeId },
    json: { proposals: proposals.map(seen), state: 'accepted' },
  });
  const norway = await round.make('Addressees_create', editor(round));
  const json = {
    source: { title: `A letter about ${round.random.word()}`, kind: 'letter' },
    codePrefix: `R${round.random.uuid()}`,
    addressees: [{ name: 'Norway', id: String(norway['id']) }],
  };
  return { ...editor(round), path: { id: intakeId }, json, proposals };
}
async function recorded(round: Round) {
  const { proposals, ...filling } = await accepted(round);
  await round.make('Intake_record', filling);
  return { intakeId: filling.path.id, proposals };
}
/** One proposal of a document, as a path names it. */
async function one(round: Round, from = proposed) {
  const { intakeId, proposals } = await from(round);
  const [first, second] = proposals;
  if (!first || !second) throw new Error('The letter asks for two things.');
  return { ...editor(round), path: { intakeId, id: first.id }, first, second };
}
const within = ({ path: { intakeId }, caller }: Awaited<ReturnType<typeof one>>) => ({ caller, path: { intakeId } });
const span = { start: LETTER.indexOf('We urge'), end: LETTER.indexOf(' in full') };

export const INTAKE: Recipes = {
  Intake_create: {
    valid: (round) => ({ ...editor(round), json: { ...pasted, title: round.random.word() } }),
    422: (round) => ({ ...editor(round), json: { format: 'html', content: '<p></p>' } }),
  },
  LinkIntake_create: {
    valid: async (round) => {
      await switchCopies(round, true);
      return { ...editor(round), json: { url: `${OUTSIDE}/letter`, title: round.random.word() } };
    },
    409: async (round) => {
      await switchCopies(round, false);
      return { ...editor(round), json: { url: `${OUTSIDE}/letter` } };
    },
    415: async (round) => {
      await switchCopies(round, true);
      return { ...editor(round), json: { url: `${OUTSIDE}/program` } };
    },
    422: async (round) => {
      await switchCopies(round, true);
      return { ...editor(round), json: { url: `${OUTSIDE}/nothing` } };
    },
  },
  Intake_list: { valid: (round) => editor(round) },
  Intake_get: { valid: async (round) => ({ ...editor(round), path: { id: await keptId(round) } }) },
  Intake_content: { valid: async (round) => ({ ...editor(round), path: { id: await keptId(round) } }) },
  IntakeCustody_list: { valid: async (round) => ({ ...editor(round), path: { id: await keptId(round) } }) },
  Intake_names: { valid: async (round) => ({ ...editor(round), path: { id: await keptId(round) } }) },
  Intake_remove: {
    valid: async (round) => ({ ...editor(round), path: { id: await made(round) } }),
    409: async (round) => ({ ...editor(round), path: { id: (await recorded(round)).intakeId } }),
    412: async (round) => ({ ...editor(round), path: { id: await keptId(round) }, headers: { 'if-match': '"7"' } }),
  },
  Intake_record: {
    valid: async (round) => {
      const { proposals: _proposals, ...filling } = await accepted(round);
      return filling;
    },
    422: async (round) => {
      const { proposals: _proposals, json, ...filling } = await accepted(round);
      return { ...filling, json: { ...json, addressees: [{ name: 'Nobody', leaveOut: true }] } };
    },
  },
  // The kept one is listed itself when it is made: it can't wait for itself.
  Proposals_list: { valid: async (round) => ({ ...editor(round), path: { intakeId: await made(round) } }) },
  Proposals_get: {
    valid: async (round) => {
      const { caller, path } = await one(round, keptOf);
      return { caller, path };
    },
  },
  Proposals_add: {
    valid: async (round) => ({ ...editor(round), path: { intakeId: await keptId(round) }, json: { span } }),
    422: async (round) => ({
      ...editor(round),
      path: { intakeId: await keptId(round) },
      json: { span: { start: 9, end: 3 } },
    }),
  },
  Proposals_update: {
    valid: async (round) => {
      const { caller, path } = await one(round);
      return { caller, path, json: { state: 'rejected' } };
    },
    409: async (round) => {
      const { caller, path } = await one(round, recorded);
      return { caller, path, json: { state: 'rejected' } };
    },
    412: async (round) => {
      const { caller, path } = await one(round, keptOf);
      return { caller, path, headers: { 'if-match': '"7"' }, json: { state: 'rejected' } };
    },
    422: async (round) => {
      const { caller, path } = await one(round, keptOf);
      return { caller, path, json: { state: 'accepted', addressees: [] } };
    },
  },
  Proposals_decide: {
    valid: async (round) => {
      const it = await one(round);
      return { ...within(it), json: { proposals: [seen(it.first)], state: 'accepted' } };
    },
    412: async (round) => {
      const it = await one(round, keptOf);
      return { ...within(it), json: { proposals: [{ id: it.first.id, version: 7 }], state: 'accepted' } };
    },
    422: async (round) => {
      const it = await one(round, keptOf);
      return { ...within(it), json: { proposals: [seen(it.first)] } };
    },
  },
  Proposals_merge: {
    valid: async (round) => {
      const it = await one(round);
      return { ...within(it), json: { proposals: [seen(it.first), seen(it.second)] } };
    },
    412: async (round) => {
      const it = await one(round, keptOf);
      return { ...within(it), json: { proposals: [seen(it.first), { id: it.second.id, version: 7 }] } };
    },
  },
  Proposals_split: {
    valid: async (round) => {
      const it = await one(round);
      return { ...within(it), json: { proposal: seen(it.first), at: it.first.span.start + 15 } };
    },
    412: async (round) => {
      const it = await one(round, keptOf);
      return { ...within(it), json: { proposal: { id: it.first.id, version: 7 }, at: it.first.span.start + 15 } };
    },
    422: async (round) => {
      const it = await one(round, keptOf);
      return { ...within(it), json: { proposal: seen(it.first), at: it.first.span.end } };
    },
  },
  Places_get: {
    valid: async (round) => {
      const { proposals: _proposals, ...filling } = await accepted(round);
      const { recommendations } = await round.make('Intake_record', filling);
      const [first] = recommendations as { id: string }[];
      return { ...editor(round), path: { recommendationId: first?.id ?? '' } };
    },
  },
};
