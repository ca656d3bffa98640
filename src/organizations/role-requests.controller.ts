import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersPage, AnswersRecorded } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { CreateRoleRequestDto, RoleRequestView } from './role-request.dto.js';
import { RoleRequestsService } from './role-requests.service.js';

@ApiTags('members')
@Controller('workspaces/:workspace/members/:memberId/role-requests')
export class RoleRequestsController {
  constructor(private readonly requests: RoleRequestsService) {}

  /** Lists what roles were asked for on behalf of a member, newest first. */
  @Get()
  @Requires('member.manage')
  @AnswersPage(RoleRequestView)
  list(
    @CurrentActor() actor: Actor,
    @Param('memberId', IdPipe) memberId: string,
    @Query() query: PageQuery,
  ): Promise<JsonText> {
    return this.requests.list(actor, memberId, query);
  }

  /** Asks for the role verifier on behalf of a member; another administrator confirms within seven days. */
  @Post()
  @Requires('member.manage')
  @AnswersRecorded(RoleRequestView, 409)
  create(
    @CurrentActor() actor: Actor,
    @Param('memberId', IdPipe) memberId: string,
    @Body() dto: CreateRoleRequestDto,
  ): Promise<JsonText> {
    return this.requests.create(actor, memberId, dto);
  }

  /** Confirms what another administrator asked for: the member has the role from now on. */
  @Post(':id/confirmation')
  @Requires('member.manage')
  @AnswersRecorded(RoleRequestView, 409)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('memberId', IdPipe) memberId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<JsonText> {
    return this.requests.confirm(actor, memberId, id);
  }
}
