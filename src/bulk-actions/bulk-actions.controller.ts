import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated, AnswersItem, AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { BulkActionsQuery, CreateBulkActionDto, UndoBulkActionDto } from './bulk-action.dto.js';
import { BulkActionInListView, BulkActionView } from './bulk-action.view.js';
import { BulkActionsService } from './bulk-actions.service.js';

@ApiTags('bulk-actions')
@Controller('workspaces/:workspace/bulk-actions')
export class BulkActionsController {
  constructor(private readonly bulkActions: BulkActionsService) {}

  /** Lists one's own previews and receipts, without their items. */
  @Get()
  @Requires('bulk.act')
  @AnswersPage(BulkActionInListView)
  list(@CurrentActor() actor: Actor, @Query() query: BulkActionsQuery): Promise<JsonText> {
    return this.bulkActions.list(actor, query);
  }

  /** Reads one of one's own with every item: the preview, how far the work is, the receipt. */
  @Get(':id')
  @Requires('bulk.act')
  @AnswersItem(BulkActionView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.bulkActions.get(actor, id);
  }

  /**
   * Previews one act on up to 200 things: each is asked of what the single act asks, and nothing is changed. The preview can be
   * confirmed for 24 hours. 403 without the permission of the single act; 404 where what is asked for names what is not there.
   */
  @Post()
  @Requires('bulk.act')
  @AnswersCreated(BulkActionView)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateBulkActionDto): Promise<JsonText> {
    return this.bulkActions.preview(actor, dto);
  }

  /**
   * Does what the preview allowed, each item by itself, as if it were done singly: what changed since the preview is refused and
   * the rest is done. Sent twice it does nothing twice and answers the same receipt; where it was broken off it goes on.
   * 409 where the preview expired or was undone; 503 `broken-off` where something broke in the middle: what was done is done.
   */
  @Post(':id/confirmation')
  @HttpCode(200)
  @Requires('bulk.act')
  @AnswersItem(BulkActionView, 409, 503)
  confirm(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.bulkActions.confirm(actor, id);
  }

  /**
   * Puts back what was done: a transition by a correction, a link by another row of the record, owner and theme as they were; a next step is
   * dropped, and one that was done is open again. What
   * was changed since stays, with the reason, and so does what followed from the act (a verification that a link voided). Once;
   * sent again it answers the same receipt, or goes on. 409 where nothing was confirmed; 503 `broken-off` as above.
   */
  @Post(':id/undo')
  @HttpCode(200)
  @Requires('bulk.act')
  @AnswersItem(BulkActionView, 409, 503)
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: UndoBulkActionDto,
  ): Promise<JsonText> {
    return this.bulkActions.undo(actor, id, dto);
  }
}
