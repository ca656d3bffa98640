import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersNothing, AnswersPage, AnswersSecret } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { ExpectedVersion } from '../common/version.js';
import { CreatedInvitationView, CreateInvitationDto, InvitationView } from './invitation.dto.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('members')
@Controller('workspaces/:workspace/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** Lists invitations, newest first; never the secrets of their links. */
  @Get()
  @Requires('member.manage')
  @AnswersPage(InvitationView)
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<JsonText> {
    return this.invitations.list(actor, query);
  }

  /** Invites somebody by e-mail address; answers the secret of the link this once. */
  @Post()
  @Requires('member.manage')
  @AnswersSecret(CreatedInvitationView)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateInvitationDto): Promise<CreatedInvitationView> {
    return this.invitations.create(actor, dto);
  }

  /** Withdraws an invitation: its link ends at once. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('member.manage')
  @AnswersNothing(409, 412, 428)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.invitations.withdraw(actor, id, version);
  }
}
