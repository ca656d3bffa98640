import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor, Identity } from '../access/actor.js';
import { Metrics } from '../common/metrics.js';
import { run, statement } from '../common/statement.js';
import { aroundInstant, type AuditHeader, canonical, hashDetails } from './audit-header.js';
import { AuditSeal } from './audit-seal.js';
import type { Happening } from './happening.js';
import { Reactions } from './reactions.js';

/** Writes the tamper-evident log. The event goes into the same transaction as the change: if it fails, the change fails. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly seal: AuditSeal,
    private readonly reactions: Reactions,
    private readonly metrics: Metrics,
  ) {}

  /** Records what a person did in a workspace, then lets follow what has to follow in the same transaction. */
  async record(tx: EntityManager, actor: Actor, happening: Happening): Promise<void> {
    await this.write(tx, actor, actor, happening);
    await this.reactions.follow(tx, actor, happening);
  }

  /** Records what somebody did outside any workspace: signing in and out. */
  async recordOutside(
    tx: EntityManager,
    identity: Partial<Identity> & { requestId: string },
    happening: Happening,
  ): Promise<void> {
    await this.write(tx, identity, undefined, happening);
  }

  private async write(
    tx: EntityManager,
    who: Partial<Identity> & { requestId: string },
    actor: Actor | undefined,
    happening: Happening,
  ): Promise<void> {
    const salt = this.seal.newSalt();
    const details = canonical({ ...happening.details, ...partOf(actor) });
    const header = headerOf(who, actor, happening, hashDetails(salt, details));
    const [before, after] = aroundInstant(header);
    const sealed = this.seal.seal(salt, header.id, details);
    const [row] = await run<{ receipt: string }>(tx, INSERT, [
      header.id,
      header.workspace,
      header.organization,
      header.person,
      header.account,
      header.session,
      header.action,
      header.objectType,
      header.objectId,
      header.objectVersion,
      header.outcome,
      header.requestId,
      header.level,
      sealed,
      salt,
      before,
      after,
    ]);
    who.receipt = row?.receipt;
    this.metrics.recorded(header.outcome);
    actor?.bulkAction?.eventIds.push(header.id);
  }
}

/** What is done to an item of a bulk action says so, whoever recorded it. */
const partOf = (actor: Actor | undefined): Record<string, unknown> =>
  actor?.bulkAction ? { bulkActionId: actor.bulkAction.id } : {};

function headerOf(
  who: Partial<Identity> & { requestId: string },
  actor: Actor | undefined,
  happening: Happening,
  details: string,
): AuditHeader {
  return {
    id: uuid(),
    workspace: actor?.workspaceId ?? null,
    organization: actor?.organizationId ?? null,
    person: who.personId ?? null,
    account: who.accountId ?? null,
    session: who.sessionId ?? null,
    action: happening.action,
    objectType: happening.objectType,
    objectId: happening.objectId,
    objectVersion: happening.objectVersion ?? null,
    outcome: happening.outcome ?? 'allow',
    requestId: who.requestId,
    level: happening.level ?? 'coalition',
    details,
  };
}

/** One instant for the row and for the hash: both read it from the same row of `t`. */
const INSERT = statement(`
  WITH t AS MATERIALIZED (SELECT clock_timestamp() AS at),
  event AS (
    INSERT INTO audit_event (id, at, workspace_id, organization_id, person_id, account_id, session_id, action, object_type, object_id,
      object_version, outcome, request_id, confidentiality, details)
    SELECT $1::uuid, t.at, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7, $8, $9::uuid, $10::integer, $11, $12, $13, $14::bytea FROM t),
  salt AS (INSERT INTO audit_salt (event_id, workspace_id, salt) VALUES ($1::uuid, $2::uuid, $15::bytea)),
  leaf AS (
    SELECT sha256(convert_to($16 || to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || $17, 'UTF8')) AS hash FROM t),
  written AS (INSERT INTO audit_leaf (event_id, workspace_id, data_hash) SELECT $1::uuid, $2::uuid, leaf.hash FROM leaf)
  SELECT encode(leaf.hash, 'hex') AS receipt FROM leaf`);
