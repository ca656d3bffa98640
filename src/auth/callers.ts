import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor, Identity } from '../access/actor.js';
import type { HeedRequest } from '../access/requires.js';
import { VOUCHED } from '../access/permissions.js';
import { run, type Statement, statement } from '../common/statement.js';
import { preferredLanguage } from '../common/language.js';
import type { MemberOf } from './me.queries.js';
import { hashSecret } from './secrets.js';

/** Who a request comes from: `actor` where its path names a workspace that the person is a member of today. */
export interface Caller {
  identity: Identity;
  actor?: Actor;
}

const OF_SESSION = statement('SELECT heed_session($1::bytea, $2::text) AS found');
const OF_TOKEN = statement('SELECT heed_token($1::bytea, $2::text) AS found');
const STILL = statement('SELECT heed_still($1::uuid, $2::uuid, $3::uuid) AS found');

/** Looks up who holds a secret: one statement, in no transaction, by functions that alone may read secrets. */
@Injectable()
export class Callers {
  constructor(private readonly manager: EntityManager) {}

  /** Undefined where the session has ended, was idle for too long, or never was. */
  ofSession(request: HeedRequest, secret: string): Promise<Caller | undefined> {
    return this.find(OF_SESSION, request, secret);
  }

  /** Undefined where the token has ended, expired, or never was. */
  ofToken(request: HeedRequest, secret: string): Promise<Caller | undefined> {
    return this.find(OF_TOKEN, request, secret);
  }

  /** Whether session or token, membership, roles and level of reading are what they were. Asking is no use of the session. */
  async stillHold({ sessionId, personId, workspaceId, ...actor }: Actor): Promise<boolean> {
    const [row] = await run<{ found: MemberOf | null }>(this.manager, STILL, [sessionId, personId, workspaceId]);
    const { found = null } = row ?? {};
    return (
      found !== null &&
      found.membershipId === actor.membershipId &&
      found.organizationId === actor.organizationId &&
      found.readsAll === actor.readsAll &&
      [...found.roles].sort().join() === [...actor.roles].sort().join()
    );
  }

  private async find(lookUp: Statement, request: HeedRequest, secret: string): Promise<Caller | undefined> {
    const [row] = await run<{ found: Found | null }>(this.manager, lookUp, [hashSecret(secret), workspaceOf(request)]);
    return row?.found ? callerOf(row.found, request) : undefined;
  }
}

interface Found {
  /** Of the session, or of the token. */
  sessionId: string;
  accountId: string;
  personId: string;
  secondsSinceSignIn: number | null;
  /** A provider said who it is, and no password was given. */
  isVouched?: boolean;
  member: MemberOf | null;
}

function callerOf({ member, sessionId, accountId, personId, ...found }: Found, request: HeedRequest): Caller {
  const secondsSinceSignIn = found.isVouched ? VOUCHED : found.secondsSinceSignIn;
  const language = preferredLanguage(request.headers['accept-language']);
  const identity: Identity = { sessionId, accountId, personId, secondsSinceSignIn, requestId: request.id, language };
  return member ? { identity, actor: { ...identity, ...member } } : { identity };
}

/** The path alone says which workspace; what cannot be a slug is none. */
function workspaceOf(request: HeedRequest): string | null {
  const { workspace } = request.params as { workspace?: string };
  return workspace !== undefined && /^[a-z][a-z0-9-]{1,39}$/.test(workspace) ? workspace : null;
}
