// What a handler answers, for the OpenAPI document: its success, and the failures that everybody and itself can meet.

import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemView } from './problem.dto.js';

const FAILURES: Record<number, string> = {
  400: 'Malformed or unknown input; nothing was changed.',
  401: 'Nobody is signed in, or no longer.',
  403: 'The role does not allow it.',
  404: 'It does not exist, or the caller may not know that it does.',
  409: 'Not as things stand: from this state, or with this key.',
  412: 'Somebody changed it since it was read.',
  413: 'The body is larger than a megabyte.',
  415: 'The body is not application/json.',
  422: 'Well-formed, but a condition is not met.',
  428: 'The request must carry If-Match.',
};

export type Failure = 409 | 412 | 422 | 428;

/** 200 with one item and its ETag. */
export const AnswersItem = (view: Type, ...failures: Failure[]): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 200, type: view, headers: ETAG, description: 'The item as it now is.' }),
    ...refusals(400, 401, 403, 404, ...failures),
  );

/** 201 with the item that was made and its ETag. */
export const AnswersCreated = (view: Type, ...failures: Failure[]): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 201, type: view, headers: ETAG, description: 'The item that was made.' }),
    ...refusals(400, 401, 403, 404, ...failures),
  );

/** 204. */
export const AnswersNothing = (...failures: Failure[]): MethodDecorator =>
  applyDecorators(ApiResponse({ status: 204, description: 'Done.' }), ...refusals(400, 401, 403, 404, ...failures));

/** 200 with a page: `{ items, nextCursor, count? }`. */
export const AnswersPage = (view: Type): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(view),
    ApiResponse({
      status: 200,
      description: 'One page.',
      schema: {
        type: 'object',
        required: ['items', 'nextCursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(view) } },
          nextCursor: {
            type: ['string', 'null'] as unknown as string,
            description: 'Give it back as `cursor` for the next page; null at the end.',
          },
          count: { type: 'integer', description: 'With `count=true`: how many in all.' },
        },
      },
    }),
    ...refusals(400, 401, 403, 404),
  );

const ETAG = { ETag: { description: 'Its version, for If-Match.', schema: { type: 'string' as const } } };

/** Problem answers by status. */
export const refusals = (...statuses: number[]): MethodDecorator[] => [
  ApiExtraModels(ProblemView),
  ...statuses.map((status) =>
    ApiResponse({
      status,
      description: FAILURES[status] ?? 'Refused.',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
    }),
  ),
  ...(statuses.includes(428)
    ? [ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of what was read.', example: '"3"' })]
    : []),
];
