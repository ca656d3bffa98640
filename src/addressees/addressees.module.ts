import { Module } from '@nestjs/common';
import { AddresseeMembersController } from './addressee-members.controller.js';
import { AddresseeMembersService } from './addressee-members.service.js';
import { AddresseesController } from './addressees.controller.js';
import { AddresseesService } from './addressees.service.js';
import { MergesModule } from '../merges/merges.module.js';

@Module({
  imports: [MergesModule],
  controllers: [AddresseesController, AddresseeMembersController],
  providers: [AddresseesService, AddresseeMembersService],
  exports: [AddresseesService],
})
export class AddresseesModule {}
