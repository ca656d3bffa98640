// What a handler answers, for the OpenAPI document: its success, and the failures that are its own. What anybody may meet at
// the doors (400, 401, 403, 404) is added by openapi-failures.ts, from what the handler requires.

import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiResponse,
  type ApiResponseOptions,
  getSchemaPath,
} from '@nestjs/swagger';
import { ProblemView } from './problem.dto.js';
import { type Failure, refusals } from './refusals.js';

/** 200 with one item and its ETag. */
export const AnswersItem = (view: Type, ...failures: Failure[]): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 200, type: view, headers: ETAG, description: 'The item as it now is.' }),
    ...refusals(...failures),
  );

/** 200 with what was worked out, or with what has no version: no ETag. */
export const AnswersResult = (view: Type, ...failures: Failure[]): MethodDecorator =>
  applyDecorators(ApiResponse({ status: 200, type: view, description: 'As it is now.' }), ...refusals(...failures));

/** 308 to the one that a thing was merged into. */
export const AnswersMerged = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 308,
      headers: { Location: { description: 'Where the one is that was kept.', schema: { type: 'string' } } },
      description: 'It was merged into another one; `into` in the problem is the id of that.',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
    }),
  );

/** 201 with the item that was made and its ETag; takes an Idempotency-Key. */
export const AnswersCreated = (view: Type, ...failures: Failure[]): MethodDecorator =>
  applyDecorators(...kept(failures), made(view, { ...ETAG, ...REPLAYED }));

/** The same for what is recorded once and never changes: no ETag. */
export const AnswersRecorded = (view: Type, ...failures: Failure[]): MethodDecorator =>
  applyDecorators(...kept(failures), made(view, REPLAYED));

/** 201 with the item that was made of a file and its ETag; of what streams in nothing is kept, so a key is refused with 400. */
export const AnswersUploaded = (view: Type, ...failures: Failure[]): MethodDecorator =>
  applyDecorators(made(view, ETAG), ...refusals(...failures));

/** 201 with a secret that is answered this once: nothing of it is kept, so an Idempotency-Key is refused with 400. */
export const AnswersSecret = (view: Type, ...failures: Failure[]): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 201, type: view, description: 'What was made, with its secret, this once.' }),
    ...refusals(...failures),
  );

/** Where a thing may come as the file of a form instead: what the form is. */
export const AlsoTakesForm = (form: Type): MethodDecorator =>
  applyDecorators(ApiExtraModels(form), ApiExtension(FORM, getSchemaPath(form)));

/** What an operation says of its form until openapi-operations.ts writes it into the body. */
export const FORM = 'x-form';

/** 200 with the bytes of a file. */
export const AnswersFile = (...failures: Failure[]): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 200,
      headers: { ETag: { required: true, description: 'Its SHA-256.', schema: { type: 'string' } } },
      description: 'The bytes.',
      content: { 'application/octet-stream': {} },
    }),
    ...refusals(...failures, 500),
  );

/** 200 with server-sent events, for as long as both sides like. */
export const AnswersEvents = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description: 'Events, as they come.',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
    ...refusals(429),
  );

/** 204. */
export const AnswersNothing = (...failures: Failure[]): MethodDecorator =>
  applyDecorators(ApiResponse({ status: 204, description: 'Done.' }), ...refusals(...failures));

/** 200 with a page: `{ items, nextCursor, count? }`, and what else it says of all of them. */
export const AnswersPage = (view: Type, also: Record<string, Described> = {}): MethodDecorator =>
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
          ...also,
        },
      },
    }),
  );

interface Described {
  type: 'string';
  description: string;
}

/** Metadata of a handler whose answer is kept for who sends the same again. */
export const KEEPS_ANSWER = 'heed:keeps-answer';

const ABOUT_KEYS = `Optional: makes it safe to send this again. For 24 hours the same key and body answer what the first answered, with
\`Idempotency-Replayed: true\`; another body is 422 \`idempotency-key-reused\`; while the first is being worked on, 409 \`in-progress\`; once evidence that it told of was withdrawn, 409 \`answer-sealed\`.
A key is one's own, in one workspace and at one path. What failed is not kept.`;

const REPLAYED = {
  'Idempotency-Replayed': {
    description: '`true` where this is the answer of an earlier request with the same key.',
    schema: { type: 'string' as const },
  },
};

const ETAG = {
  ETag: { required: true, description: 'Its version, for If-Match.', schema: { type: 'string' as const } },
};

const made = (view: Type, headers: ApiResponseOptions['headers']): MethodDecorator =>
  ApiResponse({ status: 201, type: view, headers: headers ?? {}, description: 'What was made.' });

/** Takes a key; 409 while the first request with it is worked on, 422 where it came with another body. */
const kept = (failures: Failure[]): MethodDecorator[] => [
  SetMetadata(KEEPS_ANSWER, true),
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: ABOUT_KEYS,
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  }),
  ...refusals(...new Set<Failure>([409, 422, ...failures])),
];
