import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage } from '../common/answers.js';
import { AuditEventsQuery, AuditEventView } from './audit-event.dto.js';
import { AuditEventsService } from './audit-events.service.js';

@ApiTags('audit')
@Controller('workspaces/:workspace/audit/events')
export class AuditEventsController {
  constructor(private readonly events: AuditEventsService) {}

  /** Lists what was done, by whom and when, with what each act changed. Administrators and auditors see all, others their own acts. */
  @Get()
  @Requires('audit.read')
  @AnswersPage(AuditEventView)
  list(@CurrentActor() actor: Actor, @Query() query: AuditEventsQuery): ReturnType<AuditEventsService['list']> {
    return this.events.list(actor, query);
  }
}
