// The one way to the database. What is not run in here runs as a role that may do nothing.

import type { Writable } from 'node:stream';
import type pg from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { run, statement } from '../common/statement.js';
import { tellWorkspace } from '../common/workspace-of.js';
import type { Actor } from './actor.js';

/** The transaction that a request holds around its handler: whatever its actor does meanwhile joins it. */
const held = new WeakMap<Actor, EntityManager>();

/** Whose context a running transaction has; joined work keeps it, other work restores it. */
const entered = new WeakMap<QueryRunner, Actor>();

function enter(runner: QueryRunner, actor: Actor | undefined): void {
  if (actor) entered.set(runner, actor);
  else entered.delete(runner);
  tellWorkspace(runner, actor?.workspaceId);
}

const ENTER =
  statement(`SELECT set_config('role', $1, true), set_config('app.workspace', $2, true), set_config('app.person', $3, true),
  set_config('app.organization', $4, true), set_config('app.roles', $5, true), set_config('app.reads_all', $6, true), set_config('app.language', $7, true)`);

/**
 * Runs `work` in a transaction that sees exactly what the actor may see: opens one, or joins the one the manager is in.
 * Role and context end with it: by commit or rollback, or, inside an outer transaction, by being put back.
 */
export function inWorkspace<T>(actor: Actor, manager: EntityManager, work: Work<T>): Promise<T> {
  const holding = held.get(actor);
  if (holding) return work(holding);
  const outer = manager.queryRunner && entered.get(manager.queryRunner);
  if (outer === actor) return work(manager);
  if (manager.queryRunner?.isTransactionActive) return inside(actor, outer, manager, work);
  return inTransactionOfItsOwn(actor, manager, work, false);
}

/**
 * The same for work that sends one statement, and only reads: everything travels in one message, the end of the
 * transaction too. A second statement would find itself with a role that may do nothing.
 */
export function readInWorkspace<T>(actor: Actor, manager: EntityManager, work: Work<T>): Promise<T> {
  if (held.has(actor) || manager.queryRunner?.isTransactionActive) return inWorkspace(actor, manager, work);
  return inTransactionOfItsOwn(actor, manager, work, true);
}

type Work<T> = (tx: EntityManager) => Promise<T>;

/** Within an outer transaction: a released savepoint keeps settings, so they are put back; a rolled back one doesn't. */
function inside<T>(actor: Actor, outer: Actor | undefined, manager: EntityManager, work: Work<T>): Promise<T> {
  return manager.transaction(async (tx) => {
    const runner = tx.queryRunner as QueryRunner;
    await run(tx, ENTER, contextOf(actor));
    enter(runner, actor);
    try {
      const result = await work(tx);
      await run(tx, ENTER, outer ? contextOf(outer) : NOBODY);
      return result;
    } finally {
      enter(runner, outer);
    }
  });
}

/**
 * Runs `work` in a transaction that every `inWorkspace` of the same actor joins until it ends, whichever manager it is
 * given: what one request does in several steps, and what is kept about it, are committed together or not at all.
 */
export function holdWorkspace<T>(actor: Actor, manager: EntityManager, work: Work<T>): Promise<T> {
  const holding = held.get(actor);
  if (holding) return work(holding);
  return inWorkspace(actor, manager, async (tx) => {
    held.set(actor, tx);
    try {
      return await work(tx);
    } finally {
      held.delete(actor);
    }
  });
}

/**
 * BEGIN and the settings travel with the first statement of the work: nobody waits for their answers before it is sent.
 * Were they to fail, so would the work, since its transaction is aborted or its role may do nothing.
 */
async function inTransactionOfItsOwn<T>(
  actor: Actor,
  manager: EntityManager,
  work: Work<T>,
  isOneRead: boolean,
): Promise<T> {
  const runner = manager.dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.PoolClient;
    const sent = together(client);
    const begun = [client.query('BEGIN'), client.query({ ...ENTER, values: contextOf(actor) })];
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    enter(runner, actor);
    const done = Promise.resolve(runner.manager).then(work);
    const ended = isOneRead ? [sent.then(() => runner.commitTransaction())] : [];
    const failed = (await Promise.allSettled([...begun, done, ...ended])).find(
      (outcome) => outcome.status === 'rejected',
    );
    if (failed && runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    if (failed) throw failed.reason;
    if (!isOneRead) await runner.commitTransaction();
    return await done;
  } finally {
    enter(runner, undefined);
    await runner.release();
  }
}

/** What is written before this turn of the event loop ends goes out as one message. */
function together(client: pg.PoolClient): Promise<void> {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  return new Promise((resolve) => setImmediate(() => (resolve(), setImmediate(() => stream.uncork()))));
}

/** Auditors read only, by grants of the database: their role has INSERT on the log and on custody, and nothing else. */
function contextOf(actor: Actor): string[] {
  const role = actor.roles.every((r) => r === 'auditor') ? 'heed_reader' : 'heed_app';
  return [
    role,
    actor.workspaceId,
    actor.personId,
    actor.organizationId,
    actor.roles.join(','),
    actor.readsAll ? 'on' : 'off',
    actor.language,
  ];
}

const NOBODY = ['heed_nobody', '', '', '', '', 'off', 'en'];
const SIGN_IN = ['heed_auth', '', '', '', '', 'off', 'en'];

/** Runs `work` before any workspace is entered: as the role that reads and writes secrets of sign-in. Only auth/ and identity-providers/ call it. */
export function beforeWorkspace<T>(manager: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const isNested = manager.queryRunner?.isTransactionActive ?? false;
  return manager.transaction(async (tx) => {
    await run(tx, ENTER, SIGN_IN);
    const result = await work(tx);
    if (isNested) await run(tx, ENTER, NOBODY);
    return result;
  });
}
