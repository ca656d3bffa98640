import { Module } from '@nestjs/common';
import { EngagementEvidenceController } from './engagement-evidence.controller.js';
import { EngagementEvidenceService } from './engagement-evidence.service.js';
import { EngagementsController } from './engagements.controller.js';
import { EngagementsService } from './engagements.service.js';

@Module({
  controllers: [EngagementsController, EngagementEvidenceController],
  providers: [EngagementsService, EngagementEvidenceService],
  exports: [EngagementsService, EngagementEvidenceService],
})
export class EngagementsModule {}
