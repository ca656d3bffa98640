// One thing wrong in the body of a request.

import type { Draft } from './draft.js';
import { ODD_DATES, ODD_TEXTS, ODD_VALUES } from './odd.js';
import type { Round } from './round.js';

export type Spoiling = (draft: Draft, round: Round) => Draft;

const fieldsOf = ({ json }: Draft): Record<string, unknown> =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};

/** Changes one field of the body: of one in three it is one of an inner object or list. */
function inField(draft: Draft, { random }: Round, change: (value: unknown) => unknown): Draft {
  const json = structuredClone(fieldsOf(draft));
  const names = Object.keys(json);
  if (names.length === 0) return { ...draft, json: { [random.word(5)]: change('x') } };
  const name = random.pick(names);
  const inner = json[name];
  if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && random.happens(0.33)) {
    const key = random.pick(Object.keys(inner));
    (inner as Record<string, unknown>)[key] = change((inner as Record<string, unknown>)[key]);
  } else json[name] = change(inner);
  return { ...draft, json };
}

/** By what goes wrong in the body. */
export const OF_BODIES: Record<string, Spoiling> = {
  'wrong type': (draft, round) => inField(draft, round, () => round.random.pick(ODD_VALUES)),
  'missing field': (draft, round) => {
    const names = Object.keys(fieldsOf(draft));
    const { [names.length > 0 ? round.random.pick(names) : '']: _gone, ...json } = fieldsOf(draft);
    return { ...draft, json };
  },
  'unknown field': (draft, { random }) => ({
    ...draft,
    json: {
      ...fieldsOf(draft),
      [random.pick(['id', 'version', 'workspaceId', 'constructor', 'toString', random.word(6)])]: 1,
    },
  }),
  'too long': (draft, round) => inField(draft, round, () => 'x'.repeat(round.random.pick([121, 501, 5001, 60_000]))),
  'odd text': (draft, round) => inField(draft, round, () => round.random.pick(ODD_TEXTS)),
  'odd date': (draft, round) => {
    const dates = Object.keys(fieldsOf(draft)).filter((name) => /On$|from|until/.test(name));
    const json = { ...fieldsOf(draft) };
    if (dates.length > 0) json[round.random.pick(dates)] = round.random.pick(ODD_DATES);
    return dates.length > 0 ? { ...draft, json } : inField(draft, round, () => round.random.pick(ODD_DATES));
  },
  'id of another': (draft, round) => {
    const ids = Object.entries(fieldsOf(draft)).filter(([name]) => /Ids?$|partOf|through/.test(name));
    if (ids.length === 0) return inField(draft, round, () => round.random.uuid());
    const [name, value] = round.random.pick(ids);
    const id = round.random.pick([
      round.random.uuid(),
      ...round.hidden.map((each) => each.id),
      ...round.pool.all().slice(0, 20),
    ]);
    return { ...draft, json: { ...fieldsOf(draft), [name]: Array.isArray(value) ? [id] : id } };
  },
  'content type': (draft, { random }) => ({
    ...draft,
    headers: {
      ...draft.headers,
      'content-type': random.pick([
        'text/plain',
        'application/xml',
        'multipart/form-data',
        'application/x-www-form-urlencoded',
        'application/json; charset=utf-16',
        'x',
        '',
      ]),
    },
  }),
};
