import type { Recipes, Round } from '../round.js';

export const ENGAGEMENTS: Recipes = {
  Engagements_create: { valid: async (round) => ({ json: await engagement(round) }) },
  Engagements_update: {
    valid: ({ random }) => ({ json: { summary: random.word() } }),
    422: async (round) => {
      const { id: byAddresseeId } = await round.make('Addressees_create');
      const json = { ...(await engagement(round)), byAddresseeId };
      const { id } = await round.make('Engagements_create', { json });
      return { path: { id: String(id) }, json: { addresseeIds: [byAddresseeId] } };
    },
  },
  EngagementEvidence_attach: {
    valid: pair,
    422: async (round) => {
      const { json, ...rest } = await pair(round);
      await round.make('EvidenceWithdrawals_create', {
        caller: rest.caller,
        path: { id: json.evidenceId },
        json: { reason: 'Our source is in danger.' },
      });
      return { json, ...rest };
    },
  },
  EngagementEvidence_detach: {
    valid: async (round) => {
      const { path, json, caller } = await pair(round);
      await round.make('EngagementEvidence_attach', { path, json, caller });
      return { path: { ...path, evidenceId: json.evidenceId }, caller };
    },
  },
};

async function pair(round: Round) {
  const caller = round.as('editor');
  const engagementId = String((await round.make('Engagements_create'))['id']);
  const evidenceId = String((await round.make('Evidence_create', { caller }))['id']);
  return { caller, path: { engagementId }, json: { evidenceId, shows: 'text' } };
}

async function engagement(round: Round) {
  const addressee = await round.make('Addressees_create');
  return {
    kind: 'letter',
    summary: 'We wrote.',
    occurredOn: '2010-06',
    addresseeIds: [addressee['id']],
    recommendationIds: [(await round.make('Recommendations_create'))['id']],
  };
}
