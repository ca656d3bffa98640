import normalizeUrl from 'normalize-url';

/** One spelling for an address: two links to it are copies of one original. */
export const canonicalUrl = (url: string): string =>
  normalizeUrl(url, { forceHttps: true, stripHash: true, stripWWW: true, removeQueryParameters: [/^utm_\w+/i, /^(fbclid|gclid|igshid|mc_cid|mc_eid|ref)$/i] });
