/** Only addresses of this page: a link that was sent can't lead elsewhere after the sign-in. */
export const isOurs = (next: unknown): next is string => typeof next === 'string' && /^\/(?![/\\])/.test(next);
