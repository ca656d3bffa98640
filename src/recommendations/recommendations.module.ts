import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { RecommendationsController } from './recommendations.controller.js';
import { RecommendationsService } from './recommendations.service.js';
import { RelationsController } from './relations.controller.js';
import { RelationsService } from './relations.service.js';

@Module({
  imports: [FollowUpsModule],
  controllers: [RecommendationsController, RelationsController],
  providers: [RecommendationsService, RelationsService],
  exports: [RecommendationsService, RelationsService],
})
export class RecommendationsModule {}
