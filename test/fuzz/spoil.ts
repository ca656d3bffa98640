// One thing wrong in a request that is otherwise as it should be.

import { ODD_DATES, ODD_TEXTS } from './odd.js';
import type { Draft } from './draft.js';
import { nounInPath } from './nouns.js';
import { NOBODY } from './people.js';
import type { Round } from './round.js';
import { OF_BODIES, type Spoiling } from './spoil-body.js';

const OF_ALL: Record<string, Spoiling> = {
  'bad id': (draft, { random, hidden }) => {
    const names = draft.operation.names;
    if (names.length === 0) return draft;
    const value = random.pick([random.uuid(), random.pick(hidden).id, random.word(), '0', ...ODD_TEXTS]);
    return { ...draft, path: { ...draft.path, [random.pick(names)]: value } };
  },
  'bad query': (draft, { random }) => {
    const known = (draft.operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
    const name = random.pick([...known, ...known, random.word(5), '__proto__', 'constructor']);
    return {
      ...draft,
      query: [...draft.query, [name, random.pick([...ODD_TEXTS, ...ODD_DATES, random.uuid(), '-1', '1e9', 'true'])]],
    };
  },
  'bad cursor': (draft, { random, pool }) => {
    const stolen =
      pool.nextPages.length > 0
        ? new URL(random.pick(pool.nextPages).path, 'http://x').searchParams.get('cursor')
        : null;
    const values = [
      stolen ?? 'x',
      'e30',
      Buffer.from(JSON.stringify({ a: [1, null] })).toString('base64url'),
      Buffer.from('["x"]').toString('base64url'),
      'a'.repeat(6000),
      ...ODD_TEXTS,
    ];
    return { ...draft, query: [...draft.query, ['cursor', random.pick(values)]] };
  },
  'bad If-Match': (draft, { random }) => ({
    ...draft,
    headers: {
      ...draft.headers,
      'if-match': random.pick([
        '"0"',
        '"999999999"',
        '1',
        '*',
        'W/"1"',
        '"1", "2"',
        '""',
        '"-1"',
        '"99999999999"',
        'x'.repeat(300),
      ]),
    },
  }),
  'bad Idempotency-Key': (draft, { random }) => ({
    ...draft,
    headers: {
      ...draft.headers,
      'idempotency-key': random.pick(['', ' ', 'a b', 'é', 'x'.repeat(201), 'x'.repeat(200), '"', random.word()]),
    },
  }),
  'bad header': (draft, { random }) => ({
    ...draft,
    headers: {
      ...draft.headers,
      [random.pick([
        'accept',
        'accept-language',
        'accept-encoding',
        'x-request-id',
        'x-heed-request',
        'origin',
        'range',
        'if-none-match',
        'x-http-method-override',
        'authorization',
        'cookie',
      ])]: random.pick([
        '*/*;q=x',
        'ko',
        'en;q=9,,,',
        'é',
        'x'.repeat(2000),
        'null',
        'Bearer heed_x',
        'heed_session=%00',
        'bytes=0-',
        'DELETE',
        'text/html',
      ]),
    },
  }),
  // Not who belongs here where the request changes what is the caller's own: the rest of the round needs them.
  'somebody else': (draft, { random, strangers, people }) => ({
    ...draft,
    caller: random.pick(
      !draft.operation.names.includes('workspace')
        ? [NOBODY, ...strangers]
        : [NOBODY, ...strangers, ...people.map(({ program }) => program), ...people.map(({ browser }) => browser)],
    ),
  }),
};

/** The request with the id of a thing that its caller may not know, of the very kind that belongs there. */
export function astray(draft: Draft, { random, hidden }: Round): Draft | undefined {
  const { names, path } = draft.operation;
  const ways = names.flatMap((name) =>
    hidden
      .filter(({ noun }) => name !== 'workspace' && noun === nounInPath(path, name))
      .map(({ id }) => ({ [name]: id })),
  );
  return ways.length > 0 ? { ...draft, path: { ...draft.path, ...random.pick(ways) } } : undefined;
}

/** Spoils the request in one way, and says in which. */
export function spoil(draft: Draft, round: Round): Draft {
  const ways = { ...OF_ALL, ...(draft.operation.body ? OF_BODIES : {}) };
  // Few operations take dates, and there are many odd ones.
  const isDated = Object.keys(draft.json ?? {}).some((name) => /On$/.test(name));
  const way = isDated && round.random.happens(0.3) ? 'odd date' : round.random.pick(Object.keys(ways));
  return ways[way]?.(draft, round) ?? draft;
}
