import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { TalliesController } from './tallies.controller.js';
import { TalliesService } from './tallies.service.js';
import { TallySheets } from './tally-sheets.js';

@Module({
  imports: [EvidenceModule],
  controllers: [TalliesController],
  providers: [TalliesService, TallySheets],
  exports: [TalliesService],
})
export class TalliesModule {}
