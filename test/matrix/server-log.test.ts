// What the server writes about requests, at its most talkative: routes and ids of requests, and no word of anybody's.

import { beforeAll, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { ServerLog } from '../../src/common/server-log.js';
import { SourcesService } from '../../src/sources/sources.service.js';
import type { Attack } from './attack.js';
import { openAttack } from './play.js';
import { TABLE } from './table.js';

let attack: Attack;
const lines: string[] = [];

beforeAll(async () => {
  attack = await openAttack();
  const logger = pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(line) });
  Object.assign(attack.stage.world.app.get(ServerLog), { logger });
}, 120_000);
// The transaction ends with its connection, which world.ts closes.

/** Whoever brought the restricted pieces sees all of it, so that most of what is asked works. */
const holder = () => attack.stage.subjects.find(({ name }) => name === 'editor of theirs')!;

it('holds no canary, address, name or id of anything while everything is asked', async () => {
  const subject = holder();
  let worked = 0;
  for (const row of TABLE)
    for (const position of ['own', 'restricted'].filter((one) => attack.isThere(row, subject, one)))
      worked += (await attack.send({ row, subject, position }, undefined, '')).status < 300 ? 1 : 0;
  expect(worked).toBeGreaterThan(60);
  expect(lines.length).toBeGreaterThan(worked);
  expect(linesWith(/kanari/i)).toEqual([]);
  expect(linesWith(/@test\.example|nameof|heed_session|bearer/i)).toEqual([]);
  const ids = new Set([...attack.stage.lots.values()].flatMap(({ ids: some }) => Object.values(some)));
  expect(lines.filter((line) => [...ids].some((id) => id.length === 36 && line.includes(id)))).toEqual([]);
}, 300_000);

it('says where something broke, and not with what', async () => {
  lines.length = 0;
  const broken = Object.assign(new Error('duplicate key: KANARIrestrictedQ'), { detail: 'KANARIrestrictedQ' });
  jest.spyOn(SourcesService.prototype, 'get').mockRejectedValueOnce(broken);
  const row = TABLE.find(({ operation }) => operation === 'Sources_get')!;
  const { status, text } = await attack.send({ row, subject: holder(), position: 'base' });
  expect([status, text.includes('KANARIrestrictedQ')]).toEqual([500, false]);
  expect(linesWith(/"failed"/)).toHaveLength(1);
  expect(linesWith(/kanari/i)).toEqual([]);
});

const linesWith = (pattern: RegExp): string[] => lines.filter((line) => pattern.test(line));
