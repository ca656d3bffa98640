import { problems } from '../common/problem.js';

/** Lets few through at once; further ones wait in line, and where the line is full they are sent away with 503. */
export class Gate {
  private inside = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly places: number,
  ) {}

  async through<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.inside < this.width) {
      this.inside += 1;
      return;
    }
    if (this.line.length >= this.places) throw problems.unavailable();
    await new Promise<void>((resolve) => this.line.push(resolve));
  }

  /** Who leaves hands the place to the first in line, so that nobody slips in between. */
  private leave(): void {
    const next = this.line.shift();
    if (next) next();
    else this.inside -= 1;
  }
}
