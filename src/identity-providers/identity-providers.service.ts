import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { AuthKeys } from '../auth/auth-keys.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { GuardedFetch } from '../fetching/guarded-fetch.js';
import { Organization } from '../organizations/organization.entity.js';
import type { CreateIdentityProviderDto } from './identity-provider.dto.js';
import { IdentityProvider } from './identity-provider.entity.js';
import { IDENTITY_PROVIDERS, LOCK_PROVIDER, STANDING } from './identity-providers.queries.js';

/** The providers of a workspace's organizations, as administrators set them up. */
@Injectable()
export class IdentityProvidersService {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: AuthKeys,
    private readonly fetching: GuardedFetch,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: PageQuery): Promise<JsonText> {
    const page = { ...query, sort: 'createdAt' };
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, IDENTITY_PROVIDERS, page, { standing: true }));
  }

  /** 404 for an organization that is not here, 409 where it has one, 422 for an address that Heed does not ask. */
  create(actor: Actor, { clientSecret, ...dto }: CreateIdentityProviderDto): Promise<JsonText> {
    const issuer = this.issuerOf(dto.issuer);
    return inWorkspace(actor, this.manager, async (tx) => {
      const { organizationId } = dto;
      await lockRow(tx, Organization, organizationId, '/organizationId');
      if ((await run(tx, STANDING, [organizationId])).length > 0) throw problems.alreadyExists(ONE_FOR_EACH);
      const id = uuid();
      const sealedSecret = this.seal(id, clientSecret);
      const { workspaceId } = actor;
      await tx.insert(IdentityProvider, { id, workspaceId, ...dto, issuer, code: newCode(), sealedSecret });
      await this.record(tx, actor, 'identity-provider.created', id, 1, {
        organizationId,
        issuer,
        clientId: dto.clientId,
      });
      return readOne(tx, IDENTITY_PROVIDERS, id);
    });
  }

  /** Replaces the secret; what people linked stays. */
  update(actor: Actor, id: string, version: number, clientSecret: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await lock(tx, actor, id, version);
      await tx.update(IdentityProvider, { id }, { sealedSecret: this.seal(id, clientSecret) });
      const changed = await readOne(tx, IDENTITY_PROVIDERS, id);
      await this.record(tx, actor, 'identity-provider.updated', id, version + 1, {});
      return changed;
    });
  }

  /** Removes it for good: what people linked with it counts no longer, and sessions that it began end. */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { organizationId } = await lock(tx, actor, id, version);
      await tx.update(IdentityProvider, { id }, { removedAt: () => 'clock_timestamp()' });
      await this.record(tx, actor, 'identity-provider.removed', id, version + 1, { organizationId });
    });
  }

  private seal(id: string, secret: string): Buffer {
    return this.keys.seal('identity providers', id, Buffer.from(secret));
  }

  /** People copy the address of the provider's description as often as its own. */
  private issuerOf(typed: string): string {
    const issuer = typed.trim().replace(/\/\.well-known\/openid-configuration$/, '');
    try {
      const { search, pathname } = this.fetching.check(issuer);
      if (search === '' && !pathname.includes('/.well-known/')) return issuer;
    } catch {
      // The same words for whatever is wrong with it.
    }
    throw problems.unfit('/issuer', 'issuer-not-asked', NOT_ASKED);
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    objectId: string,
    objectVersion: number,
    details: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, actor, { action, objectType: 'identity-provider', objectId, objectVersion, details });
  }
}

interface Locked {
  version: number;
  updatedAt: Date;
  organizationId: string;
}

async function lock(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Locked> {
  const [row] = await run<Locked>(tx, LOCK_PROVIDER, [id, actor.workspaceId]);
  if (!row) throw problems.notFound();
  checkVersion(row, version);
  return row;
}

/** Without letters and digits that look alike; 58 bits, so that trying finds none. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newCode = (): string => Array.from({ length: 3 }, () => Array.from({ length: 4 }, letter).join('')).join('-');
const letter = (): string => LETTERS[randomInt(LETTERS.length)] ?? '';

const ONE_FOR_EACH = say`This organization has an identity provider already. Remove it first, or replace its secret.`;
const NOT_ASKED = say`Give the provider's address with https, without a port, a name or "?". One in the own network has to be named by whoever runs this server (HEED_INTRANET_HOSTS).`;
