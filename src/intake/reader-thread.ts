import { Worker } from 'node:worker_threads';
import type { ReadDocument, Unread } from './read-document.js';
import type { FaultName } from './reading-fault.js';
import { MOST_MEGABYTES, MOST_MILLISECONDS } from './reading-limits.js';

type Answer = ReadDocument | FaultName;

/** A thread runs what was built: seen from the sources, as tests see it, that lies elsewhere. */
const BUILT = import.meta.url.endsWith('.ts') ? '../../dist/src/intake/' : './';
const PROGRAM = new URL(`${BUILT}reading-program.js`, import.meta.url);

/** A thread that reads one document after the other. Time and memory are limited from outside: one that hangs or swells is cut off. */
export class ReaderThread {
  /** How many it has read. */
  count = 0;
  isOver = false;
  private readonly worker = new Worker(PROGRAM, {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 64 },
  });

  private asked: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  constructor() {
    this.worker.on('message', (answer: Answer) => this.asked?.resolve(answer));
    this.worker.on('error', (error: NodeJS.ErrnoException) => {
      this.isOver = true;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.asked?.resolve('took-too-much-memory');
      else this.asked?.reject(error);
    });
    this.worker.on('exit', () => {
      this.isOver = true;
      this.asked?.reject(new Error('The reader ended without an answer.'));
    });
  }

  /** The document, or why there is none. */
  async read(unread: Unread): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    this.worker.ref();
    this.count += 1;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        timer = setTimeout(() => resolve('took-too-long'), MOST_MILLISECONDS);
        this.asked = { resolve, reject };
        this.worker.postMessage(unread);
      });
    } finally {
      clearTimeout(timer);
      this.asked = undefined;
      this.worker.unref();
    }
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.worker.terminate();
  }
}
