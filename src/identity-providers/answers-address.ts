import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type Failure, refusals } from '../common/refusals.js';
import { ProviderAddressView } from './identity-provider.dto.js';

/** 200 with where the browser is to go, and the cookie that it comes back with. */
export const AnswersAddress = (...failures: Failure[]): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 200,
      type: ProviderAddressView,
      description: 'Where the browser is to go.',
      headers: {
        'Set-Cookie': {
          description: 'What comes back counts with it alone: HttpOnly, SameSite=Strict, ten minutes.',
          schema: { type: 'string' },
        },
      },
    }),
    ...refusals(...failures),
  );
