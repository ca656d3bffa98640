import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersItem, AnswersMerged, AnswersNothing, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { AddresseesQuery, AddresseeView, CreateAddresseeDto, UpdateAddresseeDto } from './addressee.dto.js';
import { AddresseesService } from './addressees.service.js';

@ApiTags('addressees')
@Controller('workspaces/:workspace/addressees')
export class AddresseesController {
  constructor(private readonly addressees: AddresseesService) {}

  /** Lists the governments and bodies that something is asked of. */
  @Get()
  @Requires('record.read')
  @AnswersPage(AddresseeView)
  list(@CurrentActor() actor: Actor, @Query() query: AddresseesQuery): Promise<JsonText> {
    return this.addressees.list(actor, query);
  }

  /** Reads one addressee. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItem(AddresseeView)
  @AnswersMerged()
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.addressees.get(actor, id);
  }

  /** Adds an addressee; its code is one of its kind in the workspace. */
  @Post()
  @Requires('record.write')
  @AnswersCreated(AddresseeView, 409, 422)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateAddresseeDto): Promise<JsonText> {
    return this.addressees.create(actor, dto);
  }

  /** Changes an addressee; what the body leaves out stays. */
  @Patch(':id')
  @Requires('record.write')
  @AnswersItem(AddresseeView, 409, 412, 422, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateAddresseeDto,
  ): Promise<JsonText> {
    return this.addressees.update(actor, id, version, dto);
  }

  /** Deletes an addressee that nothing names: no follow-up, engagement, group or predecessor. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.addressees.remove(actor, id, version);
  }
}
