// How any operation is led to a failure that the document names, from the document alone. What takes more is a recipe.

import type { Operation } from './document.js';
import type { Draft } from './draft.js';
import { NOBODY } from './people.js';
import { RECIPES } from './recipes.js';
import type { Round } from './round.js';

type Leading = (round: Round, operation: Operation) => Promise<Draft | undefined>;

/** What is refused before anything is looked for needs nothing prepared. */
const BY_STATUS: Record<string, Leading> = {
  400: async (round, operation) => {
    const draft = await round.fill(operation);
    const ways: Draft[] = [];
    if (operation.body) ways.push({ ...draft, raw: '{' }, { ...draft, json: { nonsense: true } });
    if (operation.names.some((name) => isId(round, operation, name)))
      ways.push({ ...draft, path: { ...draft.path, [idName(round, operation)]: 'no-id' } });
    const asked = (operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
    if (asked.includes('fields')) ways.push({ ...draft, query: [['fields', 'nonsense']] });
    if (asked.some((name) => name !== 'fields')) ways.push({ ...draft, query: [['nonsense', '1']] });
    if (operation.method === 'POST') ways.push({ ...draft, headers: { ...draft.headers, 'idempotency-key': 'é' } });
    return ways.length > 0 ? round.random.pick(ways) : undefined;
  },
  401: async (round, operation) => ({
    ...(await round.fill(operation)),
    caller: round.random.pick([NOBODY, ...round.strangers.filter(({ name }) => name.includes('ended'))]),
  }),
  403: async (round, operation) => {
    const others = round.people.filter(
      ({ roles }) => operation.roles && !roles.some((role) => operation.roles?.includes(role)),
    );
    const draft = await round.fill(operation);
    if (others.length > 0)
      return { ...draft, caller: round.random.pick(others)[round.random.pick(['program', 'browser'] as const)] };
    // Whoever may do it from the page of Heed may not from another.
    const { browser } = round.random.pick(round.people);
    return { ...draft, caller: { ...browser, headers: { ...browser.headers, origin: 'https://elsewhere.example' } } };
  },
  404: async (round, operation) => {
    const draft = await round.valid(operation);
    const stranger = round.strangers.find(({ name }) => name.includes('elsewhere'));
    if (stranger && operation.names.includes('workspace') && round.random.happens(0.4))
      return { ...draft, caller: stranger };
    const names = operation.names.filter((name) => name !== 'workspace' || operation.names.length === 1);
    if (names.length === 0) return undefined;
    const name = round.random.pick(names);
    return {
      ...draft,
      path: { ...draft.path, [name]: isId(round, operation, name) ? round.random.uuid() : 'nowhere' },
    };
  },
  412: async (round, operation) => ({ ...(await round.valid(operation)), headers: { 'if-match': '"99"' } }),
  413: async (round, operation) => {
    const draft = await round.fill(operation);
    return { ...draft, raw: `{"a":"${'x'.repeat(1_048_600)}"}` };
  },
  415: async (round, operation) => {
    const draft = await round.fill(operation);
    return {
      ...draft,
      headers: { ...draft.headers, 'content-type': round.random.pick(['text/plain', 'application/xml']) },
    };
  },
  422: async (round, operation) => {
    if (!takesKey(round, operation)) return undefined;
    const headers = { 'idempotency-key': round.random.word() };
    const first = await round.valid(operation, { query: [] });
    first.headers = { ...first.headers, ...headers };
    await round.send(first, 'prepared');
    // The key is looked up before the body is read: any other body is another request.
    return { ...first, json: { ...(first.json as object | undefined), another: 'body' } };
  },
  428: async (round, operation) => {
    const draft = await round.valid(operation);
    const { 'if-match': _left, ...headers } = draft.headers;
    return { ...draft, headers };
  },
};

export const takesKey = (round: Round, operation: Operation): boolean =>
  round.document.parameter(operation, 'header', 'Idempotency-Key') !== undefined;
const isId = ({ document }: Round, operation: Operation, name: string): boolean =>
  document.parameter(operation, 'path', name)?.schema.format === 'uuid';
const idName = (round: Round, operation: Operation): string =>
  operation.names.find((name) => isId(round, operation, name)) ?? 'id';

export const hasRecipe = ({ operationId }: Operation, status: string): boolean =>
  RECIPES[operationId]?.[status as '409'] !== undefined;

/** A request that should be refused with this status: by the operation's recipe, or as any operation can be. */
export async function lead(round: Round, operation: Operation, status: string): Promise<Draft | undefined> {
  const recipe = RECIPES[operation.operationId]?.[status as '409'];
  return recipe ? round.fill(operation, await recipe(round)) : BY_STATUS[status]?.(round, operation);
}
