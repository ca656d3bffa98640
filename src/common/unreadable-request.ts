import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { v4 as uuid } from 'uuid';
import { problemBody, problems } from './problem.js';

/** Answers bytes that are no HTTP request: no route and no reply exist yet, so the problem is written by hand. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(textOf(error.code));
  socket.destroy(error);
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
    'Cache-Control: no-store',
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

function statusOf(code: string | undefined): 400 | 408 | 431 {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
}
