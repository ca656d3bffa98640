import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '../access/actor.js';
import { Anonymous, CurrentIdentity, type HeedRequest, SignedInInBrowser } from '../access/requires.js';
import type { JsonText } from '../common/json-text.js';
import type { Account } from './account.entity.js';
import { AnswersAsked, AnswersFirstStep, AnswersSignIn, AnswersSignOut } from './answers.js';
import { PasswordGuard, VerifiedAccount } from './password.guard.js';
import { PasskeyRequestView, PasskeyStepDto } from './passkey.dto.js';
import { SecondStepDto } from './second-factor.dto.js';
import { SignInDto } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('sign-in')
@Controller('auth')
export class SignInController {
  constructor(private readonly signIn: SignInService) {}

  /**
   * Signs in with e-mail and password: answers who one is, and the cookie of a session. Where the account has a second factor it
   * answers 401 `second-factor-asked` with a cookie for the second step, which is good for five minutes and for nothing else.
   */
  @Post('sign-in')
  @HttpCode(200)
  @Anonymous()
  @UseGuards(PasswordGuard)
  @ApiBody({ type: SignInDto })
  @AnswersFirstStep()
  start(
    @VerifiedAccount() account: Account,
    @Req() request: HeedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonText> {
    return this.signIn.start(account, request, reply);
  }

  /** The second step: signs in with a code, after a right password in the same browser. A code counts once. */
  @Post('second-factor')
  @HttpCode(200)
  @Anonymous()
  @AnswersSignIn()
  finish(
    @Body() dto: SecondStepDto,
    @Req() request: HeedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonText> {
    return this.signIn.finish(dto, request, reply);
  }

  /** Asks for a passkey, after a right password in the same browser: answers what the browser is to be asked. It counts once. */
  @Post('second-factor/passkey-challenge')
  @HttpCode(200)
  @Anonymous()
  @AnswersAsked()
  askPasskey(@Req() request: HeedRequest): Promise<PasskeyRequestView> {
    return this.signIn.askPasskey(request);
  }

  /** The second step with a passkey: signs in with what the browser answered. */
  @Post('second-factor/passkey')
  @HttpCode(200)
  @Anonymous()
  @AnswersSignIn()
  finishWithPasskey(
    @Body() dto: PasskeyStepDto,
    @Req() request: HeedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonText> {
    return this.signIn.finishWithPasskey(dto, request, reply);
  }

  /** Signs out: ends the session at once, on this browser. */
  @Post('sign-out')
  @HttpCode(204)
  @SignedInInBrowser()
  @AnswersSignOut()
  end(@CurrentIdentity() identity: Identity, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.signIn.end(identity, reply);
  }
}
