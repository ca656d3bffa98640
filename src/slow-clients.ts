// Who sends or takes too slowly is cut, so that a few such connections don't keep the server from everybody else.

import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerUnreadable } from './common/unreadable-request.js';

/** In milliseconds, but for `leastBytes`. */
export interface Patience {
  /** For the head of a request: from its connection, or from the first byte of the next one on it. */
  head: number;
  /** In which something of a body has to come, and something of an answer has to be taken. */
  still: number;
  /** So much of a body has to come within each `still`: a byte now and then is as good as none. */
  leastBytes: number;
  /** For a whole body that is not a file, which may take as long as its line is slow. */
  body: number;
}

/** A line of 64 kbit/s sends a megabyte in two minutes, and 240 kB in 30 seconds. */
export const PATIENCE: Patience = { head: 15_000, still: 30_000, leastBytes: 16_384, body: 150_000 };

/** What Node itself looks after; the time of a whole request isn't limited, since files take as long as they take. */
export const headLimits = ({ head }: Patience) => ({
  headersTimeout: head,
  connectionsCheckingInterval: Math.min(head, 5_000),
});

/** Cuts connections on which a body stands still, drips or takes too long, and those whose answer nobody takes. */
export function cutSlowClients(fastify: FastifyInstance, patience: Patience): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    watchAnswer(reply, patience);
    if (hasBody(request)) watchBody(request.raw, reply, patience);
    done();
  });
  // What somebody expects of us beyond HTTP is passed over, as RFC 9110 allows: no answer without our headers.
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response));
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Node's timer runs anew with each byte that the other side takes; a handler that thinks is not cut by it. */
function watchAnswer({ raw }: FastifyReply, { still }: Patience): void {
  raw.setTimeout(still, () => {
    if ((raw.socket?.writableLength ?? 0) > 0) raw.socket?.destroy();
  });
}

/** Until the body is whole, also past an answer that came before it: what follows it is read away. */
function watchBody(raw: IncomingMessage, reply: FastifyReply, { still, leastBytes, body }: Patience): void {
  const { socket } = raw;
  if (!(socket instanceof Socket)) return; // A request that came over no wire.
  const isForm = raw.headers['content-type']?.toLowerCase().startsWith('multipart/') ?? false;
  const begun = Date.now();
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    if (raw.complete || socket.destroyed) {
      clearInterval(timer);
      return;
    }
    // What lies here unread is waited for by nobody but us.
    const isStill = raw.readableLength === 0 && socket.bytesRead - before < leastBytes;
    before = socket.bytesRead;
    if (isStill || (!isForm && Date.now() - begun >= body)) cut(raw, reply);
  }, still).unref();
  raw.once('end', () => clearInterval(timer));
}

function cut({ socket }: IncomingMessage, reply: FastifyReply): void {
  if (reply.raw.headersSent) socket.destroy();
  else answerUnreadable(Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
}
