import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { readInWorkspace } from '../access/in-workspace.js';
import { Callers } from '../auth/callers.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { Announcements } from './announcements.js';
import { NEWS } from './news.queries.js';
import { NewsStream } from './news-stream.js';

/** Browsers open one for each tab. */
const MOST_PER_PERSON = 8;
const MOST_OBJECTS = 200;

/** One reader, and what they were told: events are read with an overlap, since they are not committed in their order. */
interface Reader {
  actor: Actor;
  stream: NewsStream;
  told: Set<string>;
  isReading: boolean;
  /** Something came while it was reading. */
  isBehind: boolean;
}

/** Tells readers what changed, as it changes: kinds and ids of what they may know, never words. */
@Injectable()
export class NewsService implements OnModuleDestroy {
  private readonly readers = new Set<Reader>();
  private isStopping = false;

  constructor(
    private readonly manager: EntityManager,
    private readonly callers: Callers,
    private readonly announcements: Announcements,
  ) {}

  /** Ends with the session, token or membership that it was opened with. 429 beyond eight for one person. */
  open(actor: Actor, lastEventId: string | undefined): NewsStream {
    const own = [...this.readers].filter((r) => r.actor.personId === actor.personId);
    if (own.length >= MOST_PER_PERSON) throw problems.tooMany();
    const stream = new NewsStream(() => void this.look(reader, true));
    const reader: Reader = { actor, stream, told: new Set(), isReading: false, isBehind: false };
    this.readers.add(reader);
    const stop = this.announcements.subscribe(actor.workspaceId, (isMissed) => this.hear(reader, isMissed));
    stream.once('close', () => {
      stop();
      this.readers.delete(reader);
    });
    stream.begin();
    if (lastEventId !== undefined) stream.anew();
    if (this.isStopping) stream.finish();
    return stream;
  }

  /** Streams never end by themselves, and a server that stops waits for what is open. */
  onModuleDestroy(): void {
    this.isStopping = true;
    for (const { stream } of this.readers) stream.finish();
  }

  private hear(reader: Reader, isMissed: boolean): void {
    if (isMissed) reader.stream.anew();
    void this.look(reader, false);
  }

  /** Reads what is new and tells it. Where it can't, the reader is let go, to come back. */
  private async look(reader: Reader, isBeat: boolean): Promise<void> {
    if (reader.stream.destroyed) return;
    if (reader.isReading) {
      reader.isBehind ||= !isBeat;
      return;
    }
    reader.isReading = true;
    try {
      if (!(await this.callers.stillHold(reader.actor))) reader.stream.finish();
      else if (isBeat) reader.stream.comment('still here');
      else await this.tell(reader);
    } catch {
      reader.stream.finish();
    }
    reader.isReading = false;
    if (!reader.isBehind) return;
    reader.isBehind = false;
    await this.look(reader, false);
  }

  private async tell({ actor, stream, told }: Reader): Promise<void> {
    const news = await readInWorkspace(actor, this.manager, (tx) => run<{ event: string; object: string }>(tx, NEWS));
    const fresh = new Set(news.filter(({ event }) => !told.has(event)).map(({ object }) => object));
    const recent = new Set(news.map(({ event }) => event));
    for (const event of told) if (!recent.has(event)) told.delete(event);
    for (const event of recent) told.add(event);
    if (fresh.size > MOST_OBJECTS) stream.anew();
    else if (fresh.size > 0) stream.changed([...fresh]);
  }
}
