import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';
import { EvidenceCommentsController } from './evidence-comments.controller.js';
import { Mentions } from './mentions.js';

@Module({
  imports: [EvidenceModule],
  controllers: [CommentsController, EvidenceCommentsController],
  providers: [CommentsService, Mentions],
  exports: [CommentsService],
})
export class CommentsModule {}
