import { Watched } from './watched';

/** As of when the record is read: a day, and an instant by which it was known; nothing is today. */
export interface Moment {
  asOf?: string;
  knownAt?: string;
}

/** What of an address names a moment; whatever else stands there is none. */
export function momentOf({ asOf, knownAt }: Record<string, unknown>): Moment {
  return {
    ...(typeof asOf === 'string' && isDay(asOf) && { asOf }),
    ...(typeof knownAt === 'string' && isInstant(knownAt) && { knownAt }),
  };
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

/** The moment that the address names, as an address says it; empty is today. The frame sets it before a page is shown. */
export const momentShown = new Watched('');

export const saidInAddress = (moment: Moment): string => new URLSearchParams({ ...moment }).toString();

const HAS_HISTORY = new RegExp(
  `/workspaces/[^/]+/(${[
    'summary|silences',
    '(follow-ups|recommendations)(/[^/]+(/follow-ups|/deadlines|/evidence|/timeline|/comments|/relations|/occasions|/confirmations)?)?',
    'tracks/[^/]+(/transitions|/evidence|/assessments|/positions)?',
    'deadlines/[^/]+/extensions',
    '(engagements|next-steps|contributions|comments)(/[^/]+)?',
    'engagements/[^/]+/evidence',
    'indicators(/[^/]+(/observations)?)?',
  ].join('|')})$`,
);

/** What is read, as of the moment where it has a history. */
export function atMoment(request: Request): Request {
  const url = new URL(request.url);
  if (momentShown.get() === '' || !HAS_HISTORY.test(url.pathname)) return request;
  for (const [name, value] of new URLSearchParams(momentShown.get())) url.searchParams.set(name, value);
  return new Request(url, request);
}
