import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { InboxController } from './inbox.controller.js';
import { InboxContentController } from './inbox-content.controller.js';
import { InboxFilesService } from './inbox-files.service.js';
import { InboxService } from './inbox.service.js';

@Module({
  imports: [EvidenceModule],
  controllers: [InboxController, InboxContentController],
  providers: [InboxService, InboxFilesService],
})
export class InboxModule {}
