import { Watched } from './watched';

/** Why the frame asks to sign in over the page one is on; undefined while nothing does. What is typed there stays. */
class Session extends Watched<string | undefined> {
  lost(code: string): void {
    this.set(code);
  }

  found(): void {
    this.set(undefined);
  }
}

export const session = new Session(undefined);
