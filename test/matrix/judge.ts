// What is wrong with an answer.

import type { Answer, Attack, Cell } from './attack.js';
import type { Seen } from './table.js';

/** Of whoever may: it worked, or the thing's state stood in the way. Never 400, which would mean that the attack was badly made. */
const IN = [200, 201, 204, 409, 410, 412, 422];

export class Judge {
  readonly wrong: string[] = [];
  cells = 0;
  canaries = 0;
  /** Operations that worked for somebody, and canaries that somebody who may was shown: without them nothing would be proven. */
  readonly worked = new Set<string>();
  readonly shown = new Set<string>();
  readonly seen = { subjects: new Set<string>(), positions: new Set<string>() };

  constructor(private readonly attack: Attack) {}

  async judge(cell: Cell, answer: Answer & { wrote: number }): Promise<void> {
    const { row, subject, position } = cell;
    this.cells += 1;
    this.seen.subjects.add(subject.name);
    this.seen.positions.add(position);
    const expected = this.attack.expected(cell);
    const isIn = [...IN, ...row.but].includes(answer.status);
    if (answer.status < 300) this.worked.add(row.operation);
    if (expected === 'in' ? !isIn : answer.status !== expected)
      this.note(cell, `${String(expected)}, not ${String(answer.status)}`, answer);
    if (expected !== 'in' && answer.wrote > 0) this.note(cell, `it wrote ${String(answer.wrote)} events`, answer);
    if (
      expected === 404 &&
      row.things.length > 0 &&
      subject.is === 'member' &&
      answer.status === 404 &&
      answer.told !== (await this.attack.never(cell))
    )
      this.note(cell, 'told apart from what never existed', answer);
    this.lookForCanaries(cell, answer);
  }

  /** Every canary that this subject may not see. */
  lookForCanaries(cell: Cell, { text, ...answer }: Answer): void {
    for (const { lot, word, seen } of this.words()) {
      if (!text.toLowerCase().includes(word)) continue;
      if (this.attack.sees(cell.subject, lot, seen)) this.shown.add(lot.name);
      else {
        this.canaries += 1;
        this.note(cell, `the canary of ${lot.name}`, { text, ...answer });
      }
    }
  }

  private words(): { lot: Parameters<Attack['sees']>[1]; word: string; seen: Seen }[] {
    return [...this.attack.stage.lots.values()].map((lot) => ({
      lot,
      word: lot.mark.toLowerCase(),
      seen: 'level' as const,
    }));
  }

  /** Lots that nobody was shown anything of, though somebody may: of these the search for canaries would prove nothing. */
  unseen(): string[] {
    return [...this.attack.stage.lots.values()]
      .filter(({ name, isElsewhere }) => name !== 'deleted' && !isElsewhere && !this.shown.has(name))
      .map(({ name }) => name);
  }

  note({ row, subject, position }: Cell, what: string, { text }: Pick<Answer, 'text'>): void {
    this.wrong.push(`${row.operation}, ${subject.name}, ${position}: ${what}\n    ${text.slice(-300)}`);
  }
}
