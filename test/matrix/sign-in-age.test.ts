// S of the page: what asks for a sign-in within the last ten minutes is refused a second later, and to every program; nothing else asks.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Attack } from './attack.js';
import { browser, type Subject } from './people.js';
import { openAttack } from './play.js';
import { type Row, TABLE } from './table.js';

let attack: Attack;

beforeAll(async () => {
  attack = await openAttack();
}, 120_000);
// The transaction ends with its connection, which world.ts closes.

/** Taking a lock away asks for a sign-in within the last minute. */
const secondsOf = ({ operation }: Row): number => (operation === 'SecondFactors_remove' ? 60 : 600);
const FRESH = TABLE.filter(({ isFresh }) => isFresh);
const OTHERS = TABLE.filter(({ isFresh, who }) => !isFresh && who !== 'all');

/** Somebody who may do it, but for the age of the sign-in. */
const whoMay = ({ operation, who }: Row): Subject =>
  attack.stage.subjects.find(
    ({ name, roles }) =>
      // Whoever was asked to name a reader alone decides on it.
      (operation !== 'ReaderRequests_decide' || name === 'administrator of theirs') &&
      (who === 'signed in' ? name === 'editor' : who.includes(roles)),
  )!;

async function askedBy(
  row: Row,
  headers: Record<string, string>,
): Promise<{ status: number; wrote: number; code: unknown }> {
  const subject = { ...whoMay(row), headers };
  const position = ['own', 'base', 'restricted'].find((one) => attack.isThere(row, subject, one))!;
  const { status, wrote, text } = await attack.send({ row, subject, position });
  const body = text.slice(text.indexOf('\n') + 1);
  return { status, wrote, code: body.startsWith('{') ? (JSON.parse(body) as { code?: unknown }).code : undefined };
}

const signedIn = (row: Row, secondsAgo: number): Promise<Record<string, string>> =>
  browser(attack.stage.world.a, whoMay(row).member!, secondsAgo);
const program = (row: Row): Record<string, string> => ({ authorization: `Bearer ${whoMay(row).member!.token}` });

describe.each(FRESH.map((row) => [row.operation, row] as const))('%s', (_, row) => {
  it('is refused later than that, by session and by token, and writes nothing', async () => {
    const refused = { status: 401, wrote: 0, code: 'sign-in-again' };
    expect(await askedBy(row, await signedIn(row, secondsOf(row) + 1))).toEqual(refused);
    expect(await askedBy(row, program(row))).toEqual(refused);
    expect(attack.operation(row).responses).toHaveProperty('401');
  });

  it('is not refused for that until then', async () => {
    const { status, code } = await askedBy(row, await signedIn(row, secondsOf(row) - 5));
    expect(code).not.toBe('sign-in-again');
    expect(status).toBeLessThan(500);
  });
});

it('nothing else asks for one', async () => {
  const asked: string[] = [];
  // Where the page says that it may, a factor that one has is why.
  for (const row of OTHERS.filter(({ but }) => !but.includes(401))) {
    const { code } = await askedBy(row, await signedIn(row, 3600));
    if (code === 'sign-in-again') asked.push(row.operation);
  }
  expect(asked).toEqual([]);
});

it('a program is refused what its maker signs in with, and nothing else', async () => {
  const asked: string[] = [];
  for (const row of OTHERS) {
    const { code } = await askedBy(row, program(row));
    if ((code === 'sign-in-again') !== row.isOnlyInBrowser) asked.push(row.operation);
  }
  expect(asked).toEqual([]);
});
