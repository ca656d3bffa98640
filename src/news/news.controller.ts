import { Controller, Get, Header, Headers, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersEvents } from '../common/answers.js';
import { NewsService } from './news.service.js';

@ApiTags('news')
@Controller('workspaces/:workspace/news')
export class NewsController {
  constructor(private readonly news: NewsService) {}

  /**
   * Tells what changes while it is open, as server-sent events: `changed` with `{ objects: [{ type, id }] }`, within two
   * seconds, of what the reader may know and never in words. It begins with what changed in the last twenty seconds. An empty
   * list says that something may have been missed: read again what is shown. A comment comes every 25 seconds. It ends
   * with the session, token or membership; 429 beyond eight for one person.
   */
  @Get()
  @Requires('record.read')
  @Header('cache-control', 'no-store, no-transform')
  @Header('connection', 'close')
  @Header('x-accel-buffering', 'no')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Sent by browsers that come back: `changed` with an empty list comes first.',
  })
  @AnswersEvents()
  open(
    @CurrentActor() actor: Actor,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) { raw }: FastifyReply,
  ): StreamableFile {
    const stream = this.news.open(actor, lastEventId);
    // HEAD too: it is answered without the stream ever being read.
    raw.once('close', () => stream.destroy());
    return new StreamableFile(stream, { type: 'text/event-stream' });
  }
}
