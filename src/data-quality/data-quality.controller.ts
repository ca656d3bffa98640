import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage, AnswersRecorded, AnswersResult } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { DataQualityQuery, DataQualityView, DismissDto, FaultItemView, FaultsQuery } from './data-quality.dto.js';
import { DataQualityService } from './data-quality.service.js';
import { FAULTS } from './faults.js';

@ApiTags('data-quality')
@Controller('workspaces/:workspace/data-quality')
export class DataQualityController {
  constructor(private readonly dataQuality: DataQualityService) {}

  /** Counts what is wrong with the record by fault, of what one may see, leaving out what somebody said is fine. */
  @Get()
  @Requires('record.read')
  @AnswersResult(DataQualityView)
  count(@CurrentActor() actor: Actor, @Query() query: DataQualityQuery): Promise<JsonText> {
    return this.dataQuality.count(actor, query);
  }

  /** Lists what is wrong in one way, the oldest first; each with what it is about and where to mend it. */
  @Get(':fault')
  @Requires('record.read')
  @ApiParam({ name: 'fault', enum: FAULTS })
  @AnswersPage(FaultItemView)
  list(@CurrentActor() actor: Actor, @Param('fault') fault: string, @Query() query: FaultsQuery): Promise<JsonText> {
    return this.dataQuality.list(actor, fault, query);
  }

  /** Says of one thing that it is fine as it is, and why, or takes that back. It comes back by itself when the thing changes. */
  @Post(':fault/dismissals')
  @Requires('record.write')
  @ApiParam({ name: 'fault', enum: FAULTS })
  @AnswersRecorded(FaultItemView, 409)
  dismiss(@CurrentActor() actor: Actor, @Param('fault') fault: string, @Body() dto: DismissDto): Promise<JsonText> {
    return this.dataQuality.dismiss(actor, fault, dto);
  }
}
