import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';

type Noun = 'Addressee' | 'Source';

export const MERGES: Recipes = {
  ...mergesOf('Source'),
  ...mergesOf('Addressee', {
    // Both are followed with one recommendation.
    409: async (round) => {
      const first = await round.make('FollowUps_create');
      const second = await round.make('FollowUps_create', {
        path: { recommendationId: first['recommendation'].id },
        json: { ask: 'The same.', addresseeId: await made(round, 'Addressee'), asked: true },
      });
      return { path: { id: first['addressee'].id }, json: { into: second['addressee'].id } };
    },
  }),
};

function mergesOf(noun: Noun, conflict: Recipes[string] = {}): Recipes {
  return {
    [`${noun}s_get`]: { 308: async (round) => ({ path: { id: (await merged(round, noun)).id } }) },
    [`${noun}Merges_preview`]: {
      valid: async (round) => ({
        path: { id: await made(round, noun) },
        query: [['into', await made(round, noun)]],
      }),
      422: async (round) => {
        const id = await made(round, noun);
        return { path: { id }, query: [['into', id]] };
      },
    },
    [`${noun}Merges_create`]: {
      valid: async (round) => ({
        path: { id: await lost(round, noun) },
        json: { into: await kept(round, noun) },
      }),
      ...conflict,
    },
    [`${noun}Merges_get`]: { valid: async (round) => ({ path: { id: (await merged(round, noun)).id } }) },
    [`${noun}Merges_undo`]: {
      valid: (round) => undoing(round, noun),
      // What it was found by was given to another one since.
      409: async (round) => {
        const { filling, was } = await mergedBefore(round, noun);
        const json = {
          ...shape(noun, round),
          ...(noun === 'Source' ? { symbol: was['symbol'] } : { code: was['code'] }),
        };
        await round.make(`${noun}s_create`, { json });
        return filling;
      },
    },
  };
}

const made = async (round: Round, noun: Noun): Promise<string> => String((await round.make(`${noun}s_create`))['id']);

const kept = (round: Round, noun: Noun): Promise<string> => round.idOf(noun.toLowerCase(), `${noun}s_create`);

/** One that nothing else of the round is to name, for it is about to go. */
async function lost(round: Round, noun: Noun): Promise<string> {
  const id = await made(round, noun);
  round.pool.forget(id);
  return id;
}

const shape = (noun: Noun, { random }: Round): Record<string, unknown> =>
  noun === 'Source' ? { title: random.word(), kind: 'letter' } : { name: random.word(), kind: 'group' };

async function merged(round: Round, noun: Noun): Promise<{ id: string; version: number; was: Record<string, any> }> {
  const id = await lost(round, noun);
  const { version, was } = await round.make(`${noun}Merges_create`, {
    path: { id },
    json: { into: await kept(round, noun) },
  });
  return { id, version: Number(version), was: was as Record<string, any> };
}

async function mergedBefore(round: Round, noun: Noun): Promise<{ filling: Filling; was: Record<string, any> }> {
  const { id, version, was } = await merged(round, noun);
  return { filling: { path: { id }, headers: { 'if-match': `"${String(version)}"` } }, was };
}

const undoing = async (round: Round, noun: Noun): Promise<Filling> => (await mergedBefore(round, noun)).filling;
