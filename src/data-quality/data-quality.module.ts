import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { DataQualityController } from './data-quality.controller.js';
import { DataQualityService } from './data-quality.service.js';

@Module({ imports: [EvidenceModule], controllers: [DataQualityController], providers: [DataQualityService] })
export class DataQualityModule {}
