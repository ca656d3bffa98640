import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { type Problem, problems } from '../common/problem.js';
import { say, type Words } from '../common/words.js';
import type { IntakeDocument } from './document.js';
import type { IntakeFormat } from './intake.entity.js';
import type { Proposal } from './proposal.js';
import { type FaultName } from './reading-fault.js';
import { AT_ONCE, MOST_MEGABYTES, MOST_MILLISECONDS, MOST_WAITING } from './reading-limits.js';

/** Bytes with what is known of them: what they are, or only what the file was called. */
export type Unread = { bytes: Uint8Array } & ({ format: 'text' | 'html' } | { name: string });

export interface ReadDocument {
  format: IntakeFormat;
  mediaType: string;
  document: IntakeDocument;
  proposals: Proposal[];
  /** Whether an official body made it: what it says may echo what ours say. */
  isOfficial: boolean;
}

/**
 * Reads documents in a thread of their own, each in a new one: what a hostile file does to it ends with it. Time and memory are
 * limited from outside, so a reader that hangs or swells is cut off, and says so.
 */
@Injectable()
export class DocumentReading {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** 415 and 422 with the reason; 503 while too many wait. */
  async read(unread: Unread): Promise<ReadDocument> {
    await this.takeTurn();
    try {
      const answer = await inThread(unread);
      if (typeof answer === 'string') throw problemOf(answer);
      return answer;
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async takeTurn(): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) throw problems.unavailable();
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }
}

/** A thread runs what was built: seen from the sources, as tests see it, that lies elsewhere. */
const BUILT = import.meta.url.endsWith('.ts') ? '../../dist/src/intake/' : './';
const PROGRAM = new URL(`${BUILT}reading-program.js`, import.meta.url);

/** The document, or why there is none. */
async function inThread(unread: Unread): Promise<ReadDocument | FaultName> {
  const worker = new Worker(PROGRAM, {
    workerData: unread,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 64 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ReadDocument | FaultName>((resolve, reject) => {
      timer = setTimeout(() => resolve('took-too-long'), MOST_MILLISECONDS);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('took-too-much-memory');
        else reject(error);
      });
      worker.once('exit', () => reject(new Error('The reader ended without an answer.')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
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
