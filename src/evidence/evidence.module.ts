import { Module } from '@nestjs/common';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { OriginsService } from './origins.service.js';

@Module({ controllers: [EvidenceController], providers: [EvidenceService, OriginsService], exports: [EvidenceService] })
export class EvidenceModule {}
