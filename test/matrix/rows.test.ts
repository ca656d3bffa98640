// What PostgreSQL shows and takes when no line of the code stands before it: every table, to everybody, in plain SQL.

import { beforeAll, expect, it } from '@jest/globals';
import { openAttack } from './play.js';
import { Wall } from './wall.js';

let wall: Wall;

beforeAll(async () => {
  wall = await Wall.around(await openAttack());
}, 120_000);
// The transaction ends with its connection, which world.ts closes.

it('nobody reads, changes or enters by themselves what is hidden from them', async () => {
  const got: string[] = [];
  for (const table of wall.tables) for await (const found of wall.through(table)) got.push(found);
  process.stdout.write(`rows: ${String(wall.tables.length)} tables, ${String(got.length)} through\n`);
  expect(got.join('\n')).toBe('');
}, 300_000);
