import { Module } from '@nestjs/common';
import { AuditEventsController } from './audit-events.controller.js';
import { AuditEventsService } from './audit-events.service.js';

/** The log's readers; its writer belongs to the foundation that every module stands on. */
@Module({ controllers: [AuditEventsController], providers: [AuditEventsService] })
export class AuditModule {}
