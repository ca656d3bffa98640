import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Anonymous, type HeedRequest } from '../access/requires.js';
import { AnswersFirstStep } from '../auth/answers.js';
import type { JsonText } from '../common/json-text.js';
import { AnswersAddress } from './answers-address.js';
import { BeginProviderSignInDto, ProviderAddressView, ProviderAnswerDto } from './identity-provider.dto.js';
import { ProviderSignInService } from './provider-sign-in.service.js';

@ApiTags('sign-in')
@Controller('auth/provider-sign-ins')
export class ProviderSignInController {
  constructor(private readonly signIn: ProviderSignInService) {}

  /**
   * Begins to sign in with one's organization: answers where the browser is to go, and a cookie (HttpOnly, SameSite=Strict, ten minutes)
   * without which nothing that comes back counts. 404 for what is no organization's code; 503 where its provider does not answer.
   */
  @Post()
  @HttpCode(200)
  @Anonymous()
  @AnswersAddress(403, 404, 429, 503)
  begin(
    @Body() { code }: BeginProviderSignInDto,
    @Req() request: HeedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAddressView> {
    return this.signIn.begin(code, request, reply);
  }

  /**
   * Signs in with what the provider sent the browser back with, once and in the same browser. The session opens the membership for that
   * organization in its workspace and nothing else, and never counts as a fresh sign-in. 401 `second-factor-asked` where the account has a
   * second factor; 401 `not-vouched-for` where the provider's word opens nothing here; 401 `provider-sign-in-failed` for all that does not fit.
   */
  @Post('answers')
  @HttpCode(200)
  @Anonymous()
  @AnswersFirstStep()
  finish(
    @Body() { answer }: ProviderAnswerDto,
    @Req() request: HeedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonText> {
    return this.signIn.finish(answer, request, reply);
  }
}
