// Reads the two places where a request may carry a secret.

import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Origin } from './origin.js';
import { isSecret, TOKEN_PREFIX } from './secrets.js';

const BEARER = /^bearer(?: +(.*))?$/i;

/** Whether the request speaks with a token, a good one or not: then no cookie counts. */
export const hasBearer = (request: FastifyRequest): boolean => BEARER.test(request.headers.authorization ?? '');

/** The token of `Authorization: Bearer heed_...`, where it looks like one of ours. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1]?.trim() ?? '';
  return token.startsWith(TOKEN_PREFIX) && isSecret(token.slice(TOKEN_PREFIX.length)) ? token : undefined;
}

/** The secret in the session's cookie, where it looks like one of ours. */
export function sessionSecretOf(request: FastifyRequest, origin: Origin): string | undefined {
  const secret = request.cookies[origin.cookieName] ?? '';
  return isSecret(secret) ? secret : undefined;
}
