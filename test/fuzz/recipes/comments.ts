import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';
import { withdrawn } from './evidence.js';

/** Each changes their own comments alone: one person writes all of them, and mentions another. */
export const COMMENTS: Recipes = {
  Comments_create: {
    valid: said,
    409: async (round) => {
      const { id, followUpId } = await resolved(round);
      return { caller: editor(round), path: { followUpId }, json: { text: 'One more thing.', replyTo: id } };
    },
    422: async (round) => {
      const { id: replyTo, followUpId } = await commented(round);
      const caller = editor(round);
      const { id } = await round.make('Comments_create', {
        caller,
        path: { followUpId },
        json: { text: 'Yes.', replyTo },
      });
      return { caller, path: { followUpId }, json: { text: 'And?', replyTo: id } };
    },
  },
  EvidenceComments_create: {
    valid: onPiece,
    409: async (round) => {
      const { caller, path, json } = await onPiece(round);
      const made = await round.make('EvidenceComments_create', { caller, path, json });
      await round.make('Comments_resolve', { path: { id: String(made['id']) } });
      return { caller, path, json: { text: 'One more thing.', replyTo: made['id'] } };
    },
    410: async (round) => ({ ...(await onPiece(round)), path: { evidenceId: await withdrawn(round) } }),
    422: async (round) => {
      const { caller, path, json } = await onPiece(round);
      const first = await round.make('EvidenceComments_create', { caller, path, json });
      const reply = { text: 'Yes.', replyTo: first['id'] };
      const { id } = await round.make('EvidenceComments_create', { caller, path, json: reply });
      return { caller, path, json: { text: 'And?', replyTo: id } };
    },
  },
  Comments_edit: {
    valid: async (round) => ({ ...(await own(round)), json: { text: round.random.word() } }),
    409: async (round) => ({ ...(await removed(round)), headers: { 'if-match': '"2"' }, json: { text: 'x' } }),
    412: async (round) => ({ ...(await own(round)), headers: { 'if-match': '"7"' }, json: { text: 'x' } }),
    422: async (round) => {
      const spare = await round.spare();
      await round.a.rows('UPDATE membership SET ends_on = starts_on WHERE id = $1', [spare.membershipId]);
      return { ...(await own(round)), json: { text: 'x', mentions: [spare.membershipId] } };
    },
  },
  Comments_remove: {
    valid: own,
    409: async (round) => ({ ...(await removed(round)), headers: { 'if-match': '"2"' } }),
    412: async (round) => ({ ...(await own(round)), headers: { 'if-match': '"7"' } }),
  },
  Comments_resolve: {
    valid: async (round) => ({ path: { id: (await commented(round)).id } }),
    409: async (round) => ({ path: { id: (await resolved(round)).id } }),
  },
  Comments_reopen: {
    valid: async (round) => ({ path: { id: (await resolved(round)).id }, headers: { 'if-match': '"2"' } }),
    409: async (round) => ({ path: { id: (await commented(round)).id }, headers: { 'if-match': '"1"' } }),
    412: async (round) => ({ path: { id: (await resolved(round)).id }, headers: { 'if-match': '"7"' } }),
  },
  Comments_acknowledge: {
    valid: async (round) => ({ caller: round.as('partner'), path: { id: (await commented(round)).id } }),
    409: async (round) => ({ caller: editor(round), path: { id: (await commented(round)).id } }),
  },
};

const editor = (round: Round) => round.as('editor');

/** On a follow-up that its own organization keeps to nobody. */
async function said(round: Round): Promise<Filling> {
  const followUpId = String((await round.make('FollowUps_create'))['id']);
  const mentions = [round.as('partner').member?.actor.membershipId];
  return { caller: editor(round), path: { followUpId }, json: { text: 'Has anybody asked again?', mentions } };
}

async function onPiece(round: Round): Promise<Filling> {
  const caller = editor(round);
  const evidenceId = String((await round.make('Evidence_create', { caller }))['id']);
  return { caller, path: { evidenceId }, json: { text: 'Who translated it?' } };
}

async function commented(round: Round): Promise<{ id: string; followUpId: string }> {
  const { id, followUpId } = await round.make('Comments_create', await said(round));
  return { id: String(id), followUpId: String(followUpId) };
}

async function own(round: Round): Promise<Filling> {
  return { caller: editor(round), path: { id: (await commented(round)).id } };
}

async function removed(round: Round): Promise<Filling> {
  const filling = await own(round);
  await round.make('Comments_remove', { ...filling, headers: { 'if-match': '"1"' } });
  return filling;
}

async function resolved(round: Round): Promise<{ id: string; followUpId: string }> {
  const made = await commented(round);
  await round.make('Comments_resolve', { path: { id: made.id } });
  return made;
}
