import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersRecorded, AnswersResult } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { HarmFlagView } from '../evidence/harm-flag.view.js';
import { CreateHarmFlagDto } from './harm-flag.dto.js';
import { HarmFlagsService } from './harm-flags.service.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace/evidence/:evidenceId/harm-flag')
export class HarmFlagsController {
  constructor(private readonly flags: HarmFlagsService) {}

  /** Says that a piece could harm somebody: from now on it doesn't become public, and tables that are taken away don't name it. */
  @Post()
  @Requires('evidence.add')
  @AnswersRecorded(HarmFlagView, 409, 410)
  create(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Body() { reason }: CreateHarmFlagDto,
  ): Promise<JsonText> {
    return this.flags.create(actor, evidenceId, reason);
  }

  /** Takes the flag off. The first person asks, and a second one who asks for the same makes it so. */
  @Post('removal')
  @HttpCode(200)
  @Requires('evidence.lower')
  @AnswersResult(HarmFlagView, 409, 410)
  remove(@CurrentActor() actor: Actor, @Param('evidenceId', IdPipe) evidenceId: string): Promise<JsonText> {
    return this.flags.remove(actor, evidenceId);
  }
}
