// Each wall alone: what the code says without row-level security, and row-level security without the guard.

import { afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { AccessGuard } from '../../src/access/access.guard.js';
import type { HeedRequest } from '../../src/access/requires.js';
import type { Attack, Cell } from './attack.js';
import { openAttack } from './play.js';
import { TABLE } from './table.js';

let attack: Attack;

beforeAll(async () => {
  attack = await openAttack();
}, 120_000);
afterEach(() => {
  jest.restoreAllMocks();
});

/** Cells of these people at these positions, of operations that are about a thing there. */
function cellsOf(people: string[], positions: string[]): Cell[] {
  const subjects = attack.stage.subjects.filter(({ name }) => people.includes(name));
  return TABLE.filter(({ who, things }) => who !== 'all' && who !== 'signed in' && things.length > 0).flatMap((row) =>
    subjects.flatMap((subject) =>
      positions
        .filter((position) => attack.isThere(row, subject, position))
        .map((position) => ({ row, subject, position })),
    ),
  );
}

/** What worked, wrote or showed a canary of the lot that is attacked. */
async function through(cells: Cell[]): Promise<string[]> {
  const got: string[] = [];
  for (const cell of cells) {
    const { status, text, wrote } = await attack.send(cell);
    const isShown = text.toLowerCase().includes(attack.lotOf(cell.position, cell.subject)!.mark.toLowerCase());
    if (status < 400 || wrote > 0 || isShown)
      got.push(`${cell.row.operation}, ${cell.subject.name}, ${cell.position}: ${String(status)} ${text.slice(-200)}`);
  }
  return got;
}

it('without the guard, row-level security lets nobody at restricted pieces or at another workspace', async () => {
  jest.spyOn(AccessGuard.prototype, 'canActivate').mockImplementation((context: ExecutionContext) => {
    const { actor } = context.switchToHttp().getRequest<HeedRequest>();
    return actor !== undefined;
  });
  const cells = cellsOf(['administrator', 'verifier', 'partner', 'auditor of all'], ['restricted', 'elsewhere']);
  const got = await through(cells);
  process.stdout.write(`without the guard: ${String(cells.length)} cells, ${String(got.length)} through\n`);
  expect(got.join('\n')).toBe('');
  // The guard is really off: a partner may do what only administrators and editors may.
  const [row, subject] = [
    TABLE.find(({ operation }) => operation === 'Themes_create')!,
    cells.find((cell) => cell.subject.name === 'partner')!.subject,
  ];
  expect((await attack.send({ row, subject, position: 'base' })).status).toBe(201);
}, 300_000);

it('without row-level security, the code lets nobody at another workspace', async () => {
  const { a } = attack.stage.world;
  const tables = await a.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity`,
  );
  await a.rows('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { name } of tables) await a.rows(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
  const cells = cellsOf(['administrator', 'editor', 'auditor of all'], ['elsewhere']);
  const got = await through(cells);
  process.stdout.write(`without row-level security: ${String(cells.length)} cells, ${String(got.length)} through\n`);
  expect(got.join('\n')).toBe('');
}, 300_000);
