import normalizeUrl from 'normalize-url';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';

const TRACKING = [/^utm_\w+/i, /^(fbclid|gclid|igshid|mc_cid|mc_eid|ref)$/i];

/** One spelling for an address: two links to it are copies of one original. 400 for what looks like one and is none. */
export function canonicalUrl(url: string): string {
  if (!URL.canParse(url))
    throw problems.invalidInput([{ pointer: '/url', code: 'is-url', message: say`Not an address.` }]);
  return normalizeUrl(url, { forceHttps: true, stripHash: true, stripWWW: true, removeQueryParameters: TRACKING });
}
