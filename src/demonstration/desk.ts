// What every loader of a noun works with. The loaders do what a person would do at the page, through the same services.

import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { JsonText } from '../common/json-text.js';
import { InputPipe } from '../common/validation.js';

/** Who enters the content of a workspace, and the services to do it with. */
export interface Desk {
  app: INestApplicationContext;
  actor: Actor;
}

/** Ids of things by the codes that the content knows them by. */
export type Ids = ReadonlyMap<string, string>;

/** Of something that the content refers to; throws where it was never entered. */
export function idOf(ids: Ids, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`The demonstration refers to ${code}, which it does not have.`);
  return id;
}

const pipe = new InputPipe();

/** A body as the API would take it: the same checks, and what is undefined left out. Throws the problem it would answer. */
export function asSent<Dto extends object>(dto: Type<Dto>, fields: Dto): Promise<Dto> {
  const body: unknown = JSON.parse(JSON.stringify(fields));
  return pipe.transform(body, { type: 'body', metatype: dto }) as Promise<Dto>;
}

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Everything that a list holds, page by page. */
export async function everything<Item>(
  list: (page: { limit: number; cursor?: string }) => Promise<JsonText>,
): Promise<Item[]> {
  const found: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = (await list({ limit: 200, ...(cursor === undefined ? {} : { cursor }) })).parsed<Page<Item>>();
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

/** Ids by key, of a list of what is there. */
export const idsBy = <Item extends { id: string }>(items: Item[], keyOf: (item: Item) => string): Map<string, string> =>
  new Map(items.map((item) => [keyOf(item), item.id]));

/** Enters what is not there yet, in the order of the content, and answers the ids of all. `enter` may use those before it. */
export async function enterMissing<Content>(
  contents: Content[],
  keyOf: (content: Content) => string,
  there: Ids,
  enter: (content: Content, ids: Ids) => Promise<JsonText>,
): Promise<Ids> {
  const ids = new Map(there);
  for (const content of contents) {
    const key = keyOf(content);
    if (!ids.has(key)) ids.set(key, (await enter(content, ids)).parsed<{ id: string }>().id);
  }
  return ids;
}
