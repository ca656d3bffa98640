import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';
import { say } from '../common/words.js';
import { addUnread } from './custody.js';
import { Evidence, type Level, LEVELS } from './evidence.entity.js';
import { HeldEvidence } from './held-evidence.entity.js';
import { OriginsService } from './origins.service.js';
import { shown } from './shown.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

/** Accounts "on information held by" an organization: they speak for a piece that others are not to know of. */
@Injectable()
export class Holdings {
  constructor(private readonly origins: OriginsService) {}

  /** The piece that an account of this level may speak for. 404 where the actor may not know of it. */
  async get(tx: EntityManager, actor: Actor, heldId: string, level: Level): Promise<Evidence> {
    const held = await tx.findOneBy(Evidence, shown({ id: heldId }));
    if (!held) throw problems.notFound('/speaksFor');
    if (held.organizationId !== actor.organizationId)
      throw problems.notYours(say`Only the organization that holds a piece can say what it knows from it.`);
    if (held.withdrawal !== 'none')
      throw problems.unfit('/speaksFor', 'withdrawn', say`This piece was withdrawn: nothing may stand on it.`);
    if (level !== 'public' && level !== 'coalition')
      throw problems.unfit(
        '/confidentiality',
        'not-for-others',
        say`What is said on information held by an organization is said to the coalition: nobody else could read this.`,
      );
    if (LEVELS.indexOf(held.confidentiality) < LEVELS.indexOf('organization'))
      throw problems.unfit(
        '/speaksFor',
        'not-more-confidential',
        say`The coalition may read this piece itself: link it instead.`,
      );
    return held;
  }

  /** One for all such accounts of the organization: they count once, since nobody else can tell what they stand on. */
  async originOf(tx: EntityManager, actor: Actor): Promise<string> {
    const { workspaceId, organizationId } = actor;
    await run(tx, ONE_AT_A_TIME, [organizationId]);
    const [known] = await run<{ origin_id: string }>(tx, KNOWN, [workspaceId, organizationId]);
    if (known) return known.origin_id;
    const [organization] = await run<{ name: string }>(tx, NAME, [workspaceId, organizationId]);
    return this.origins.named(tx, `Information held by ${organization?.name ?? ''} (${organizationId.slice(-8)})`);
  }

  /** Seen by whoever sees both. Neither custody nor log of the held piece says it: their readers need not be the same. */
  async add(tx: EntityManager, { workspaceId }: Actor, evidenceId: string, { id: heldId }: Evidence): Promise<void> {
    await addUnread(tx, HeldEvidence, { workspaceId, evidenceId, heldId });
  }
}

/** Two first accounts at once would else find two origins where the organization is renamed in between. */
const ONE_AT_A_TIME = statement('SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))');
const KNOWN = statement(
  `SELECT e.origin_id FROM ${SHOWN_EVIDENCE} e WHERE e.workspace_id = $1 AND e.held_by = $2 ORDER BY e.created_at, e.id LIMIT 1`,
);
const NAME = statement('SELECT name FROM organization WHERE workspace_id = $1 AND id = $2');
