// What handlers answer that show things as they stood at another moment, for the OpenAPI document.

import type { Type } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/** 200 with one item, and its ETag unless it is shown as of another moment: from that nothing is written. */
export const AnswersItemAsOf = (view: Type): MethodDecorator =>
  ApiResponse({
    status: 200,
    type: view,
    headers: {
      ETag: {
        required: false,
        description: 'Its version, for If-Match; not with `asOf` or `knownAt`.',
        schema: { type: 'string' },
      },
    },
    description: 'The item as it now is, or as it stood.',
  });

/** The moment that a page is of, beside its items. */
export const AS_OF_MEMBERS = {
  asOf: {
    type: 'string' as const,
    description: 'As things stood on this day; only where `asOf` or `knownAt` is asked for.',
  },
  knownAt: {
    type: 'string' as const,
    description: 'As far as it was recorded by this instant; only where `asOf` or `knownAt` is asked for.',
  },
};
