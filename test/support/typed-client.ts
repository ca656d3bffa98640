// A client as others write theirs: over HTTP to a server that listens, with the types of the document. What the document does
// not know, or knows as another type, fails `tsc`.

import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../docs/api/openapi.js';
import type { Member } from '../factories/factories.js';
import { fieldsIn, type World } from './world.js';

export type TypedClient = Client<paths>;

/** Signs in as the member, with a bearer token; each answer is held against the document too. */
export async function clientOf(world: World, member?: Member): Promise<TypedClient> {
  const client = createClient<paths>({
    baseUrl: await world.address(),
    headers: member ? { authorization: `Bearer ${member.token}` } : {},
  });
  client.use({
    onResponse: async ({ request, response }) => {
      world.contract.check({
        method: request.method,
        path: new URL(request.url).pathname,
        fields: fieldsIn(request.url),
        status: response.status,
        body: await bodyOf(response.clone()),
        contentType: response.headers.get('content-type') ?? '',
        headers: Object.fromEntries(response.headers),
      });
    },
  });
  return client;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text !== '' && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text || undefined;
}
