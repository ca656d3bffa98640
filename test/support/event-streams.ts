// What never ends by itself: whoever asks for it hangs up as soon as it has begun.

import type { LightMyRequestResponse } from 'fastify';

/** Of an answer by injection, with `payloadAsStream`: all of it, and of events nothing. */
export async function textOf({ statusCode, headers, raw, stream }: LightMyRequestResponse): Promise<string> {
  if (statusCode === 200 && isOfEvents(headers['content-type'])) {
    raw.res.destroy();
    return '';
  }
  return Buffer.concat(await stream().toArray()).toString('utf8');
}

export const isOfEvents = (type: unknown): boolean => String(type).startsWith('text/event-stream');
