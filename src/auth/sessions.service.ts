import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Identity } from '../access/actor.js';
import { beforeWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { VOUCHED } from '../access/permissions.js';
import { AuditLog } from '../audit/audit-log.js';
import { FileLimits } from '../blobs/file-limits.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import type { Account } from './account.entity.js';
import { preferredLanguage } from '../common/language.js';
import { readMe } from './me.queries.js';
import { hashSecret, newSecret } from './secrets.js';
import { Session } from './session.entity.js';
import { END_SESSION, END_SESSION_OF_SECRET, HOLD_ACCOUNT, SESSIONS, USE_IDENTITY } from './sessions.queries.js';

/** With what a session starts. */
export interface Arrival {
  /** The password was right for it, or a provider said that it is theirs. */
  account: Account;
  /** What links it with that provider; without it there was a password. */
  identityId?: string;
  /** The secret of the session that the browser had before: it ends. */
  previous: string | undefined;
  /** A mark of where. */
  network: Buffer | null;
  /** Uses up a second factor in the same transaction, and says what it was; throws where it doesn't fit. */
  useFactor?: (tx: EntityManager) => Promise<string>;
}

/** A session that has just started; the secret is for the cookie and is kept nowhere. */
export interface StartedSession {
  secret: string;
  me: JsonText;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly files: FileLimits,
  ) {}

  /** Signs in. The log says with what besides the password, or through which linked identity. */
  start({ account, identityId, previous, network, useFactor }: Arrival, request: HeedRequest): Promise<StartedSession> {
    const secret = newSecret();
    const identity = newIdentity(account, request, identityId);
    request.identity = identity; // The answer carries the receipt of what this identity wrote.
    return beforeWorkspace(this.manager, async (tx) => {
      const held = await run(tx, HOLD_ACCOUNT, [account.id, account.passwordHash]);
      if (held.length === 0) throw problems.signInFailed();
      if (identityId !== undefined) await useIdentity(tx, identityId, account.id);
      const factor = await useFactor?.(tx);
      if (previous !== undefined) await run(tx, END_SESSION_OF_SECRET, [hashSecret(previous)]);
      await tx.insert(Session, {
        id: identity.sessionId,
        accountId: account.id,
        tokenHash: hashSecret(secret),
        network,
        identityId: identityId ?? null,
        expiresAt: inTwelveHours,
      });
      await this.audit.recordOutside(tx, identity, {
        action: 'session.started',
        objectType: 'session',
        objectId: identity.sessionId,
        details: { ...(factor !== undefined && { factor }), ...(identityId !== undefined && { identityId }) },
      });
      return { secret, me: await readMe(tx, identity, this.files) };
    });
  }

  /** One's own that still count, newest first. */
  list(identity: Identity, query: PageQuery): Promise<JsonText> {
    const page = { ...query, sort: '-createdAt' };
    return beforeWorkspace(this.manager, (tx) => readPage(tx, SESSIONS, page, { account: identity.accountId }));
  }

  /** Ends one of one's own at once; 404 for any other. */
  end(identity: Identity, id: string): Promise<void> {
    return beforeWorkspace(this.manager, async (tx) => {
      const ended = await run(tx, END_SESSION, [id, identity.accountId]);
      if (ended.length === 0) throw problems.notFound();
      await this.audit.recordOutside(tx, identity, { action: 'session.ended', objectType: 'session', objectId: id });
    });
  }
}

const inTwelveHours = (): string => `clock_timestamp() + interval '12 hours'`;

/** It may have been unlinked, its provider removed or the membership ended since the provider answered. */
async function useIdentity(tx: EntityManager, identityId: string, accountId: string): Promise<void> {
  const used = await run(tx, USE_IDENTITY, [identityId, accountId]);
  if (used.length === 0) throw problems.notVouchedFor();
}

const newIdentity = (account: Account, request: HeedRequest, identityId?: string): Identity => ({
  sessionId: uuid(),
  accountId: account.id,
  personId: account.personId,
  secondsSinceSignIn: identityId === undefined ? 0 : VOUCHED,
  requestId: request.id,
  language: preferredLanguage(request.headers['accept-language']),
});
