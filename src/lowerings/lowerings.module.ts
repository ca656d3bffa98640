import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { LoweringsController } from './lowerings.controller.js';
import { LoweringsService } from './lowerings.service.js';

@Module({
  imports: [EvidenceModule],
  controllers: [LoweringsController],
  providers: [LoweringsService],
  exports: [LoweringsService],
})
export class LoweringsModule {}
