import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import {
  CreateOrganizationDto,
  OrganizationsQuery,
  OrganizationView,
  UpdateOrganizationDto,
} from './organization.dto.js';
import { OrganizationsService } from './organizations.service.js';

@ApiTags('organizations')
@Controller('workspaces/:workspace/organizations')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  /** Lists the organizations of the workspace. */
  @Get()
  @Requires('record.read')
  @AnswersPage(OrganizationView)
  list(@CurrentActor() actor: Actor, @Query() query: OrganizationsQuery): Promise<JsonText> {
    return this.organizations.list(actor, query);
  }

  /** Reads one organization. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItem(OrganizationView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.organizations.get(actor, id);
  }

  /** Adds an organization; its name is one of its kind in the workspace. */
  @Post()
  @Requires('member.manage')
  @AnswersCreated(OrganizationView, 409)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateOrganizationDto): Promise<JsonText> {
    return this.organizations.create(actor, dto);
  }

  /** Renames an organization. Pseudonyms of its members keep the name that they were given under. */
  @Patch(':id')
  @Requires('member.manage')
  @AnswersItem(OrganizationView, 409, 412, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateOrganizationDto,
  ): Promise<JsonText> {
    return this.organizations.update(actor, id, version, dto);
  }

  /** Deletes an organization that never had a member and that nothing belongs to. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('member.manage')
  @AnswersNothing(409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.organizations.remove(actor, id, version);
  }
}
