import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated, AnswersItem, AnswersPage, AnswersRecorded } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { DecideDto, MergeProposalsDto, SplitProposalDto } from './proposal-acts.dto.js';
import { ProposalActsService } from './proposal-acts.service.js';
import { AddProposalDto, ProposalsQuery, UpdateProposalDto } from './proposal.dto.js';
import { ProposalListView, ProposalView } from './proposal.view.js';
import { ProposalsService } from './proposals.service.js';

@ApiTags('intake')
@Controller('workspaces/:workspace/intake/:intakeId')
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly acts: ProposalActsService,
  ) {}

  /** Lists what was proposed of a document, in its order. */
  @Get('proposals')
  @Requires('record.read')
  @AnswersPage(ProposalView)
  list(
    @CurrentActor() actor: Actor,
    @Param('intakeId', IdPipe) intakeId: string,
    @Query() query: ProposalsQuery,
  ): Promise<JsonText> {
    return this.proposals.list(actor, intakeId, query);
  }

  /** Reads one proposal. */
  @Get('proposals/:id')
  @Requires('record.read')
  @AnswersItem(ProposalView)
  get(
    @CurrentActor() actor: Actor,
    @Param('intakeId', IdPipe) intakeId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<JsonText> {
    return this.proposals.get(actor, intakeId, id);
  }

  /** Marks an ask that the rules did not find. */
  @Post('proposals')
  @Requires('record.write')
  @AnswersCreated(ProposalView, 404)
  add(
    @CurrentActor() actor: Actor,
    @Param('intakeId', IdPipe) intakeId: string,
    @Body() dto: AddProposalDto,
  ): Promise<JsonText> {
    return this.proposals.add(actor, intakeId, dto);
  }

  /** Accepts, rejects or edits one, or takes a decision back. Nothing enters the record before the document is recorded. */
  @Patch('proposals/:id')
  @Requires('record.write')
  @AnswersItem(ProposalView, 409, 412, 422, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('intakeId', IdPipe) intakeId: string,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateProposalDto,
  ): Promise<JsonText> {
    return this.proposals.update(actor, intakeId, id, version, dto);
  }

  /** Does the same to many: accepts all of a section, names other addressees. All or none. */
  @Post('decisions')
  @Requires('record.write')
  @AnswersRecorded(ProposalListView, 404, 412)
  decide(
    @CurrentActor() actor: Actor,
    @Param('intakeId', IdPipe) intakeId: string,
    @Body() dto: DecideDto,
  ): Promise<JsonText> {
    return this.acts.decide(actor, intakeId, dto);
  }

  /** Makes one of several: the first takes in all that stands between its beginning and the end of the last. */
  @Post('merges')
  @Requires('record.write')
  @AnswersRecorded(ProposalListView, 404, 412)
  merge(
    @CurrentActor() actor: Actor,
    @Param('intakeId', IdPipe) intakeId: string,
    @Body() dto: MergeProposalsDto,
  ): Promise<JsonText> {
    return this.acts.merge(actor, intakeId, dto);
  }

  /** Makes two of one, at a place inside it. */
  @Post('splits')
  @Requires('record.write')
  @AnswersRecorded(ProposalListView, 404, 412)
  split(
    @CurrentActor() actor: Actor,
    @Param('intakeId', IdPipe) intakeId: string,
    @Body() dto: SplitProposalDto,
  ): Promise<JsonText> {
    return this.acts.split(actor, intakeId, dto);
  }
}
