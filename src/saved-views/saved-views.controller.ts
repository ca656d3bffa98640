import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { CreateSavedViewDto, SavedViewsQuery, SavedViewView, UpdateSavedViewDto } from './saved-view.dto.js';
import { SavedViewsService } from './saved-views.service.js';

@ApiTags('saved-views')
@Controller('workspaces/:workspace/saved-views')
export class SavedViewsController {
  constructor(private readonly savedViews: SavedViewsService) {}

  /** Lists one's own saved views. */
  @Get()
  @Requires('view.keep')
  @AnswersPage(SavedViewView)
  list(@CurrentActor() actor: Actor, @Query() query: SavedViewsQuery): Promise<JsonText> {
    return this.savedViews.list(actor, query);
  }

  /** Reads one of one's own. */
  @Get(':id')
  @Requires('view.keep')
  @AnswersItem(SavedViewView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.savedViews.get(actor, id);
  }

  /** Keeps a view for oneself. 409 where one has a view of that name. */
  @Post()
  @Requires('view.keep')
  @AnswersCreated(SavedViewView, 409)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateSavedViewDto): Promise<JsonText> {
    return this.savedViews.create(actor, dto);
  }

  /** Renames one of one's own, or lets it show something else; what the body leaves out stays. */
  @Patch(':id')
  @Requires('view.keep')
  @AnswersItem(SavedViewView, 409, 412, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateSavedViewDto,
  ): Promise<JsonText> {
    return this.savedViews.update(actor, id, version, dto);
  }

  /** Deletes one of one's own. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('view.keep')
  @AnswersNothing(412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.savedViews.remove(actor, id, version);
  }
}
