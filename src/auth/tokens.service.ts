import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor, Identity } from '../access/actor.js';
import { beforeWorkspace, inWorkspace } from '../access/in-workspace.js';
import { isPermitted } from '../access/permissions.js';
import { AuditLog } from '../audit/audit-log.js';
import type { Happening } from '../audit/happening.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { say, word } from '../common/words.js';
import { AccessToken } from './access-token.entity.js';
import { findMember } from './me.queries.js';
import { hashSecret, newSecret, TOKEN_PREFIX } from './secrets.js';
import type { CreatedTokenView, CreateTokenDto, TokenView } from './token.dto.js';
import { END_TOKEN, TOKENS } from './tokens.queries.js';

@Injectable()
export class TokensService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** One's own that still count, newest first; never their secrets. */
  async list(identity: Identity, query: PageQuery): Promise<JsonText> {
    const page = { ...query, sort: '-createdAt' };
    return beforeWorkspace(this.manager, (tx) => readPage(tx, TOKENS, page, { account: identity.accountId }));
  }

  /** Answers the secret, this once. 404 outside one's workspaces, 422 for a role that one doesn't hold there. */
  async create(identity: Identity, dto: CreateTokenDto): Promise<CreatedTokenView> {
    return beforeWorkspace(this.manager, async (tx) => {
      const actor = await this.makerOf(tx, identity, dto);
      const token = `${TOKEN_PREFIX}${newSecret()}`;
      const id = await insertToken(tx, actor, dto, token);
      const made = (await readOne(tx, TOKENS, id)).parsed<TokenView>();
      await this.record(tx, actor, identity, {
        action: 'token.created',
        objectType: 'token',
        objectId: id,
        details: { role: dto.role },
      });
      return { ...made, token };
    });
  }

  /** Ends one of one's own at once; 404 for any other. */
  async end(identity: Identity, id: string): Promise<void> {
    return beforeWorkspace(this.manager, async (tx) => {
      const [ended] = await run<{ slug: string }>(tx, END_TOKEN, [id, identity.accountId]);
      if (!ended) throw problems.notFound();
      const actor = await findMember(tx, identity, ended.slug);
      await this.record(tx, actor, identity, { action: 'token.ended', objectType: 'token', objectId: id });
    });
  }

  private async makerOf(tx: EntityManager, identity: Identity, { workspace, role }: CreateTokenDto): Promise<Actor> {
    const actor = await findMember(tx, identity, workspace);
    if (!actor) throw problems.notFound('/workspace');
    if (actor.lacksSecondFactor) throw problems.secondFactorMissing();
    if (!isPermitted(actor, 'token.own')) throw problems.forbidden('token.own');
    if (actor.roles.includes(role)) return actor;
    throw problems.unfit(
      '/role',
      'role-not-held',
      say`You are not ${word(role)} there; a token can do no more than its maker.`,
    );
  }

  /** In the log of the token's workspace, while its maker is a member there. Comes last: it leaves the role of sign-in. */
  private async record(
    tx: EntityManager,
    actor: Actor | null,
    identity: Identity,
    happening: Happening,
  ): Promise<void> {
    if (!actor) return this.audit.recordOutside(tx, identity, happening);
    await inWorkspace(actor, tx, (within) => this.audit.record(within, actor, happening));
    identity.receipt = actor.receipt;
  }
}

const DAY = 86_400_000;
const LONGEST_DAYS = 90;

async function insertToken(tx: EntityManager, actor: Actor, dto: CreateTokenDto, token: string): Promise<string> {
  const id = uuid();
  const { accountId, workspaceId } = actor;
  const expiresAt = new Date(Date.now() + (dto.expiresInDays ?? LONGEST_DAYS) * DAY);
  await tx.insert(AccessToken, {
    id,
    accountId,
    workspaceId,
    name: dto.name,
    role: dto.role,
    tokenHash: hashSecret(token),
    expiresAt,
  });
  return id;
}
