// The one way to the server. Types come from its document; what it refuses is thrown as a Problem.

import createClient, { type Middleware } from 'openapi-fetch';
import { connection } from './connection';
import { atMoment, momentShown } from './moment';
import { Problem } from './problem';
import type { components, paths } from './schema';
import { session } from './session';

export type Schema = components['schemas'];

const manners: Middleware = {
  onRequest({ request: asked }) {
    if (changesThePast(asked)) throw Problem.past();
    const request = atMoment(asked);
    request.headers.set('X-Heed-Request', '1');
    request.headers.set('Accept-Language', document.documentElement.lang);
    return request;
  },
  async onResponse({ request, response }) {
    connection.found();
    if (response.ok) return response;
    const problem = await Problem.of(response);
    if (problem.asksForSignIn && !/\/auth\/(sign-in|second-factor|provider-sign-ins)(\/|$)/.test(request.url))
      session.lost(problem.code);
    throw problem;
  },
  onError() {
    connection.lost();
    return Problem.offline();
  },
};

/** While the page shows another day, what would change the record is not even sent. */
const changesThePast = ({ method, url }: Request): boolean =>
  momentShown.get() !== '' && method !== 'GET' && url.includes('/workspaces/');

export const client = createClient<paths>({ baseUrl: window.location.origin });
client.use(manners);

/** The body of an answer; whatever is not one was thrown before. */
export async function answer<Body>(request: Promise<{ data?: Body }>): Promise<Body> {
  const { data } = await request;
  return data as Body;
}

/** What a change is bound to: nobody else's change in between is overwritten. */
export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });
