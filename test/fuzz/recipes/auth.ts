import type { Filling } from '../draft.js';
import { type Caller, NOBODY, PASSWORD, browser, recoveryOf } from '../people.js';
import type { Recipes, Round } from '../round.js';
import { askedOf, begunPasskey, Device, withPasskey } from '../../support/passkeys.js';
import { type Authenticator, halfSignedIn, withAuthenticator } from '../../support/second-factors.js';

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
  SignIn_finish: {
    valid: (round) => halfWay(round),
    401: async (round) => ({ ...(await halfWay(round)), json: { code: '000000' } }),
    403: async (round) => {
      const { headers, ...half } = await halfWay(round);
      return { ...half, headers: { ...headers, origin: 'https://elsewhere.example' } };
    },
  },
  SignIn_askPasskey: {
    valid: (round) => withKey(round, ({ json: _, ...asking }) => asking),
    401: () => ({ caller: NOBODY, headers: { cookie: 'heed_step=none' } }),
    403: (round) =>
      withKey(round, ({ json: _, headers, ...asking }) => ({ ...asking, headers: { ...headers, ...ELSEWHERE } })),
    409: async (round) => {
      const { json: _, ...half } = await halfWay(round);
      return half;
    },
  },
  SignIn_finishWithPasskey: {
    valid: (round) => withKey(round),
    401: (round) =>
      withKey(round, ({ json, ...half }) => ({ ...half, json: { ...(json as object), signature: 'AAAA' } })),
    403: (round) => withKey(round, ({ headers, ...half }) => ({ ...half, headers: { ...headers, ...ELSEWHERE } })),
  },
  OwnPasskeys_begin: {
    valid: async (round) => ({ caller: await round.spare(), json: { password: PASSWORD, name: round.random.word() } }),
    422: async (round) => ({ caller: await round.spare(), json: { password: 'quite a wrong one', name: 'x' } }),
  },
  OwnPasskeys_confirm: {
    valid: (round) => newKey(round),
    409: async (round) => {
      const device = new Device();
      await round.make('OwnPasskeys_confirm', await newKey(round, undefined, device));
      return newKey(round, undefined, device);
    },
    422: (round) => newKey(round, 'A'.repeat(43)),
  },
  SecondFactors_list: { valid: (round) => ({ caller: round.as('editor') }) },
  SecondFactors_addAuthenticator: {
    valid: async (round) => ({ caller: await round.spare(), json: { password: PASSWORD, name: round.random.word() } }),
    422: async (round) => ({ caller: await round.spare(), json: { password: 'quite a wrong one', name: 'x' } }),
  },
  SecondFactors_confirmAuthenticator: {
    valid: async (round) => {
      const caller = await round.spare();
      const { id, code } = await authenticatorIn(round, caller, false);
      return { caller, path: { id }, json: { code: code() } };
    },
    422: async (round) => {
      const caller = await round.spare();
      const { id, code } = await authenticatorIn(round, caller, false);
      return { caller, path: { id }, json: { code: code(9) } };
    },
  },
  SecondFactors_remove: {
    valid: async (round) => {
      const caller = await round.spare();
      const { id } = await authenticatorIn(round, caller);
      return { caller, path: { id } };
    },
  },
  SecondFactors_countRecoveryCodes: { valid: (round) => ({ caller: round.as('editor') }) },
  SecondFactors_renewRecoveryCodes: {
    valid: async (round) => {
      const caller = await round.spare();
      await authenticatorIn(round, caller);
      return { caller };
    },
    409: async (round) => ({ caller: await round.spare() }),
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

/** An app of the caller's that makes codes, confirmed or not: what an operation answers of one is sealed. */
function authenticatorIn({ a }: Round, { member }: Caller, isConfirmed = true): Promise<Authenticator> {
  if (!member) throw new Error('Nobody has no app.');
  return withAuthenticator({ a }, member, isConfirmed);
}

const ELSEWHERE = { origin: 'https://elsewhere.example' };

/** Between the two steps of a sign-in, with a passkey that has signed what was asked. */
async function withKey(round: Round, otherwise: (right: Filling) => Filling = (right) => right): Promise<Filling> {
  const { member } = await round.spare();
  if (!member) throw new Error('A spare is somebody.');
  const { device } = await withPasskey(round, member);
  const cookie = await halfSignedIn(round, member);
  const challenge = await askedOf(round, ['signing in', cookie.replace('heed_step=', '')]);
  return otherwise({ caller: NOBODY, headers: { cookie }, json: device.sign(challenge) });
}

/** A passkey that was begun, and what the browser made of it. */
async function newKey(round: Round, challenge?: string, device = new Device()): Promise<Filling> {
  const caller = await browser(round.a, await round.spare());
  const id = await begunPasskey(round, caller.member);
  const asked = await askedOf(round, ['adding', id, caller.sessionId]);
  return { caller, path: { id }, json: device.make(challenge ?? asked) };
}

/** Between the two steps of a sign-in. */
async function halfWay(round: Round): Promise<Filling> {
  const { member } = await round.spare();
  if (!member) throw new Error('A spare is somebody.');
  const app = await withAuthenticator(round, member);
  return { caller: NOBODY, headers: { cookie: await halfSignedIn(round, member) }, json: { code: app.code() } };
}
