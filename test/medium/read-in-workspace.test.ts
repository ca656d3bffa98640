// One read in one message: what it sees, and that nothing more can be smuggled into it.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { inWorkspace, readInWorkspace } from '../../src/access/in-workspace.js';
import { run, statement } from '../../src/common/statement.js';
import { servingDataSource } from '../../src/data-source.js';
import { Factories, type Member } from '../factories/factories.js';
import { createDatabase } from '../support/postgres.js';

let serving: DataSource;
let editor: Member;

const NAMES = statement('SELECT name FROM organization ORDER BY name');
const NOBODY = statement(`SELECT current_user AS role, current_setting('app.workspace', true) AS workspace`);

beforeAll(async () => {
  serving = await servingDataSource(await createDatabase()).initialize();
  const owner = serving.createQueryRunner();
  await owner.query('RESET ROLE');
  await owner.query('SET ROLE NONE');
  const a = await Factories.inNewWorkspace(owner.manager);
  editor = await a.member();
  await Factories.inNewWorkspace(owner.manager);
  await owner.query('SET ROLE heed_nobody');
  await owner.release();
});
afterAll(() => serving.destroy());

const isFree = async (): Promise<void> => {
  for (let n = 0; n < 12; n++) expect(await run(serving.manager, NOBODY)).toMatchObject([{ role: 'heed_nobody' }]);
};

describe('readInWorkspace', () => {
  test('sees the own workspace alone, and leaves the connection with nothing', async () => {
    const read = () => readInWorkspace(editor.actor, serving.manager, (tx) => run<{ name: string }>(tx, NAMES));
    const many = await Promise.all(Array.from({ length: 40 }, read));
    for (const names of many) expect(names).toEqual([{ name: 'First Organization' }]);
    await isFree();
  });

  test('refuses a second statement', async () => {
    const twice = readInWorkspace(editor.actor, serving.manager, async (tx) => {
      await run(tx, NAMES);
      return run(tx, NAMES);
    });
    await expect(twice).rejects.toMatchObject({ code: '42501' });
    await isFree();
  });

  test('tells what failed, of the work and of the way in', async () => {
    const broken = readInWorkspace(editor.actor, serving.manager, (tx) => run(tx, statement('SELECT 1 / 0')));
    await expect(broken).rejects.toMatchObject({ code: '22012' });
    const thrown = inWorkspace(editor.actor, serving.manager, () => Promise.reject(new Error('of the work')));
    await expect(thrown).rejects.toThrow('of the work');
    const nowhere = { ...editor.actor, workspaceId: 'nowhere' };
    await expect(readInWorkspace(nowhere, serving.manager, (tx) => run(tx, NAMES))).rejects.toMatchObject({
      code: '22P02',
    });
    await isFree();
  });
});

describe('inWorkspace, in a transaction of its own', () => {
  test('undoes everything when the work fails', async () => {
    const add = statement(`UPDATE organization SET name = 'Renamed'`);
    const failing = inWorkspace(editor.actor, serving.manager, async (tx) => {
      await run(tx, add);
      throw new Error('after all');
    });
    await expect(failing).rejects.toThrow('after all');
    const names = await readInWorkspace(editor.actor, serving.manager, (tx) => run(tx, NAMES));
    expect(names).toEqual([{ name: 'First Organization' }]);
  });
});
