// What a handler answers that hands out a table, for the OpenAPI document.

import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type Failure, refusals } from './refusals.js';

/** 200 with a table for spreadsheets. */
export const AnswersTable = (...failures: Failure[]): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description: 'The table (RFC 4180, UTF-8 with a byte order mark). No cell of it is a formula.',
      content: { 'text/csv': { schema: { type: 'string' } } },
    }),
    ...refusals(...failures),
  );
