import { Module } from '@nestjs/common';
import { TalliesController } from './tallies.controller.js';
import { TalliesService } from './tallies.service.js';
import { TallySheets } from './tally-sheets.js';

@Module({ controllers: [TalliesController], providers: [TalliesService, TallySheets], exports: [TalliesService] })
export class TalliesModule {}
