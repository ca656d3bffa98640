import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Problem, problems } from '../common/problem.js';
import { say, type Words } from '../common/words.js';
import type { ReadDocument, Unread } from './read-document.js';
import { type FaultName } from './reading-fault.js';
import { ReaderThread } from './reader-thread.js';
import { AT_ONCE, MOST_WAITING } from './reading-limits.js';

/** So many texts a thread reads before a new one takes its place. */
const MOST_TEXTS = 200;
const IDLE_MILLISECONDS = 30_000;

/**
 * Reads documents in threads, each file in a new one: what a hostile file does to it ends with it. Pasted text is only characters, which
 * nothing but our own rules looks at: the thread that read it is kept for the next one, for to begin a thread takes a hundred times
 * what a letter takes.
 */
@Injectable()
export class DocumentReading implements OnModuleDestroy {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private idle: { thread: ReaderThread; timer: NodeJS.Timeout } | undefined;

  /** 415 and 422 with the reason; 503 while too many wait. */
  async read(unread: Unread): Promise<ReadDocument> {
    await this.takeTurn();
    try {
      const answer = await this.inThread(unread);
      if (typeof answer === 'string') throw problemOf(answer);
      return answer;
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.takeIdle()?.end();
  }

  private async takeTurn(): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) throw problems.unavailable();
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }

  private async inThread(unread: Unread): Promise<ReadDocument | FaultName> {
    const isText = 'format' in unread && unread.format === 'text';
    const thread = (isText ? this.takeIdle() : undefined) ?? new ReaderThread();
    let isFit = false;
    try {
      const answer = await thread.read(unread);
      isFit = isText && typeof answer !== 'string' && thread.count < MOST_TEXTS;
      return answer;
    } finally {
      if (isFit && this.idle === undefined) this.keep(thread);
      else await thread.end();
    }
  }

  /** The thread that waits for a text, if there is one that still lives. */
  private takeIdle(): ReaderThread | undefined {
    const { idle } = this;
    if (!idle) return undefined;
    clearTimeout(idle.timer);
    this.idle = undefined;
    return idle.thread.isOver ? undefined : idle.thread;
  }

  private keep(thread: ReaderThread): void {
    const timer = setTimeout(() => void this.takeIdle()?.end(), IDLE_MILLISECONDS);
    this.idle = { thread, timer: timer.unref() };
  }
}

const SAID: Record<Exclude<FaultName, 'not-taken'>, Words> = {
  empty: say`There is no text in it.`,
  'no-text': say`It has no text, only pictures of pages. Run text recognition (OCR) over it, or paste its text.`,
  encrypted: say`It is locked with a password. Save it without one.`,
  'damaged-document': say`It is damaged, or not what it says it is.`,
  'too-many-pages': say`It has too many pages. Send it in pieces.`,
  'too-much-inside': say`It unpacks to more than is read. Send it in pieces.`,
  'took-too-long': say`Reading it took too long. Send it in pieces, or paste its text.`,
  'took-too-much-memory': say`Reading it took too much memory. Send it in pieces, or paste its text.`,
};

const problemOf = (fault: FaultName): Problem =>
  fault === 'not-taken' ? problems.documentRefused() : problems.unreadableDocument(fault, SAID[fault]);
