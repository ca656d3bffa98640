import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { HarmFlagsController } from './harm-flags.controller.js';
import { HarmFlagsService } from './harm-flags.service.js';

@Module({
  imports: [EvidenceModule],
  controllers: [HarmFlagsController],
  providers: [HarmFlagsService],
  exports: [HarmFlagsService],
})
export class HarmFlagsModule {}
