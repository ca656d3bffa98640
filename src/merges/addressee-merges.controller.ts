import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated, AnswersItem, AnswersNothing } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { MergeDto, MergePreviewView, MergeView } from './merge.dto.js';
import { MergesService } from './merges.service.js';

@ApiTags('addressees')
@Controller('workspaces/:workspace/addressees/:id')
export class AddresseeMergesController {
  constructor(private readonly merges: MergesService) {}

  /** Says what merging it into another one would move, and what stands in the way. */
  @Get('merge-preview')
  @Requires('record.read')
  @AnswersItem(MergePreviewView, 422)
  preview(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: MergeDto): Promise<JsonText> {
    return this.merges.preview(actor, 'addressee', id, query.into);
  }

  /** Merges it into another entry for the same addressee: what names it names that one, which is found by its names too. If-Match is its own ETag. 409 names each conflict, and how to solve it. */
  @Post('merge')
  @Requires('record.write')
  @AnswersCreated(MergeView, 412, 428)
  create(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: MergeDto,
  ): Promise<JsonText> {
    return this.merges.create(actor, 'addressee', id, version, dto.into);
  }

  /** Reads the newest merge by which it went, or had gone. */
  @Get('merge')
  @Requires('record.read')
  @AnswersItem(MergeView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.merges.get(actor, 'addressee', id);
  }

  /** Undoes the merge: it comes back, and so does what named it. If-Match is the ETag of the merge. */
  @Delete('merge')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(409, 412, 428)
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.merges.undo(actor, 'addressee', id, version);
  }
}
