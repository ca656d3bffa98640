import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { refusals } from '../common/answers.js';
import { OfferView } from './acceptance.dto.js';
import { MeView, MyMembershipView } from './me.dto.js';

/** 200 with who one is, and the session's cookie. */
export const AnswersSignIn = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 200,
      type: MeView,
      description: 'Signed in.',
      headers: {
        'Set-Cookie': {
          description: 'The session: HttpOnly, SameSite=Strict, 12 hours at most.',
          schema: { type: 'string' },
        },
      },
    }),
    ...refusals(400, 401, 403, 503),
  );

/** 201 with the membership that one now has. */
export const AnswersAcceptance = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 201, type: MyMembershipView, description: 'You are a member. Sign in next.' }),
    ...refusals(400, 401, 403, 404, 409, 503),
  );

/** 200 with what is offered. */
export const AnswersOffer = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 200, type: OfferView, description: 'What is offered.' }),
    ...refusals(400, 404),
  );
