import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersItem, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { DefinitionCheckView, DraftWorkflowDto, WorkflowView } from './workflow.dto.js';
import { WorkflowsService } from './workflows.service.js';

@ApiTags('workflows')
@Controller('workspaces/:workspace/workflows')
export class WorkflowsController {
  constructor(private readonly workflows: WorkflowsService) {}

  /** Lists the workflows that tracks of this workspace may follow, every version. */
  @Get()
  @Requires('record.read')
  @AnswersPage(WorkflowView)
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<JsonText> {
    return this.workflows.list(actor, query);
  }

  /** Lists the versions of one workflow. A version never changes; a track stays with the one it is pinned to. */
  @Get(':key/versions')
  @Requires('record.read')
  @AnswersPage(WorkflowView)
  versions(@CurrentActor() actor: Actor, @Param('key') key: string, @Query() query: PageQuery): Promise<JsonText> {
    return this.workflows.versions(actor, key, query);
  }

  /** Names every fault of a draft definition. Nothing is kept. */
  @Post('check')
  @HttpCode(200)
  @Requires('record.read')
  @AnswersItem(DefinitionCheckView)
  check(@CurrentActor() actor: Actor, @Body() draft: DraftWorkflowDto): Promise<DefinitionCheckView> {
    return this.workflows.check(actor, draft);
  }
}
