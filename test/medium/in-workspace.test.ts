// The one way to the database: as whom work runs in it, what it joins, and what is left behind when it ends.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityManager } from 'typeorm';
import { beforeWorkspace, holdWorkspace, inWorkspace, readInWorkspace } from '../../src/access/in-workspace.js';
import type { Actor } from '../../src/access/actor.js';
import { run, statement } from '../../src/common/statement.js';
import { workspaceOf } from '../../src/common/workspace-of.js';
import { servingDataSource } from '../../src/data-source.js';
import { Factories, type Member } from '../factories/factories.js';
import { createDatabase } from '../support/postgres.js';

let serving: DataSource;
let editor: Member;
let stranger: Member;

const CONTEXT = statement(`SELECT current_user::text AS role, current_setting('app.workspace', true) AS workspace,
  current_setting('app.person', true) AS person, current_setting('app.organization', true) AS organization,
  current_setting('app.roles', true) AS roles, current_setting('app.reads_all', true) AS "readsAll",
  current_setting('app.language', true) AS language, txid_current()::text AS transaction`);
const RENAME = statement('UPDATE organization SET name = $1');
const NAME = statement('SELECT name FROM organization ORDER BY name LIMIT 1');

beforeAll(async () => {
  const { options } = servingDataSource(await createDatabase());
  // Whoever waits for a connection that was not given back waits for ever otherwise.
  const extra = { ...(options.extra as object), connectionTimeoutMillis: 5000 };
  serving = await new DataSource({ ...options, extra }).initialize();
  const owner = serving.createQueryRunner();
  await owner.query('SET ROLE NONE');
  const a = await Factories.inNewWorkspace(owner.manager);
  editor = await a.member({ roles: ['administrator'] });
  stranger = await (await a.otherWorkspace()).member();
  await owner.query('SET ROLE heed_nobody');
  await owner.release();
});
afterAll(() => serving.destroy());

type Context = Record<string, string>;
const contextIn = async (tx: EntityManager): Promise<Context> => (await run<Context>(tx, CONTEXT))[0]!;
const contextAs = (actor: Actor): Promise<Context> => inWorkspace(actor, serving.manager, contextIn);
const nameIn = async (tx: EntityManager): Promise<string> => (await run<{ name: string }>(tx, NAME))[0]!.name;

/** Every connection of the pool; one that was not given back would be waited for in vain. */
async function expectAllFree(): Promise<void> {
  const all = await Promise.all(Array.from({ length: 10 }, () => serving.manager.transaction(contextIn)));
  for (const { role, workspace } of all) expect([role, workspace || '']).toEqual(['heed_nobody', '']);
}

const NOBODY = {
  role: 'heed_nobody',
  workspace: '',
  person: '',
  organization: '',
  roles: '',
  readsAll: 'off',
  language: 'en',
};

describe('inWorkspace', () => {
  it('tells the database who acts, where, for whom, and as what', async () => {
    const { actor } = editor;
    expect(await contextAs({ ...actor, roles: ['auditor', 'editor'], readsAll: true, language: 'ko' })).toMatchObject({
      role: 'heed_app',
      workspace: actor.workspaceId,
      person: actor.personId,
      organization: actor.organizationId,
      roles: 'auditor,editor',
      readsAll: 'on',
      language: 'ko',
    });
    expect(await contextAs({ ...actor, roles: ['auditor'] })).toMatchObject({ role: 'heed_reader', readsAll: 'off' });
    await expectAllFree();
  });

  it('commits what the work wrote, and answers what it answered', async () => {
    const answer = await inWorkspace(editor.actor, serving.manager, async (tx) => {
      await run(tx, RENAME, ['Kept']);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await inWorkspace(editor.actor, serving.manager, nameIn)).toBe('Kept');
  });

  it('undoes what the work wrote when it fails, every time, and gives each connection back', async () => {
    for (let n = 0; n < 12; n++)
      await expect(
        inWorkspace(editor.actor, serving.manager, async (tx) => {
          await run(tx, RENAME, ['Undone']);
          throw new Error('after all');
        }),
      ).rejects.toThrow('after all');
    expect(await inWorkspace(editor.actor, serving.manager, nameIn)).not.toBe('Undone');
    await expectAllFree();
  });

  it('joins the transaction that it is in when the same person acts', async () => {
    await inWorkspace(editor.actor, serving.manager, async (tx) => {
      const inner = await inWorkspace(editor.actor, tx, (same) => Promise.resolve(same));
      expect(inner).toBe(tx);
      expect(await readInWorkspace(editor.actor, tx, (same) => Promise.resolve(same))).toBe(tx);
    });
  });

  it('is no part of its own there: what failed and was caught is not undone by itself', async () => {
    await inWorkspace(editor.actor, serving.manager, async (tx) => {
      const failing = inWorkspace(editor.actor, tx, async (same) => {
        await run(same, RENAME, ['Joined']);
        throw new Error('caught');
      });
      await expect(failing).rejects.toThrow('caught');
      expect(await nameIn(tx)).toBe('Joined');
    });
  });

  it('tells which workspace the transaction is in, while it is', async () => {
    let seen: EntityManager | undefined;
    await inWorkspace(editor.actor, serving.manager, (tx) => {
      seen = tx;
      expect(workspaceOf(tx)).toBe(editor.actor.workspaceId);
      return Promise.resolve();
    });
    expect(workspaceOf(seen!)).toBeUndefined();
  });
});

describe('inWorkspace within the transaction of another', () => {
  it('runs as its own person, and then the other goes on as before', async () => {
    await inWorkspace(editor.actor, serving.manager, async (tx) => {
      const before = await contextIn(tx);
      const inner = await inWorkspace(stranger.actor, tx, async (nested) => {
        expect(workspaceOf(nested)).toBe(stranger.actor.workspaceId);
        return contextIn(nested);
      });
      expect(inner).toMatchObject({
        workspace: stranger.actor.workspaceId,
        person: stranger.actor.personId,
        transaction: before['transaction'],
      });
      expect(await contextIn(tx)).toEqual(before);
      expect(workspaceOf(tx)).toBe(editor.actor.workspaceId);
      // And still joins: the transaction is known to be the first person's again.
      expect(await inWorkspace(editor.actor, tx, (same) => Promise.resolve(same))).toBe(tx);
    });
  });

  it('undoes its own part alone when it fails', async () => {
    await inWorkspace(editor.actor, serving.manager, async (tx) => {
      await run(tx, RENAME, ['Outer']);
      const failing = inWorkspace({ ...editor.actor }, tx, async (nested) => {
        await run(nested, RENAME, ['Inner']);
        throw new Error('inner');
      });
      await expect(failing).rejects.toThrow('inner');
      expect(await contextIn(tx)).toMatchObject({ role: 'heed_app', person: editor.actor.personId });
      expect(workspaceOf(tx)).toBe(editor.actor.workspaceId);
      expect(await nameIn(tx)).toBe('Outer');
    });
    expect(await inWorkspace(editor.actor, serving.manager, nameIn)).toBe('Outer');
  });

  it('leaves a transaction of nobody with nobody', async () => {
    await serving.manager.transaction(async (tx) => {
      const work = (nested: EntityManager): Promise<Context> => contextIn(nested);
      expect(await inWorkspace(editor.actor, tx, work)).toMatchObject({ role: 'heed_app' });
      expect(await contextIn(tx)).toMatchObject(NOBODY);
      expect(workspaceOf(tx)).toBeUndefined();
      // Not taken for the person's own: it enters anew.
      expect(await readInWorkspace(editor.actor, tx, work)).toMatchObject({ role: 'heed_app' });
      expect(await contextIn(tx)).toMatchObject(NOBODY);
    });
  });
});

describe('holdWorkspace', () => {
  it('is joined by all that its actor does meanwhile, through whichever manager', async () => {
    const transactions = await holdWorkspace(editor.actor, serving.manager, async (tx) => {
      await run(tx, RENAME, ['Held']);
      const [inner, read] = [
        await inWorkspace(editor.actor, serving.manager, contextIn),
        await readInWorkspace(editor.actor, serving.manager, async (same) => {
          await nameIn(same);
          return contextIn(same);
        }),
      ];
      expect(await readInWorkspace(editor.actor, serving.manager, nameIn)).toBe('Held');
      return [await contextIn(tx), inner, read].map((context) => context['transaction']);
    });
    expect(new Set(transactions).size).toBe(1);
  });

  it.each(['ends', 'fails'])('is joined no more once it %s', async (how) => {
    let held: string | undefined;
    const holding = holdWorkspace(editor.actor, serving.manager, async (tx) => {
      held = (await contextIn(tx))['transaction'];
      await run(tx, RENAME, [`Held until it ${how}`]);
      if (how === 'fails') throw new Error('after all');
    });
    await (how === 'fails' ? expect(holding).rejects.toThrow('after all') : holding);
    expect((await contextAs(editor.actor))['transaction']).not.toBe(held);
    const isKept = (await inWorkspace(editor.actor, serving.manager, nameIn)) === `Held until it ${how}`;
    expect(isKept).toBe(how === 'ends');
    await expectAllFree();
  });
});

describe('readInWorkspace', () => {
  it('is of the actor’s workspace, and is told so', async () => {
    const [context, workspace] = await readInWorkspace(editor.actor, serving.manager, (tx) => {
      const inside = workspaceOf(tx);
      return contextIn(tx).then((found) => [found, inside] as const);
    });
    expect(context).toMatchObject({ role: 'heed_app', workspace: editor.actor.workspaceId });
    expect(workspace).toBe(editor.actor.workspaceId);
  });
});

describe('beforeWorkspace', () => {
  it('runs as the role that reads secrets, in no workspace', async () => {
    const context = await beforeWorkspace(serving.manager, contextIn);
    expect(context).toMatchObject({ ...NOBODY, role: 'heed_auth' });
    await expectAllFree();
  });

  it('leaves the transaction that it was in with nobody', async () => {
    await serving.manager.transaction(async (tx) => {
      expect(await beforeWorkspace(tx, contextIn)).toMatchObject({ role: 'heed_auth' });
      expect(await contextIn(tx)).toMatchObject(NOBODY);
    });
  });
});
