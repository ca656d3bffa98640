import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { CreateThemeDto, ThemesQuery, ThemeView, UpdateThemeDto } from './theme.dto.js';
import { ThemesService } from './themes.service.js';

@ApiTags('themes')
@Controller('workspaces/:workspace/themes')
export class ThemesController {
  constructor(private readonly themes: ThemesService) {}

  /** Lists the subjects that recommendations are grouped by. */
  @Get()
  @Requires('record.read')
  @AnswersPage(ThemeView)
  list(@CurrentActor() actor: Actor, @Query() query: ThemesQuery): Promise<JsonText> {
    return this.themes.list(actor, query);
  }

  /** Reads one theme. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItem(ThemeView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.themes.get(actor, id);
  }

  /** Adds a theme; its code is one of its kind in the workspace. */
  @Post()
  @Requires('record.write')
  @AnswersCreated(ThemeView, 409)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateThemeDto): Promise<JsonText> {
    return this.themes.create(actor, dto);
  }

  /** Changes a theme; what the body leaves out stays. */
  @Patch(':id')
  @Requires('record.write')
  @AnswersItem(ThemeView, 409, 412, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateThemeDto,
  ): Promise<JsonText> {
    return this.themes.update(actor, id, version, dto);
  }

  /** Deletes a theme that no recommendation carries. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.themes.remove(actor, id, version);
  }
}
