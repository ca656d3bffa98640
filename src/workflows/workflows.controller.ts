import { applyDecorators, Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage, AnswersRecorded, AnswersResult } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { DefinitionCheckView, DraftWorkflowDto, WorkflowView } from './workflow.dto.js';
import { WorkflowsService } from './workflows.service.js';

const AnswersGraph = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description: 'The graph.',
      content: { 'text/vnd.mermaid': { schema: { type: 'string' } } },
    }),
  );

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

  /** Draws one version as a graph in the language of Mermaid (stateDiagram-v2), with labels in the reader's language. */
  @Get(':key/versions/:version/graph')
  @Requires('record.read')
  @Header('content-type', 'text/vnd.mermaid; charset=utf-8')
  @AnswersGraph()
  graph(@CurrentActor() actor: Actor, @Param('key') key: string, @Param('version') version: string): Promise<string> {
    return this.workflows.graph(actor, key, version);
  }

  /**
   * Adds a workflow of the workspace's own, or another version of one. It never changes afterwards. 409 where there is this
   * version, or the key is that of a built-in one; 422 names every fault of the definition.
   */
  @Post()
  @Requires('workspace.manage')
  @AnswersRecorded(WorkflowView, 409, 422)
  create(@CurrentActor() actor: Actor, @Body() draft: DraftWorkflowDto): Promise<JsonText> {
    return this.workflows.create(actor, draft);
  }

  /** Names every fault of a draft definition. Nothing is kept. */
  @Post('check')
  @HttpCode(200)
  @Requires('record.read')
  @AnswersResult(DefinitionCheckView)
  check(@CurrentActor() actor: Actor, @Body() draft: DraftWorkflowDto): Promise<DefinitionCheckView> {
    return this.workflows.check(actor, draft);
  }
}
