import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Identity } from '../access/actor.js';
import { beforeWorkspace } from '../access/in-workspace.js';
import { FileLimits } from '../blobs/file-limits.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { readPage } from '../common/reading.js';
import { WORKSPACES } from '../organizations/workspaces.queries.js';
import { AccountsService } from './accounts.service.js';
import { isVouched } from './fresh-sign-in.js';
import type { ChangePasswordDto } from './me.dto.js';
import { readMe } from './me.queries.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.js';

/** What one sees and changes of oneself. */
@Injectable()
export class MeService {
  constructor(
    private readonly manager: EntityManager,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly limits: SignInLimits,
    private readonly files: FileLimits,
  ) {}

  get(identity: Identity): Promise<JsonText> {
    return beforeWorkspace(this.manager, (tx) => readMe(tx, identity, this.files));
  }

  /** The workspaces one is a member of today; with a token, or through a provider, its one. */
  listWorkspaces(identity: Identity, query: PageQuery): Promise<JsonText> {
    const isToken = identity.secondsSinceSignIn === null;
    const mine = {
      member: identity.personId,
      token: isToken ? identity.sessionId : undefined,
      vouched: isVouched(identity) ? identity.sessionId : undefined,
    };
    return beforeWorkspace(this.manager, (tx) => readPage(tx, WORKSPACES, { ...query, sort: 'name' }, mine));
  }

  async changePassword(identity: Identity, dto: ChangePasswordDto): Promise<void> {
    await this.limits.changingPassword(identity.accountId, () => this.accounts.changePassword(identity, dto));
  }

  async listSessions(identity: Identity, query: PageQuery): Promise<JsonText> {
    return this.sessions.list(identity, query);
  }

  async endSession(identity: Identity, id: string): Promise<void> {
    await this.sessions.end(identity, id);
  }
}
