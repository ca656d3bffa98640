import type { Recipes, Round } from '../round.js';

const label = { en: 'A label', ko: '이름' };
const sound = (key: string) => ({
  key,
  version: 1,
  axis: 'implementation',
  official: false,
  title: label,
  source: 'Ours',
  initial: 'open',
  states: { open: { phase: 'unknown', label }, done: { phase: 'fulfilled', label, final: true } },
  transitions: [{ key: 'claim', label, from: ['open'], to: 'done', conditions: [{ is: 'has-note' }] }],
});
const admin = (round: Round) => ({ caller: round.as('administrator') });
const built = { key: 'implementation', version: '1' };

export const WORKFLOWS: Recipes = {
  Workflows_create: {
    valid: (round) => ({ ...admin(round), json: sound(`w${round.random.word()}`) }),
    409: async (round) => ({ ...admin(round), json: sound(String((await round.make('Workflows_create'))['key'])) }),
    422: (round) => ({ ...admin(round), json: { ...sound(`w${round.random.word()}`), initial: 'nowhere' } }),
  },
  Workflows_check: { valid: (round) => ({ json: sound(`w${round.random.word()}`) }) },
  Workflows_versions: { valid: () => ({ path: { key: built.key } }) },
  Workflows_graph: { valid: () => ({ path: built }) },
  CrossWalks_create: {
    valid: async (round) => ({ ...admin(round), json: await crossWalk(round) }),
  },
};

async function crossWalk(round: Round): Promise<unknown> {
  const keys = [await round.make('Workflows_create'), await round.make('Workflows_create')].map(
    ({ key }) => `${String(key)}@1`,
  );
  return {
    from: keys[0],
    to: keys[1],
    source: 'Ours',
    reason: 'They say the same.',
    states: { open: 'open', done: 'done' },
  };
}
