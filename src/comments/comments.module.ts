import { Module } from '@nestjs/common';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';
import { EvidenceCommentsController } from './evidence-comments.controller.js';
import { Mentions } from './mentions.js';

@Module({
  controllers: [CommentsController, EvidenceCommentsController],
  providers: [CommentsService, Mentions],
  exports: [CommentsService],
})
export class CommentsModule {}
