import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersItem, AnswersPage, AnswersResult } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { LeavingService } from './leaving.service.js';
import { LeavingView, MembersQuery, MemberView, UpdateMemberDto } from './member.dto.js';
import { MembersService } from './members.service.js';

@ApiTags('members')
@Controller('workspaces/:workspace/members')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly ends: LeavingService,
  ) {}

  /** Lists the members of the workspace, past ones too; those of other organizations under a pseudonym. */
  @Get()
  @Requires('record.read')
  @AnswersPage(MemberView)
  list(@CurrentActor() actor: Actor, @Query() query: MembersQuery): Promise<JsonText> {
    return this.members.list(actor, query);
  }

  /** Reads one member. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItem(MemberView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.members.get(actor, id);
  }

  /**
   * Says before a membership ends how many restricted pieces nobody else could open. For oneself and for administrators, who learn the
   * number alone.
   */
  @Get(':id/leaving')
  @Requires('record.read')
  @AnswersResult(LeavingView)
  leaving(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<LeavingView> {
    return this.ends.preview(actor, id);
  }

  /** Changes what somebody else may do here, or ends their membership; one's own one can only end sooner. */
  @Patch(':id')
  @Requires('member.manage')
  @AnswersItem(MemberView, 409, 412, 422, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateMemberDto,
  ): Promise<JsonText> {
    return this.members.update(actor, id, version, dto);
  }
}
