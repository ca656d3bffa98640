import { Module } from '@nestjs/common';
import { OccasionsController } from './occasions.controller.js';
import { OccasionsService } from './occasions.service.js';

@Module({ controllers: [OccasionsController], providers: [OccasionsService] })
export class OccasionsModule {}
