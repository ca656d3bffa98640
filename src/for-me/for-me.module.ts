import { Module } from '@nestjs/common';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { ForMeController } from './for-me.controller.js';
import { ForMeService } from './for-me.service.js';

@Module({ imports: [WorkflowsModule], controllers: [ForMeController], providers: [ForMeService] })
export class ForMeModule {}
