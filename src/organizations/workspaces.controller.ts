import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, Identity } from '../access/actor.js';
import { CurrentActor, CurrentIdentity, Requires, SignedIn } from '../access/requires.js';
import { MeService } from '../auth/me.service.js';
import { AnswersItem, AnswersPage, AnswersResult } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { ExpectedVersion } from '../common/version.js';
import { FactorHoldingsView, UpdateWorkspaceDto, WorkspaceView } from './workspace.dto.js';
import { WorkspacesService } from './workspaces.service.js';

@ApiTags('workspaces')
@Controller('workspaces')
export class WorkspacesController {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly me: MeService,
  ) {}

  /** Lists the workspaces that one is a member of today; with a token, the one that it is for. */
  @Get()
  @SignedIn()
  @AnswersPage(WorkspaceView)
  list(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<JsonText> {
    return this.me.listWorkspaces(identity, query);
  }

  /** Reads a workspace's settings. */
  @Get(':workspace')
  @Requires('record.read')
  @AnswersItem(WorkspaceView)
  get(@CurrentActor() actor: Actor): Promise<JsonText> {
    return this.workspaces.get(actor);
  }

  /** Says how many administrators and verifiers have no second factor, before one is asked of them. */
  @Get(':workspace/second-factors')
  @Requires('workspace.manage')
  @AnswersResult(FactorHoldingsView)
  countSecondFactors(@CurrentActor() actor: Actor): Promise<JsonText> {
    return this.workspaces.countSecondFactors(actor);
  }

  /** Changes a workspace's settings; what the body leaves out stays. Its name in paths never changes. */
  @Patch(':workspace')
  @Requires('workspace.manage')
  @AnswersItem(WorkspaceView, 412, 428)
  update(
    @CurrentActor() actor: Actor,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateWorkspaceDto,
  ): Promise<JsonText> {
    return this.workspaces.update(actor, version, dto);
  }
}
