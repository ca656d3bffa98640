import { Module } from '@nestjs/common';
import { NextStepsController } from './next-steps.controller.js';
import { NextStepsService } from './next-steps.service.js';

@Module({ controllers: [NextStepsController], providers: [NextStepsService], exports: [NextStepsService] })
export class NextStepsModule {}
