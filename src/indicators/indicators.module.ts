import { Module } from '@nestjs/common';
import { IndicatorsController } from './indicators.controller.js';
import { IndicatorsService } from './indicators.service.js';
import { ObservationsController } from './observations.controller.js';
import { ObservationsService } from './observations.service.js';

@Module({
  controllers: [IndicatorsController, ObservationsController],
  providers: [IndicatorsService, ObservationsService],
  exports: [IndicatorsService, ObservationsService],
})
export class IndicatorsModule {}
