import { Worker } from 'node:worker_threads';
import type { ReadDocument, Unread } from './document-reading.js';
import type { FaultName } from './reading-fault.js';
import { MOST_MEGABYTES, MOST_MILLISECONDS } from './reading-limits.js';

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

  constructor() {
    // Whoever waits for an answer hears of it; a thread that ends while nobody waits is only over.
    this.worker.on('error', () => (this.isOver = true));
    this.worker.on('exit', () => (this.isOver = true));
  }

  /** The document, or why there is none. */
  async read(unread: Unread): Promise<ReadDocument | FaultName> {
    const { worker } = this;
    const listeners = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    worker.ref();
    this.count += 1;
    try {
      return await new Promise<ReadDocument | FaultName>((resolve, reject) => {
        timer = setTimeout(() => resolve('took-too-long'), MOST_MILLISECONDS);
        const on = (event: string, hear: (value: never) => void): void => {
          worker.on(event, hear);
          listeners.signal.addEventListener('abort', () => worker.off(event, hear));
        };
        on('message', resolve);
        on('error', (error: NodeJS.ErrnoException) => {
          if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('took-too-much-memory');
          else reject(error);
        });
        on('exit', () => reject(new Error('The reader ended without an answer.')));
        worker.postMessage(unread);
      });
    } finally {
      clearTimeout(timer);
      listeners.abort();
      worker.unref();
    }
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.worker.terminate();
  }
}
