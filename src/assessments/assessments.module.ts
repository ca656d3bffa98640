import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsService } from './assessments.service.js';
import { PositionsController } from './positions.controller.js';
import { PositionsService } from './positions.service.js';

@Module({
  controllers: [AssessmentsController, PositionsController],
  providers: [AssessmentsService, PositionsService],
  exports: [AssessmentsService, PositionsService],
})
export class AssessmentsModule {}
