import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '../access/actor.js';
import { CurrentIdentity, type HeedRequest, SignedInInPerson, SignedInLately } from '../access/requires.js';
import { AnswersNothing, AnswersResult } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { AnswersAddress } from './answers-address.js';
import { OwnIdentityProvidersView, ProviderAddressView, ProviderAnswerDto } from './identity-provider.dto.js';
import { OwnIdentitiesService } from './own-identities.service.js';

@ApiTags('me')
@Controller('me')
export class OwnIdentitiesController {
  constructor(private readonly identities: OwnIdentitiesService) {}

  /** Lists the identity providers of the organizations that one is a member for, and which of them one linked. Neither for tokens nor for a session through a provider. */
  @Get('identity-providers')
  @SignedInInPerson()
  @AnswersResult(OwnIdentityProvidersView)
  list(@CurrentIdentity() identity: Identity): Promise<JsonText> {
    return this.identities.list(identity);
  }

  /** Begins to link a provider with one's account: answers where the browser is to go. Asks for a sign-in with the password within the last 10 minutes. */
  @Post('identity-providers/:id/link')
  @HttpCode(200)
  @SignedInLately()
  @AnswersAddress(404, 503)
  begin(
    @CurrentIdentity() identity: Identity,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAddressView> {
    return this.identities.begin(identity, id, reply);
  }

  /**
   * Links with one's account whom the provider means, by what it sent the browser back with. From then on whoever it lets in as that
   * person is let in here as oneself, to the one workspace. It counts once, in the browser and session that began it.
   */
  @Post('identities')
  @HttpCode(200)
  @SignedInLately()
  @AnswersResult(OwnIdentityProvidersView, 404, 409, 503)
  link(
    @CurrentIdentity() identity: Identity,
    @Body() { answer }: ProviderAnswerDto,
    @Req() request: HeedRequest,
  ): Promise<JsonText> {
    return this.identities.link(identity, answer, request);
  }

  /** Unlinks it, and ends every session that was begun through it. */
  @Delete('identities/:id')
  @HttpCode(204)
  @SignedInInPerson()
  @AnswersNothing(404)
  unlink(@CurrentIdentity() identity: Identity, @Param('id', IdPipe) id: string): Promise<void> {
    return this.identities.unlink(identity, id);
  }
}
