import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { isOfDisk } from './disk.js';
import { preferredLanguage } from './language.js';
import { Problem, problemBody, problems } from './problem.js';
import { say } from './words.js';

/** Turns whatever was thrown into a problem answer; what has no name becomes a 500 that says nothing but the request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  /** `report` gets what nobody foresaw, for the log: it must not carry personal data further. */
  constructor(private readonly report: (error: unknown, requestId: string) => void) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = asProblem(error);
    if (problem.status >= 500) this.report(error, request.id);
    const reply = http.getResponse<FastifyReply>();
    if (problem.status === 308) reply.header('location', besides(request.url, String(problem.more['into'])));
    sendProblem(reply, request.id, problem);
  }
}

/** The same address with another id at the end of its path. */
const besides = (url: string, id: string): string => url.replace(/[^/?]+(?=\?|$)/, id);

/** Writes one problem answer; used by the filter and by what answers before Nest does. */
export function sendProblem(reply: FastifyReply, requestId: string, problem: Problem): void {
  const language = preferredLanguage(reply.request.headers['accept-language']);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="heed"');
  if (problem.status === 429 && !reply.hasHeader('retry-after')) reply.header('retry-after', waitOf(problem));
  if (problem.code === 'in-progress') reply.header('retry-after', '1');
  void reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .header('x-request-id', requestId)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem, requestId, language));
}

/** In seconds. */
const waitOf = ({ more: { retryAfter } }: Problem): string =>
  typeof retryAfter === 'number' ? String(retryAfter) : '60';

/** The catalogue's row for whatever was thrown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof QueryFailedError) return ofDatabase(error.driverError as { code?: string; message?: string });
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  const { code, message, name } = (error ?? {}) as { code?: unknown; message?: string; name?: string };
  if (cannotServe(code, message, name) || isOfDisk(error)) return problems.unavailable();
  // What the driver itself sends around the work (BEGIN, COMMIT) fails without TypeORM's wrapping.
  if (error instanceof pg.DatabaseError) return ofDatabase(error);
  if (typeof code === 'string' && code.startsWith('FST_')) return ofFastify(code);
  return problems.internal();
}

/** Neither reached nor kept. Of a connection that ends under a statement the driver has only words. */
const cannotServe = (code: unknown, message = '', name = ''): boolean =>
  // TypeORM takes the runner of such a connection back while somebody works with it.
  ['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError'].includes(name) ||
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(String(code)) ||
  /^(Connection terminated|Client has encountered a connection error|Query read timeout)/.test(message);

/** Constraints are the last line: services say it better first, but a race may end here. */
function ofDatabase(error: { code?: string; message?: string; constraint?: string }): Problem {
  if (cannotServe(error.code, error.message)) return problems.unavailable();
  switch (error.code) {
    case '23505':
      return problems.alreadyExists(say`Something with the same key exists.`);
    case '23503':
      return problems.stillInUse(say`It is named by, or names, something else.`);
    case '23514':
    case '22021':
    case '22P02':
    case '22P05':
    case '22007':
    case '22008':
    case '23502':
    case '22003':
    case '22001':
      return problems.invalidInput([
        { pointer: '', code: 'refused-by-record', message: say`A value is not one that the record takes.` },
      ]);
    case '40001':
    case '40P01':
    case '55P03':
    case '57014':
    case '53100':
    case '53200':
    case '53300':
    case '57P01':
    case '57P02':
    case '57P03':
      return problems.unavailable();
    default:
      return problems.internal();
  }
}

function ofStatus(status: number): Problem {
  switch (status) {
    case 401:
      return problems.signInRequired();
    case 403:
      return problems.forbidden('none stated');
    case 404:
      return problems.notFound();
    case 405:
      return problems.methodNotAllowed();
    case 413:
      return problems.tooLarge();
    case 415:
      return problems.unsupportedMediaType();
    case 429:
      return problems.tooMany();
    case 503:
      return problems.unavailable();
    default:
      return status < 500 ? problems.malformedBody(say`The request could not be read.`) : problems.internal();
  }
}

function ofFastify(code: string): Problem {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problems.tooLarge();
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return problems.unsupportedMediaType();
  if (code === 'FST_ERR_BAD_URL') return problems.notFound();
  return problems.malformedBody(say`The request could not be read.`);
}
