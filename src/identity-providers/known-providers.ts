import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { beforeWorkspace, inWorkspace } from '../access/in-workspace.js';
import { systemActor } from '../access/system-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { AuthKeys } from '../auth/auth-keys.js';
import { Problem, problems } from '../common/problem.js';
import { run, type Statement } from '../common/statement.js';
import { PROVIDER_OF_CODE, PROVIDER_OF_ID, PROVIDER_OF_MEMBER } from './identity-providers.queries.js';
import type { Provider } from './provider-exchange.js';

/** A provider with whose it is. */
export interface KnownProvider extends Provider {
  workspaceId: string;
  organizationId: string;
  timeZone: string;
  slug: string;
}

interface Row extends Omit<KnownProvider, 'clientSecret'> {
  sealedSecret: Buffer;
}

/** Providers as sign-in needs them, with their secret; what went wrong with one is told to those who set it up. */
@Injectable()
export class KnownProviders {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: AuthKeys,
    private readonly audit: AuditLog,
  ) {}

  /** Undefined where there is none any more. */
  ofId(id: string): Promise<KnownProvider | undefined> {
    return this.find(PROVIDER_OF_ID, [id]);
  }

  /** 404 for what is no code of any provider. */
  async ofCode(code: string): Promise<KnownProvider> {
    const found = await this.find(PROVIDER_OF_CODE, [code.trim().toLowerCase()]);
    if (!found) throw problems.notFound('/code');
    return found;
  }

  /** 404 but for members of its organization. */
  async ofMember(id: string, personId: string): Promise<KnownProvider> {
    const found = await this.find(PROVIDER_OF_MEMBER, [id, personId]);
    if (!found) throw problems.notFound();
    return found;
  }

  /** Does it, and where it is refused leaves in the workspace's log why: nobody is told, and administrators can mend what they set up. */
  async watched<T>(provider: KnownProvider, requestId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem) await this.recordRefusal(provider, requestId, error);
      throw error;
    }
  }

  private async recordRefusal(provider: KnownProvider, requestId: string, { code, reason }: Problem): Promise<void> {
    const actor = systemActor(provider, requestId);
    const happening = {
      action: 'identity-provider.refused',
      objectType: 'identity-provider',
      objectId: provider.id,
      outcome: 'deny',
      details: { code, ...(reason !== undefined && { reason }) },
    } as const;
    await inWorkspace(actor, this.manager, (tx) => this.audit.record(tx, actor, happening));
  }

  private async find(statement: Statement, values: string[]): Promise<KnownProvider | undefined> {
    const [row] = await beforeWorkspace(this.manager, (tx) => run<Row>(tx, statement, values));
    if (!row) return undefined;
    const { sealedSecret, ...provider } = row;
    return { ...provider, clientSecret: this.keys.open('identity providers', row.id, sealedSecret).toString() };
  }
}
