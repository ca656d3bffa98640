import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { RecommendationsController } from './recommendations.controller.js';
import { RecommendationsService } from './recommendations.service.js';
import { RelationsController } from './relations.controller.js';
import { RelationsService } from './relations.service.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [FollowUpsModule],
  controllers: [RecommendationsController, RelationsController, TimelineController],
  providers: [RecommendationsService, RelationsService, TimelineService],
  exports: [RecommendationsService, RelationsService],
})
export class RecommendationsModule {}
