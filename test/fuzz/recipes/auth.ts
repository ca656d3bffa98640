import type { Filling } from '../draft.js';
import { NOBODY, PASSWORD, browser, recoveryOf } from '../people.js';
import type { Recipes, Round } from '../round.js';

export const AUTH: Recipes = {
  SignIn_start: {
    valid: (round) => ({ caller: NOBODY, json: { email: round.as('editor').email, password: PASSWORD } }),
    401: (round) => ({
      caller: NOBODY,
      json: { email: round.as('editor').email, password: 'quite a wrong one' },
    }),
    403: (round) => ({
      caller: NOBODY,
      headers: { origin: 'https://elsewhere.example' },
      json: { email: round.as('editor').email, password: PASSWORD },
    }),
  },
  SignIn_end: { valid: async (round) => ({ caller: await browser(round.a, round.as('partner')) }) },
  Me_get: { valid: (round) => ({ caller: round.as('editor') }) },
  Me_changePassword: {
    valid: async (round) => ({
      caller: await round.spare(),
      json: { current: PASSWORD, new: `lantern orbit quiet ${round.random.word()}` },
    }),
    422: async (round) => ({ caller: await round.spare(), json: { current: PASSWORD, new: 'password1234' } }),
  },
  Me_listSessions: { valid: (round) => ({ caller: round.as('editor') }) },
  Me_endSession: {
    valid: async (round) => {
      const caller = await browser(round.a, round.as('editor'));
      return { caller, path: { id: caller.sessionId } };
    },
  },
  Me_listTokens: { valid: (round) => ({ caller: round.as('editor') }) },
  Me_createToken: {
    valid: (round) => ({
      caller: round.as('editor'),
      json: { name: round.random.word(), workspace: round.a.slug, role: 'editor', expiresInDays: 1 },
    }),
    422: (round) => ({
      caller: round.as('editor'),
      json: { name: 'x', workspace: round.a.slug, role: 'auditor' },
    }),
  },
  Me_endToken: {
    valid: async (round) => ({
      caller: round.as('editor'),
      path: { id: String((await round.make('Me_createToken'))['id']) },
    }),
  },
  Acceptances_get: {
    valid: async (round) => ({
      caller: NOBODY,
      path: { token: String((await round.make('Invitations_create'))['token']) },
    }),
  },
  Recoveries_use: {
    valid: (round) => recovering(round),
    403: async (round) => ({ ...(await recovering(round)), headers: { origin: 'https://elsewhere.example' } }),
    422: async (round) => ({ ...(await recovering(round)), json: { password: 'password1234' } }),
  },
  Acceptances_create: {
    valid: async (round) => {
      const { token } = await round.make('Invitations_create');
      return {
        caller: NOBODY,
        path: { token: String(token) },
        json: { name: 'New Colleague', password: `lantern orbit quiet ${round.random.word()}` },
      };
    },
    401: async (round) => {
      const { token } = await round.make('Invitations_create', {
        json: invitationFor(round.as('partner').email, round.a.organizationId),
      });
      return { caller: NOBODY, path: { token: String(token) }, json: { name: 'Paul', password: 'quite a wrong one' } };
    },
    403: async (round) => {
      const { token } = await round.make('Invitations_create');
      return {
        caller: NOBODY,
        path: { token: String(token) },
        headers: { origin: 'https://elsewhere.example' },
        json: { name: 'x', password: PASSWORD },
      };
    },
    422: async (round) => {
      const { token } = await round.make('Invitations_create');
      return { caller: NOBODY, path: { token: String(token) }, json: { name: 'x', password: 'password1234' } };
    },
    409: async (round) => {
      const { token } = await round.make('Invitations_create', {
        json: invitationFor(round.as('partner').email, round.a.organizationId),
      });
      return { caller: NOBODY, path: { token: String(token) }, json: { name: 'Paul', password: PASSWORD } };
    },
  },
};

const invitationFor = (email: string | undefined, organizationId: string): unknown => ({
  email,
  organizationId,
  roles: ['editor'],
});

/** With a link that the operator made on the server, which no operation does. */
const recovering = async (round: Round): Promise<Filling> => ({
  caller: NOBODY,
  path: { token: await recoveryOf(round.a, await round.spare()) },
  json: { password: `lantern orbit quiet ${round.random.word()}` },
});
