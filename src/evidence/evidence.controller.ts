import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersItem, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { ExpectedVersion } from '../common/version.js';
import { AcceptEvidenceDto, CreateEvidenceDto, UpdateEvidenceDto } from './evidence.dto.js';
import { EvidenceQuery } from './evidence-query.dto.js';
import { EvidenceService } from './evidence.service.js';
import { CustodyRecordView, EvidenceView } from './evidence.view.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace/evidence')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  /** Lists evidence that the caller may know of. */
  @Get()
  @Requires('record.read')
  @AnswersPage(EvidenceView)
  list(@CurrentActor() actor: Actor, @Query() query: EvidenceQuery): Promise<JsonText> {
    return this.evidence.list(actor, query);
  }

  /** Opens one piece, with its words. Opening a restricted one is recorded. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItem(EvidenceView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.evidence.get(actor, id);
  }

  /** Lists who had it in hand. */
  @Get(':id/custody')
  @Requires('record.read')
  @AnswersPage(CustodyRecordView)
  custody(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<JsonText> {
    return this.evidence.custody(actor, id, query);
  }

  /** Adds a link or an account. A sentence and a link are enough; the rest is asked when a condition needs it. */
  @Post()
  @Requires('evidence.add')
  @AnswersCreated(EvidenceView, 422)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateEvidenceDto): Promise<JsonText> {
    return this.evidence.create(actor, dto);
  }

  /** Changes what is said about it. What was verified on it is voided. */
  @Patch(':id')
  @Requires('evidence.add')
  @AnswersItem(EvidenceView, 410, 412, 422, 428, 500)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateEvidenceDto,
  ): Promise<JsonText> {
    return this.evidence.update(actor, id, version, dto);
  }

  /** Accepts what was proposed, or declines it with a reason. */
  @Post(':id/acceptance')
  @HttpCode(200)
  @Requires('evidence.accept')
  @AnswersItem(EvidenceView, 410, 412, 428, 500)
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: AcceptEvidenceDto,
  ): Promise<JsonText> {
    return this.evidence.accept(actor, id, version, dto);
  }

  /** Records that the caller has checked it: another person than those who brought it. */
  @Post(':id/verification')
  @HttpCode(200)
  @Requires('evidence.verify')
  @AnswersItem(EvidenceView, 410, 412, 428)
  verify(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<JsonText> {
    return this.evidence.verify(actor, id, version);
  }
}
