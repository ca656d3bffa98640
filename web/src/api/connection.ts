import { Watched } from './watched';

/** Whether the server answers; the frame says so, and nothing typed is lost meanwhile. */
class Connection extends Watched<boolean> {
  found(): void {
    this.set(true);
  }

  lost(): void {
    this.set(false);
  }
}

export const connection = new Connection(true);
window.addEventListener('offline', () => connection.lost());
