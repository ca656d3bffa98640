// Two people close a circle from opposite ends, and neither row lock sees the other.

import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { inWorkspace } from '../../src/access/in-workspace.js';
import { AddresseeMembersService } from '../../src/addressees/addressee-members.service.js';
import { AuditLog } from '../../src/audit/audit-log.js';
import { AuditSeal } from '../../src/audit/audit-seal.js';
import { Reactions } from '../../src/audit/reactions.js';
import { Metrics } from '../../src/common/metrics.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { Factories } from '../factories/factories.js';
import { createDatabase } from '../support/postgres.js';

let dataSource: DataSource;

beforeEach(async () => {
  dataSource = await new DataSource(dataSourceOptions(await createDatabase())).initialize();
});

afterEach(() => dataSource.destroy());

it('of two memberships that would close a circle together, the second waits and is refused', async () => {
  const a = await Factories.inNewWorkspace(dataSource.manager);
  const [first, second] = [(await a.member()).actor, (await a.member()).actor];
  const audit = new AuditLog(
    new AuditSeal(randomBytes(32)),
    new Reactions(),
    new Metrics(() => ({ inUse: 0, idle: 0, waiting: 0 })),
  );
  const [one, two, three, four] = [await group(a), await group(a), await group(a), await group(a)];
  const members = new AddresseeMembersService(dataSource.manager, audit);
  await members.create(first, one, { memberId: two });
  await members.create(first, three, { memberId: four });

  let closed: Promise<unknown> = Promise.resolve();
  let hasEnded = false;
  await inWorkspace(first, dataSource.manager, async (tx) => {
    await new AddresseeMembersService(tx, audit).create(first, two, { memberId: three });
    closed = members.create(second, four, { memberId: one }).then(
      () => 'added',
      (error: unknown) => error,
    );
    void closed.then(() => {
      hasEnded = true;
    });
    await sleep(300);
    expect(hasEnded).toBe(false);
  });
  expect(await closed).toMatchObject({ status: 409, code: 'circle' });
  expect(await a.rows('SELECT FROM addressee_member WHERE workspace_id = $1', [a.workspaceId])).toHaveLength(3);
});

const group = (a: Factories): Promise<string> => a.addressee({ kind: 'group' });
