import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { CopyMaking } from './copy-making.js';
import { WorkingCopiesController } from './working-copies.controller.js';
import { WorkingCopiesService } from './working-copies.service.js';

@Module({
  imports: [EvidenceModule],
  controllers: [WorkingCopiesController],
  providers: [WorkingCopiesService, CopyMaking],
})
export class WorkingCopiesModule {}
