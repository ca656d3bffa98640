import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersResult, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { ForMeItemView, ForMeView, KINDS } from './for-me.dto.js';
import { ForMeService } from './for-me.service.js';

@ApiTags('for-me')
@Controller('workspaces/:workspace/for-me')
export class ForMeController {
  constructor(private readonly forMe: ForMeService) {}

  /** Reads what waits for whoever asks: the first ten of each kind, and how many there are. */
  @Get()
  @Requires('record.read')
  @AnswersResult(ForMeView)
  get(@CurrentActor() actor: Actor): Promise<JsonText> {
    return this.forMe.get(actor);
  }

  /** Lists what waits of one kind: `to-verify`, `overdue`, `next-steps`, `mentioned`, `to-confirm`, `proposed`, `role-requests`, `withdrawals`, `reader-requests`, `lowerings` and `flag-removals` longest first, the others newest first. */
  @Get(':kind')
  @Requires('record.read')
  @ApiParam({ name: 'kind', enum: KINDS })
  @AnswersPage(ForMeItemView)
  list(@CurrentActor() actor: Actor, @Param('kind') kind: string, @Query() query: PageQuery): Promise<JsonText> {
    return this.forMe.list(actor, kind, query);
  }
}
