import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../access/actor.js';
import { Anonymous, CurrentIdentity, type HeedRequest, SignedInInPerson } from '../access/requires.js';
import { AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { AnswersRecovery } from './answers.js';
import { RecoveriesService } from './recoveries.service.js';
import { type RecoveredView, RecoveryView, UseRecoveryDto } from './recovery.dto.js';

@ApiTags('sign-in')
@Controller()
export class RecoveriesController {
  constructor(private readonly recoveries: RecoveriesService) {}

  /** Sets a new password with a link that the operator made on the server; ends all sessions and tokens of the account. It works once. */
  @Post('auth/recoveries/:token')
  @HttpCode(200)
  @Anonymous()
  @AnswersRecovery()
  use(@Param('token') token: string, @Body() dto: UseRecoveryDto, @Req() request: HeedRequest): Promise<RecoveredView> {
    return this.recoveries.use(token, dto, request);
  }

  /** Lists links to recover one's own account that the operator made, newest first; never their secrets. Not for tokens. */
  @Get('me/recoveries')
  @SignedInInPerson()
  @AnswersPage(RecoveryView)
  list(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<JsonText> {
    return this.recoveries.list(identity, query);
  }
}
