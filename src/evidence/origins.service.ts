import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';
import { Origin } from './origin.entity.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What evidence goes back to. Two pieces of one origin count once, so the same address forces the same origin. */
@Injectable()
export class OriginsService {
  /** The origin of a new piece: that of a known address, the one that is named, or one of its own. 404 for an id that isn't known. */
  async choose(tx: EntityManager, actor: Actor, asked: string | undefined, canonicalUrl: string | null, title: string): Promise<string> {
    const [same] = canonicalUrl === null ? [] : await run<{ origin_id: string }>(tx, SAME_ADDRESS, [canonicalUrl]);
    if (same) return same.origin_id;
    if (asked !== undefined && UUID.test(asked)) return this.getId(tx, asked);
    return this.named(tx, actor, asked ?? canonicalUrl ?? `${title} (${uuid().slice(-8)})`);
  }

  private async getId(tx: EntityManager, id: string): Promise<string> {
    if (await tx.existsBy(Origin, { id })) return id;
    throw problems.notFound('/origin');
  }

  private async named(tx: EntityManager, { workspaceId }: Actor, name: string): Promise<string> {
    await run(tx, ADD, [uuid(), workspaceId, name]);
    const { id } = await tx.findOneByOrFail(Origin, { name });
    return id;
  }
}

const SAME_ADDRESS = statement(`SELECT origin_id FROM evidence WHERE canonical_url = $1 AND confidentiality IN ('public', 'coalition') ORDER BY created_at LIMIT 1`);
const ADD = statement('INSERT INTO origin (id, workspace_id, name) VALUES ($1, $2, $3) ON CONFLICT (workspace_id, name) DO NOTHING');
