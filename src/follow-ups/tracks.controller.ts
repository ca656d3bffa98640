import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersNothing, AnswersPage, AnswersRecorded, AnswersResult } from '../common/answers.js';
import { AnswersItemAsOf, AS_OF_MEMBERS } from './as-of.answers.js';
import type { JsonText } from '../common/json-text.js';
import { OptionalVersion } from '../common/version.js';
import { AsOfPageQuery, AsOfQuery } from './as-of.dto.js';
import { TrackView } from './track.dto.js';
import { LinkEvidenceDto, TrackEvidenceView } from './track-evidence.dto.js';
import { TrackEvidenceService } from './track-evidence.service.js';
import { TracksService } from './tracks.service.js';
import { OptionsView } from './transition-option.view.js';
import { CreateTransitionDto, TransitionsQuery, TransitionView } from './transition.dto.js';
import { TransitionsService } from './transitions.service.js';

@ApiTags('tracks')
@Controller('workspaces/:workspace/tracks/:trackId')
export class TracksController {
  constructor(
    private readonly tracks: TracksService,
    private readonly transitions: TransitionsService,
    private readonly evidence: TrackEvidenceService,
  ) {}

  /** Reads where one axis of a follow-up stands. */
  @Get()
  @Requires('record.read')
  @AnswersItemAsOf(TrackView)
  get(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @Query() moment: AsOfQuery,
  ): Promise<JsonText> {
    return this.tracks.get(actor, trackId, moment);
  }

  /** Lists everything that was recorded of it: corrected, voided and late entries too. */
  @Get('transitions')
  @Requires('record.read')
  @AnswersPage(TransitionView, AS_OF_MEMBERS)
  history(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @Query() query: TransitionsQuery,
  ): Promise<JsonText> {
    return this.transitions.list(actor, trackId, query);
  }

  /** Says which transitions may be chosen now, and what each still needs and from whom. */
  @Get('transitions/options')
  @Requires('record.read')
  @AnswersResult(OptionsView)
  options(@CurrentActor() actor: Actor, @Param('trackId', IdPipe) trackId: string): Promise<OptionsView> {
    return this.transitions.options(actor, trackId);
  }

  /**
   * Moves it to another state. 403 where it asks for another role, 409 where the present state has no such transition
   * (says what it has and who moved it last), 422 naming each unmet condition.
   */
  @Post('transitions')
  @Requires('track.transition')
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag of the track as it was read: 412 where somebody moved it since.',
  })
  @AnswersRecorded(TransitionView, 409, 412, 422)
  move(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @OptionalVersion() version: number | undefined,
    @Body() dto: CreateTransitionDto,
  ): Promise<JsonText> {
    return this.transitions.create(actor, trackId, version, dto);
  }

  /** Lists the evidence that is linked to it now, with what each piece says. */
  @Get('evidence')
  @Requires('record.read')
  @AnswersPage(TrackEvidenceView, AS_OF_MEMBERS)
  listEvidence(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @Query() query: AsOfPageQuery,
  ): Promise<JsonText> {
    return this.evidence.list(actor, trackId, query);
  }

  /** Links a piece of evidence, or says anew what it means here. */
  @Post('evidence')
  @Requires('evidence.add')
  @AnswersRecorded(TrackEvidenceView, 422)
  link(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @Body() dto: LinkEvidenceDto,
  ): Promise<JsonText> {
    return this.evidence.link(actor, trackId, dto);
  }

  /** Takes a piece off. A verification that stood on it is voided. */
  @Delete('evidence/:evidenceId')
  @HttpCode(204)
  @Requires('evidence.add')
  @AnswersNothing()
  unlink(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @Param('evidenceId', IdPipe) evidenceId: string,
  ): Promise<void> {
    return this.evidence.unlink(actor, trackId, evidenceId);
  }
}
