// Problem answers by status, for the OpenAPI document.

import { ApiExtraModels, ApiHeader, ApiResponse, type ApiResponseOptions, getSchemaPath } from '@nestjs/swagger';
import { ProblemView } from './problem.dto.js';

const FAILURES: Record<number, string> = {
  400: 'Malformed or unknown input; nothing was changed.',
  401: 'Nobody is signed in, or no longer.',
  403: 'The caller may not do it.',
  404: 'It does not exist, or the caller may not know that it does.',
  409: 'Not as things stand: from this state, or with this key.',
  410: 'It was withdrawn: sealed or erased.',
  412: 'Somebody changed it since it was read.',
  413: 'The body is too large: more than a megabyte, or for a file more than is taken.',
  415: 'The body is of a type that is not taken.',
  422: 'Well-formed, but a condition is not met.',
  428: 'The request must carry If-Match.',
  429: 'Too many at once.',
  500: 'Something broke on our side.',
  503: 'Not at the moment, or it broke off in the middle: send it again.',
};

export type Failure = 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;

const header = (description: string) => ({ description, schema: { type: 'string' as const } });
const HEADERS: Record<number, ApiResponseOptions['headers']> = {
  401: { 'WWW-Authenticate': header('`Bearer realm="heed"`.') },
  409: { 'Retry-After': header('With `in-progress`: after how many seconds to send it again.') },
  429: { 'Retry-After': header('After how many seconds to ask again.') },
};

/** One problem answer. */
export const refusal = (status: number) => ({
  description: FAILURES[status] ?? 'Refused.',
  ...(HEADERS[status] && { headers: HEADERS[status] }),
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
});

/** Problem answers by status. */
export const refusals = (...statuses: number[]): MethodDecorator[] => [
  ApiExtraModels(ProblemView),
  ...statuses.map((status) => ApiResponse({ status, ...refusal(status) })),
  ...(statuses.includes(428)
    ? [ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of what was read.', example: '"3"' })]
    : []),
];
