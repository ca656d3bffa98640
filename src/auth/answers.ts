import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { refusal, refusals } from '../common/refusals.js';
import { OfferView } from './acceptance.dto.js';
import { MeView, MyMembershipView } from './me.dto.js';
import { PasskeyRequestView } from './passkey.dto.js';
import { RecoveredView } from './recovery.dto.js';

/** 200 with who one is, and the session's cookie. */
export const AnswersSignIn = (): MethodDecorator => applyDecorators(signedIn(), ...refusals(401, 403, 429, 503));

/** The same, or 401 with a cookie for the second step. */
export const AnswersFirstStep = (): MethodDecorator =>
  applyDecorators(signedIn(), ApiResponse({ status: 401, ...withStepCookie() }), ...refusals(403, 429, 503));

const withStepCookie = (): ReturnType<typeof refusal> => {
  const unauthorized = refusal(401);
  const cookie = {
    description: 'With `second-factor-asked`: for the second step, HttpOnly, SameSite=Strict, five minutes.',
    schema: { type: 'string' as const },
  };
  return { ...unauthorized, headers: { ...unauthorized.headers, 'Set-Cookie': cookie } };
};

const signedIn = (): MethodDecorator =>
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
  );

/** 200 with what a passkey is to sign. */
export const AnswersAsked = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 200, type: PasskeyRequestView, description: 'What the browser is to be asked.' }),
    ...refusals(401, 403, 409, 503),
  );

/** 204, and the cookie is taken back. */
export const AnswersSignOut = (): MethodDecorator =>
  ApiResponse({
    status: 204,
    description: 'Signed out.',
    headers: { 'Set-Cookie': { description: 'Empties the cookie of the session.', schema: { type: 'string' } } },
  });

/** 201 with the membership that one now has. */
export const AnswersAcceptance = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 201, type: MyMembershipView, description: 'You are a member. Sign in next.' }),
    ...refusals(401, 403, 409, 422, 429, 503),
  );

/** 200 with what the new password put an end to. */
export const AnswersRecovery = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 200, type: RecoveredView, description: 'The password is set. Sign in next.' }),
    ...refusals(400, 403, 404, 422, 429, 503),
  );

/** 200 with what is offered. */
export const AnswersOffer = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 200, type: OfferView, description: 'What is offered.' }),
    ...refusals(404, 429),
  );
