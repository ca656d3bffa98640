// The attack matrix as it is played: a part of it, or all of it.

import { ApiDocument } from '../fuzz/document.js';
import { openWorld } from '../support/world.js';
import { Attack, type Cell, POSITIONS, rowsOf } from './attack.js';
import { Judge } from './judge.js';
import type { Subject } from './people.js';
import { setStage } from './stage.js';
import { type Row, TABLE } from './table.js';

export const DOCUMENT = ApiDocument.kept();

/** A world with everything in it, and whoever attacks it. */
export async function openAttack(): Promise<Attack> {
  const stage = await setStage(await openWorld());
  await stage.hideTheirs();
  await stage.hideRestricted();
  return new Attack(stage, DOCUMENT);
}

/**
 * Plays a part in which each operation, each subject and each position occurs: of each operation every second subject, at one position
 * that changes from cell to cell.
 */
export const playSome = (attack: Attack): Promise<Judge> =>
  play(attack, rowsOf(DOCUMENT.operations), (there, turn) =>
    turn % 2 === 0 ? [there[(turn / 2) % there.length]!] : [],
  );

/** Plays every subject at every position, of one in `parts` operations. Whoever is no member is told the same at each: of them one is played. */
export const playAll = (attack: Attack, part: number, parts: number): Promise<Judge> =>
  play(
    attack,
    rowsOf(DOCUMENT.operations).filter((_, n) => n % parts === part - 1),
    (there, _, { is }) => (is === 'member' ? there : there.slice(0, 1)),
  );

type Choice = (there: string[], turn: number, subject: Subject) => string[];

async function play(attack: Attack, rows: Row[], choose: Choice): Promise<Judge> {
  const judge = new Judge(attack);
  for (const [n, row] of rows.entries())
    for (const [m, subject] of attack.stage.subjects.entries()) {
      const there = POSITIONS.filter((position) => attack.isThere(row, subject, position));
      for (const position of choose(there, n + m, subject)) {
        const cell = { row, subject, position };
        await judge.judge(cell, await attack.send(cell));
      }
    }
  return judge;
}

/** What one who may do it is told when an id of query or body is of something hidden, told apart from an id of nothing. */
export async function playSwaps(attack: Attack): Promise<{ judge: Judge; swaps: number }> {
  const judge = new Judge(attack);
  let swaps = 0;
  for (const row of TABLE) {
    const subject = attack.stage.subjects.find(({ roles }) => [...roles].some((role) => row.who.includes(role)));
    if (!subject || row.who === 'all' || row.who === 'signed in') continue;
    const cell: Cell = { row, subject, position: 'base' };
    for (const { place, id } of attack.idsIn(cell)) {
      const never = await attack.send(cell, { from: id, to: NEVER });
      for (const name of ['theirs', 'restricted', 'restricted naming one of ours', 'elsewhere']) {
        const to = attack.stage.lots.get(name)?.ids[place.replace(/^(second_|its )/, '')];
        // What all of the workspace shares is hidden from nobody in it.
        if (to === undefined || Object.values(attack.stage.base).includes(to)) continue;
        const answer = await attack.send(cell, { from: id, to });
        swaps += 1;
        judge.lookForCanaries(cell, answer);
        if (answer.told !== never.told)
          judge.note(
            cell,
            `${place} of ${name} told apart: ${String(answer.status)}, not ${String(never.status)}`,
            answer,
          );
        if (answer.status < 300 && never.status >= 400) judge.note(cell, `${place} of ${name} was taken`, answer);
      }
    }
  }
  return { judge, swaps };
}

const NEVER = '0198c000-0000-7000-8000-000000000000';
