import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { VersionsController } from './versions.controller.js';
import { VersionsService } from './versions.service.js';

@Module({ imports: [EvidenceModule], controllers: [VersionsController], providers: [VersionsService] })
export class VersionsModule {}
