import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { v4 as uuid } from 'uuid';
import { ANSWER_HEADERS } from './answer-headers.js';
import { problemBody, problems } from './problem.js';

/** Answers bytes that are no HTTP request: no route and no reply exist yet, so the problem is written by hand. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(textOf(error.code));
  socket.destroy(error);
}

/** What Node would let through, or refuse with words of its own: another version, no host, two of them. */
export function refuseOtherHttp(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ raw: { httpVersion, rawHeaders } }, _reply, done) => {
    const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
    const isHttp = httpVersion === '1.1' ? hosts === 1 : httpVersion === '1.0' && hosts <= 1;
    done(isHttp ? undefined : problems.unreadable(400));
  });
}

function textOf(code: string | undefined): string {
  const problem = problems.unreadable(statusOf(code));
  const requestId = uuid();
  const body = JSON.stringify(problemBody(problem, requestId, 'en'));
  const head = [
    `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    'Content-Language: en',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    ...Object.entries(ANSWER_HEADERS).map(([name, value]) => `${name}: ${value}`),
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

function statusOf(code: string | undefined): 400 | 408 | 431 {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
}
