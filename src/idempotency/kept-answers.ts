import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { holdWorkspace } from '../access/in-workspace.js';
import { ownRows } from '../access/ones-own.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';

/** A request that carries a key: what it asks, and under which name. */
export interface KeyedRequest {
  key: string;
  path: string;
  hash: Buffer;
}

/** `isKept` where it was answered before. */
export interface KeptAnswer {
  isKept: boolean;
  value: unknown;
}

interface Kept {
  isSame: boolean;
  body: string | null;
  version: number | null;
  receipt: string | null;
}

/** Together two seconds. Who waits holds no connection, so a slow first request can't use up the pool. */
const PAUSES = [10, 20, 40, 80, 150, 300, 600, 800];

/**
 * Does what is asked once per key. The answer is kept in the transaction of the change: what failed is not kept, and a
 * process that ends between commit and answer has kept it.
 */
@Injectable()
export class KeptAnswers {
  constructor(private readonly manager: EntityManager) {}

  /** Does the work, or answers as the first equal request was answered. 422 for another request; 409 while the first still runs, and once its answer was sealed. */
  async once(actor: Actor, request: KeyedRequest, work: () => Promise<unknown>): Promise<KeptAnswer> {
    for (const milliseconds of PAUSES) {
      const answer = await holdWorkspace(actor, this.manager, (tx) => this.answer(tx, actor, request, work));
      if (answer) return answer;
      await pause(milliseconds);
    }
    throw problems.inProgress();
  }

  /** Undefined while somebody else has the key. */
  private async answer(
    tx: EntityManager,
    actor: Actor,
    request: KeyedRequest,
    work: () => Promise<unknown>,
  ): Promise<KeptAnswer | undefined> {
    const kept = await find(tx, actor, request);
    if (kept) return kept;
    const name = JSON.stringify([actor.workspaceId, actor.personId, request.path, request.key]);
    const [taken] = await run<{ ours: boolean }>(tx, TAKE, [name]);
    if (!taken?.ours) return undefined;
    return (await find(tx, actor, request)) ?? this.firstTime(tx, actor, request, work);
  }

  private async firstTime(
    tx: EntityManager,
    actor: Actor,
    request: KeyedRequest,
    work: () => Promise<unknown>,
  ): Promise<KeptAnswer> {
    await run(tx, FORGET);
    const value = await work();
    await this.keep(tx, actor, request, value);
    return { isKept: false, value };
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    { path, key, hash }: KeyedRequest,
    value: unknown,
  ): Promise<void> {
    const json = value instanceof JsonText ? value : new JsonText(JSON.stringify(value));
    const { workspaceId, personId, organizationId } = actor;
    const row = [
      uuid(),
      workspaceId,
      personId,
      organizationId,
      path,
      key,
      hash,
      json.text,
      json.version,
      actor.receipt,
    ];
    const kept = await run(tx, KEEP, row);
    if (kept.length === 0) throw problems.inProgress();
  }
}

/** What was answered before. Whoever takes the key asks again: what was committed meanwhile is seen by the next statement. */
async function find(
  tx: EntityManager,
  actor: Actor,
  { path, key, hash }: KeyedRequest,
): Promise<KeptAnswer | undefined> {
  const [kept] = await run<Kept>(tx, FIND, [path, key, hash]);
  if (!kept) return undefined;
  if (!kept.isSame) throw problems.idempotencyKeyReused();
  if (kept.body === null) throw problems.answerSealed();
  actor.receipt = kept.receipt ?? undefined;
  return { isKept: true, value: new JsonText(kept.body, kept.version ?? undefined) };
}

const TAKE = statement('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS ours');
const FORGET = statement('SELECT heed_forget_idempotency_keys()');
const FIND = statement(
  `SELECT request_hash = $3::bytea AS "isSame", body, version, receipt FROM ${ownRows('idempotency_key k')} WHERE path = $1 AND key = $2 AND expires_at > clock_timestamp()`,
);
const KEEP =
  statement(`INSERT INTO idempotency_key (id, workspace_id, person_id, organization_id, path, key, request_hash, body, version, receipt, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp() + interval '24 hours') ON CONFLICT DO NOTHING RETURNING id`);
