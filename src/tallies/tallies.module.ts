import { Module } from '@nestjs/common';
import { TalliesController } from './tallies.controller.js';
import { TalliesService } from './tallies.service.js';

@Module({ controllers: [TalliesController], providers: [TalliesService], exports: [TalliesService] })
export class TalliesModule {}
