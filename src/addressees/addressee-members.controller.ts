import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import {
  AddresseeMembersQuery,
  AddresseeMemberView,
  CreateAddresseeMemberDto,
  UpdateAddresseeMemberDto,
} from './addressee-member.dto.js';
import { AddresseeMembersService } from './addressee-members.service.js';

@ApiTags('addressees')
@Controller('workspaces/:workspace/addressees/:addresseeId/members')
export class AddresseeMembersController {
  constructor(private readonly members: AddresseeMembersService) {}

  /** Lists the members of a group, those of the past too. */
  @Get()
  @Requires('record.read')
  @AnswersPage(AddresseeMemberView)
  list(
    @CurrentActor() actor: Actor,
    @Param('addresseeId', IdPipe) groupId: string,
    @Query() query: AddresseeMembersQuery,
  ): Promise<JsonText> {
    return this.members.list(actor, groupId, query);
  }

  /** Adds a member to a group or regional organization, with its dates. A group is no member of itself, directly or through others. */
  @Post()
  @Requires('record.write')
  @AnswersCreated(AddresseeMemberView, 409, 422)
  create(
    @CurrentActor() actor: Actor,
    @Param('addresseeId', IdPipe) groupId: string,
    @Body() dto: CreateAddresseeMemberDto,
  ): Promise<JsonText> {
    return this.members.create(actor, groupId, dto);
  }

  /** Says since when it is a member, when that ended, or that it goes on; what the body leaves out stays. */
  @Patch(':id')
  @Requires('record.write')
  @AnswersItem(AddresseeMemberView, 412, 422, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('addresseeId', IdPipe) groupId: string,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateAddresseeMemberDto,
  ): Promise<JsonText> {
    return this.members.update(actor, groupId, id, version, dto);
  }

  /** Takes a member off the list, as if it had never been one. For whoever left, give `until` instead. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('addresseeId', IdPipe) groupId: string,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.members.remove(actor, groupId, id, version);
  }
}
