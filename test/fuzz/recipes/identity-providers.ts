import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { browser, type Caller, NOBODY } from '../people.js';
import type { Recipes, Round } from '../round.js';

/** Addresses that Heed refuses to ask before it asks anybody: the fuzz talks to no other server. What a provider that runs answers: test/e2e/provider-sign-ins.test.ts. */
export const IDENTITY_PROVIDERS: Recipes = {
  IdentityProviders_create: {
    valid: async (round) => ({ ...admin(round), json: await provider(round) }),
    409: async (round) => {
      const json = await provider(round);
      await round.make('IdentityProviders_create', { ...admin(round), json });
      return { ...admin(round), json };
    },
    422: async (round) => ({ ...admin(round), json: { ...(await provider(round)), issuer: 'http://10.0.0.1:8080' } }),
  },
  IdentityProviders_update: {
    valid: (round) => ({ ...admin(round), json: { clientSecret: round.random.word() } }),
  },
  IdentityProviders_remove: { valid: (round) => admin(round) },
  OwnIdentities_list: { valid: (round) => ({ caller: round.as('editor') }) },
  OwnIdentities_unlink: {
    valid: async (round) => {
      const caller = await browser(round.a, await round.spare());
      const id = await linked(round, caller);
      return { caller, path: { id } };
    },
  },
  ProviderSignIn_begin: {
    403: () => ({ caller: NOBODY, headers: ELSEWHERE, json: { code: 'aaaa-bbbb-cccc' } }),
  },
  ProviderSignIn_finish: {
    401: () => ({ caller: NOBODY, json: { answer: 'code=none&state=none' } }),
    403: () => ({ caller: NOBODY, headers: ELSEWHERE, json: { answer: 'code=none&state=none' } }),
  },
};

const ELSEWHERE = { origin: 'https://elsewhere.example' };
const admin = (round: Round) => ({ caller: round.as('administrator') });

/** Of an organization that has none yet. */
async function provider(round: Round) {
  const { id } = await round.make('Organizations_create');
  return { organizationId: id, issuer: 'https://127.0.0.1', clientId: 'heed', clientSecret: round.random.word() };
}

/** Past the services: no provider that runs speaks for anybody here. */
async function linked(round: Round, { member }: Caller): Promise<string> {
  const { id } = await round.make('IdentityProviders_create', { ...admin(round), json: await provider(round) });
  return round.a.insert('linked_identity', {
    id: uuid(),
    account_id: member?.actor.accountId,
    provider_id: id,
    subject_mark: randomBytes(32),
  });
}
