import { Module } from '@nestjs/common';
import { CrossWalksController } from './cross-walks.controller.js';
import { CrossWalksService } from './cross-walks.service.js';
import { WorkflowsController } from './workflows.controller.js';
import { WorkflowsService } from './workflows.service.js';

@Module({
  controllers: [CrossWalksController, WorkflowsController],
  providers: [WorkflowsService, CrossWalksService],
  exports: [WorkflowsService, CrossWalksService],
})
export class WorkflowsModule {}
