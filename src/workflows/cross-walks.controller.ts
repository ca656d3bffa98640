import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage, AnswersRecorded } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { CreateCrossWalkDto, CrossWalkView } from './cross-walk.dto.js';
import { CrossWalksService } from './cross-walks.service.js';

@ApiTags('workflows')
@Controller('workspaces/:workspace/workflows/cross-walks')
export class CrossWalksController {
  constructor(private readonly crossWalks: CrossWalksService) {}

  /** Lists the cross-walks that this workspace has stated, the newest first. */
  @Get()
  @Requires('record.read')
  @AnswersPage(CrossWalkView)
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<JsonText> {
    return this.crossWalks.list(actor, query);
  }

  /**
   * States which state of one workflow is which of another, so that tracks may go over. It moves no track. 422 names
   * every fault: nothing may be carried over into a state that would have to be shown, or checked by another person.
   */
  @Post()
  @Requires('workspace.manage')
  @AnswersRecorded(CrossWalkView, 422)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateCrossWalkDto): Promise<JsonText> {
    return this.crossWalks.create(actor, dto);
  }
}
