import { Readable } from 'node:stream';

/** Milliseconds after which a browser comes back. */
const RETRY = 2000;

/** Server-sent events for one reader. Somebody who doesn't read fast enough is let go: they come back and read anew. */
export class NewsStream extends Readable {
  private readonly beat: NodeJS.Timeout;

  constructor(onBeat: () => void) {
    super({ highWaterMark: 65_536, read: () => undefined });
    this.beat = setInterval(onBeat, 25_000).unref();
  }

  /** Says when to come back, and gives an id: browsers send it when they come back, and only if they ever had one. */
  begin(): void {
    this.write(`retry: ${String(RETRY)}\nid: ${new Date().toISOString()}\n\n`);
  }

  changed(objects: string[]): void {
    this.write(`event: changed\nid: ${new Date().toISOString()}\ndata: {"objects":[${objects.join(',')}]}\n\n`);
  }

  /** What the reader holds may be stale: a change of nothing in particular, they read it all again. */
  anew(): void {
    this.changed([]);
  }

  /** A comment keeps what lies between from ending the connection. */
  comment(text: string): void {
    this.write(`: ${text}\n\n`);
  }

  /** No more: whoever still may comes back. */
  finish(): void {
    if (!this.destroyed && !this.readableEnded) this.push(null);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearInterval(this.beat);
    done(error);
  }

  private write(text: string): void {
    if (this.destroyed || this.readableEnded) return;
    if (!this.push(text) && this.readableLength > 65_536) this.destroy();
  }
}
