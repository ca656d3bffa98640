import type { Recipes, Round } from '../round.js';

export const ORGANIZATIONS: Recipes = {
  Workspaces_list: { valid: (round) => ({ caller: round.as('editor') }) },
  Workspaces_update: {
    valid: async (round) => {
      // Other recipes change its settings past the services.
      const [{ version } = { version: 0 }] = await round.a.rows<{ version: number }>(
        'SELECT version FROM workspace WHERE id = $1',
        [round.a.workspaceId],
      );
      return {
        ...admin(round),
        headers: { 'if-match': `"${String(version)}"` },
        json: { name: round.random.word(), timeZone: 'Asia/Seoul', languages: ['en', 'ko'] },
      };
    },
  },
  Organizations_create: {
    valid: (round) => ({ ...admin(round), json: { name: `Organization ${round.random.word()}` } }),
    409: async (round) => ({ ...admin(round), json: { name: (await round.make('Organizations_create'))['name'] } }),
  },
  Organizations_update: {
    valid: (round) => ({ ...admin(round), json: { name: `Organization ${round.random.word()}` } }),
    409: async (round) => {
      const [one, other] = [await round.make('Organizations_create'), await round.make('Organizations_create')];
      return { ...admin(round), path: { id: String(one['id']) }, json: { name: other['name'] } };
    },
  },
  Organizations_remove: {
    valid: (round) => admin(round),
    409: (round) => ({ ...admin(round), path: { id: round.a.organizationId } }),
  },
  Members_get: { valid: (round) => ({ path: { id: membershipOf(round, 'editor') } }) },
  Members_leaving: { valid: (round) => ({ ...admin(round), path: { id: membershipOf(round, 'editor') } }) },
  Members_update: {
    valid: async (round) => ({
      ...admin(round),
      path: { id: (await round.spare()).membershipId },
      json: { roles: ['editor'] },
    }),
    409: async (round) => {
      const last = round.as('administrator');
      await round.a.rows(
        `UPDATE membership SET ends_on = '2099-01-01' WHERE workspace_id = $1 AND 'administrator' = ANY (roles) AND id <> $2`,
        [round.a.workspaceId, last.member?.actor.membershipId],
      );
      return { caller: last, path: { id: last.member?.actor.membershipId ?? '' }, json: { endsOn: '2098-01-01' } };
    },
    422: async (round) => ({
      ...admin(round),
      path: { id: (await round.spare()).membershipId },
      json: { readsAll: true },
    }),
  },
  RoleRequests_list: { valid: async (round) => ({ path: { memberId: (await round.spare()).membershipId } }) },
  RoleRequests_create: {
    valid: async (round) => ({
      ...admin(round),
      path: { memberId: (await round.spare()).membershipId },
      json: { role: 'verifier' },
    }),
    409: async (round) => ({
      ...admin(round),
      path: { memberId: (await round.spare(['verifier'])).membershipId },
      json: { role: 'verifier' },
    }),
  },
  RoleRequests_confirm: {
    valid: requested,
    409: async (round) => {
      const asked = await requested(round);
      await round.make('RoleRequests_confirm', asked);
      return asked;
    },
  },
  Invitations_create: {
    valid: (round) => ({
      ...admin(round),
      json: { email: `${round.random.word()}@fuzz.example`, organizationId: round.a.organizationId, roles: ['editor'] },
    }),
  },
  Invitations_withdraw: {
    valid: (round) => admin(round),
    409: async (round) => {
      const { id } = await round.make('Invitations_create');
      const path = { id: String(id) };
      await round.make('Invitations_withdraw', { ...admin(round), path, headers: { 'if-match': '"1"' } });
      return { ...admin(round), path, headers: { 'if-match': '"2"' } };
    },
  },
};

const admin = (round: Round) => ({ caller: round.as('administrator') });
const membershipOf = (round: Round, role: 'editor'): string => round.as(role).member?.actor.membershipId ?? '';

/** Asked for by one administrator, to be confirmed by the other. */
async function requested(round: Round) {
  const made = { path: { memberId: (await round.spare()).membershipId }, caller: round.as('administrator') };
  const { id } = await round.make('RoleRequests_create', made);
  return { caller: round.as('administrator', 1), path: { ...made.path, id: String(id) } };
}
