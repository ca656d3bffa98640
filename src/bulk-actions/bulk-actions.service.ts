import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { lockOwn, ownWhere } from '../access/ones-own.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { say } from '../common/words.js';
import type { BulkActionsQuery, ChosenItemDto, CreateBulkActionDto, UndoBulkActionDto } from './bulk-action.dto.js';
import { BulkAction, BulkActionItem } from './bulk-action.entity.js';
import { BULK_ACTION, BULK_ACTIONS as OWN } from './bulk-actions.queries.js';
import { BulkSelection } from './bulk-selection.js';
import { BulkWork } from './bulk-work.js';
import { Rehearsal, type Rehearsed } from './rehearsal.js';
import { BULK_ACTIONS, type BulkActionKind, type Wish } from './single-act.js';
import { SingleActs } from './single-acts.js';

const HOURS_TO_CONFIRM = 24;

/** One act on many things: a preview that changes none of them, a confirmation that does what was previewed, and its undoing. */
@Injectable()
export class BulkActionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly acts: SingleActs,
    private readonly selection: BulkSelection,
    private readonly rehearsal: Rehearsal,
    private readonly work: BulkWork,
  ) {}

  list(actor: Actor, { limit, cursor, count, sort, ...filters }: BulkActionsQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, OWN, { limit, cursor, count, sort }, filters));
  }

  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, BULK_ACTION, id));
  }

  /** Keeps what would be done and what not; what lapsed unconfirmed before is forgotten. */
  async preview(actor: Actor, dto: CreateBulkActionDto): Promise<JsonText> {
    const { action, wish } = wishOf(dto);
    const act = this.acts.permitted(actor, action);
    const chosen = await this.chosen(actor, action, dto);
    return inWorkspace(actor, this.manager, async (tx) => {
      await act.checkWish(tx, wish);
      const items: Rehearsed[] = [];
      for (const item of chosen) items.push(await this.rehearsal.rehearse(tx, actor, act, wish, item));
      await tx.delete(BulkAction, ownWhere(actor, { confirmedAt: IsNull(), expiresAt: LessThanOrEqual(new Date()) }));
      const id = await keep(tx, actor, action, wish, items);
      const allowed = items.filter(({ state }) => state === 'allowed').length;
      await this.tell(tx, actor, 'previewed', id, 1, { action, allowed, refused: items.length - allowed });
      return readOne(tx, BULK_ACTION, id);
    });
  }

  /** Does what the preview allowed, or goes on with it where it was broken off; sent again it answers the receipt. */
  async confirm(actor: Actor, id: string): Promise<JsonText> {
    const bulk = await inWorkspace(actor, this.manager, async (tx) => {
      const found = await lockOwn(tx, actor, BulkAction, id);
      this.acts.permitted(actor, found.action);
      if (found.undoneAt) throw problems.notAsThingsStand('undone', say`It was undone. Make a new preview.`);
      if (found.confirmedAt) return found;
      if (found.expiresAt <= new Date())
        throw problems.notAsThingsStand('expired', say`The preview has expired. Make a new one.`);
      await tx.update(BulkAction, { id }, { confirmedAt: () => 'clock_timestamp()' });
      await this.tell(tx, actor, 'confirmed', id, found.version + 1, { action: found.action });
      return found;
    });
    await this.work.carryOut(actor, bulk, this.acts.permitted(actor, bulk.action));
    return this.get(actor, id);
  }

  /** Puts back what was done, or goes on with it; of what is still to be done nothing is done any more. */
  async undo(actor: Actor, id: string, { note }: UndoBulkActionDto): Promise<JsonText> {
    const bulk = await inWorkspace(actor, this.manager, async (tx) => {
      const found = await lockOwn(tx, actor, BulkAction, id);
      this.acts.permitted(actor, found.action);
      if (!found.confirmedAt)
        throw problems.notAsThingsStand('not-confirmed', say`Nothing was done yet that could be undone.`);
      if (found.undoneAt) return found;
      await tx.update(BulkAction, { id }, { undoneAt: () => 'clock_timestamp()', note });
      await this.tell(tx, actor, 'undone', id, found.version + 1, { action: found.action });
      return { ...found, note };
    });
    await this.work.takeBack(actor, bulk, this.acts.permitted(actor, bulk.action));
    return this.get(actor, id);
  }

  private async chosen(actor: Actor, action: BulkActionKind, dto: CreateBulkActionDto): Promise<ChosenItemDto[]> {
    if ((dto.items === undefined) === (dto.filter === undefined))
      throw problems.unfit('/items', 'one-selection', say`Choose by "items" or by "filter": one of the two.`);
    return dto.items ?? this.selection.found(actor, action, dto.filter ?? {});
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    what: 'previewed' | 'confirmed' | 'undone',
    id: string,
    version: number,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: `bulk-action.${what}`,
      objectType: 'bulk-action',
      objectId: id,
      objectVersion: version,
      details,
    });
  }
}

/** 422 unless exactly one thing is asked for. */
function wishOf(dto: CreateBulkActionDto): { action: BulkActionKind; wish: Wish } {
  const [action, ...others] = BULK_ACTIONS.filter((kind) => dto[kind] !== undefined);
  const wish = action && dto[action];
  if (!action || !wish || others.length > 0)
    throw problems.unfit('', 'one-action', say`Ask for one of ${BULK_ACTIONS.join(', ')}.`);
  return { action, wish };
}

async function keep(
  tx: EntityManager,
  { workspaceId, personId, organizationId }: Actor,
  action: BulkActionKind,
  does: Wish,
  items: Rehearsed[],
): Promise<string> {
  const id = uuid();
  const expiresAt = new Date(Date.now() + HOURS_TO_CONFIRM * 3_600_000);
  await tx.insert(BulkAction, { id, workspaceId, personId, organizationId, action, does, expiresAt });
  await tx.insert(
    BulkActionItem,
    items.map((item, position) => ({ id: uuid(), workspaceId, bulkActionId: id, position, ...item })),
  );
  return id;
}
