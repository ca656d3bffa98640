import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { ExpectedVersion } from '../common/version.js';
import { CreateIdentityProviderDto, IdentityProviderView, UpdateIdentityProviderDto } from './identity-provider.dto.js';
import { IdentityProvidersService } from './identity-providers.service.js';

@ApiTags('identity providers')
@Controller('workspaces/:workspace/identity-providers')
export class IdentityProvidersController {
  constructor(private readonly providers: IdentityProvidersService) {}

  /** Lists the identity providers of the workspace's organizations; never their secrets. */
  @Get()
  @Requires('member.manage')
  @AnswersPage(IdentityProviderView)
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<JsonText> {
    return this.providers.list(actor, query);
  }

  /**
   * Sets the identity provider of an organization (OpenID Connect). Nobody can sign in with it who did not link it with their account
   * before. At the provider, enter `/sign-in/return` of this server as the address to send browsers back to.
   */
  @Post()
  @Requires('member.manage')
  @AnswersCreated(IdentityProviderView, 409, 422)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateIdentityProviderDto): Promise<JsonText> {
    return this.providers.create(actor, dto);
  }

  /** Replaces its secret. What people linked stays; another address or client is another provider. */
  @Patch(':id')
  @Requires('member.manage')
  @AnswersItem(IdentityProviderView, 412, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateIdentityProviderDto,
  ): Promise<JsonText> {
    return this.providers.update(actor, id, version, dto.clientSecret);
  }

  /** Removes it: sessions that it began end at once, and what people linked with it is not brought back by setting it anew. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('member.manage')
  @AnswersNothing(412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.providers.remove(actor, id, version);
  }
}
