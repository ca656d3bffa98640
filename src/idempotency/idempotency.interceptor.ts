import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import canonicalize from 'canonicalize';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, map, type Observable } from 'rxjs';
import type { HeedRequest } from '../access/requires.js';
import { KEEPS_ANSWER } from '../common/answers.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { type KeptAnswer, KeptAnswers, type KeyedRequest } from './kept-answers.js';

/**
 * Lets a POST that creates be sent twice: with the same `Idempotency-Key` and body it is answered as the first time.
 * A POST that keeps no answers (its answer bears a secret, or it makes nothing) refuses a key rather than promise
 * what it does not hold; PATCH and DELETE are safe through If-Match and pass it over.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly answers: KeptAnswers,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<HeedRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST') return next.handle();
    const isKeeping = this.reflector.get<boolean | undefined>(KEEPS_ANSWER, context.getHandler());
    if (!request.actor || isKeeping !== true || !isJson(request)) throw problems.idempotencyNotHere();
    const answer = this.answers.once(request.actor, keyed(request, String(key)), () => lastValueFrom(next.handle()));
    return from(answer).pipe(map((given) => marked(http.getResponse<FastifyReply>(), given)));
  }
}

/** Of a file that streams in there is nothing to compare. */
function isJson(request: HeedRequest): boolean {
  const type = request.headers['content-type'];
  return type === undefined || type.startsWith('application/json');
}

function keyed(request: HeedRequest, key: string): KeyedRequest {
  if (!/^[!-~]{1,200}$/.test(key)) {
    throw problems.invalidInput([
      {
        pointer: 'Idempotency-Key',
        code: 'invalid-key',
        message: say`Send 1 to 200 visible ASCII characters, for example a UUID.`,
      },
    ]);
  }
  const [path = '', query = ''] = request.url.split('?');
  const asked = canonicalize([query, request.body ?? null]) as string;
  return { key, path, hash: createHash('sha256').update(asked, 'utf8').digest() };
}

function marked(reply: FastifyReply, { isKept, value }: KeptAnswer): unknown {
  if (isKept) reply.header('idempotency-replayed', 'true');
  return value;
}
