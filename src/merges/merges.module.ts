import { Module } from '@nestjs/common';
import { AddresseeMergesController } from './addressee-merges.controller.js';
import { MergesController } from './merges.controller.js';
import { MergesService } from './merges.service.js';
import { SourceMergesController } from './source-merges.controller.js';

@Module({
  controllers: [MergesController, AddresseeMergesController, SourceMergesController],
  providers: [MergesService],
  exports: [MergesService],
})
export class MergesModule {}
