import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { lockOwn } from '../access/ones-own.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { checkVersion } from '../common/version.js';
import { say } from '../common/words.js';
import type { CreateSavedViewDto, SavedViewsQuery, UpdateSavedViewDto } from './saved-view.dto.js';
import { SavedView } from './saved-view.entity.js';
import { SAVED_VIEWS } from './saved-views.queries.js';

@Injectable()
export class SavedViewsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: SavedViewsQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, SAVED_VIEWS, query));
  }

  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, SAVED_VIEWS, id));
  }

  /** 409 where one has a view of that name. */
  create(actor: Actor, dto: CreateSavedViewDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.checkName(tx, actor, dto.name);
      const id = uuid();
      await tx.insert(SavedView, { id, workspaceId: actor.workspaceId, personId: actor.personId, ...dto });
      await this.tell(tx, actor, 'created', id, 1);
      return readOne(tx, SAVED_VIEWS, id);
    });
  }

  update(actor: Actor, id: string, version: number, dto: UpdateSavedViewDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      checkVersion(await lockOwn(tx, actor, SavedView, id), version);
      await this.checkName(tx, actor, dto.name, id);
      await tx.update(SavedView, { id }, { ...dto, updatedAt: () => 'clock_timestamp()' });
      await this.tell(tx, actor, 'updated', id, version + 1);
      return readOne(tx, SAVED_VIEWS, id);
    });
  }

  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      checkVersion(await lockOwn(tx, actor, SavedView, id), version);
      await tx.delete(SavedView, { id });
      await this.tell(tx, actor, 'deleted', id, version);
    });
  }

  private async checkName(tx: EntityManager, actor: Actor, name?: string, id?: string): Promise<void> {
    const { workspaceId, personId } = actor;
    const namesake = name === undefined ? null : await tx.findOneBy(SavedView, { workspaceId, personId, name });
    if (namesake && namesake.id !== id)
      throw problems.alreadyExists(say`You have a view of this name. Choose another one, or change that view.`);
  }

  /** That it was done, and not what it says: what one looks for is one's own, and auditors read the log. */
  private tell(
    tx: EntityManager,
    actor: Actor,
    what: 'created' | 'updated' | 'deleted',
    objectId: string,
    objectVersion: number,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: `saved-view.${what}`,
      objectType: 'saved-view',
      objectId,
      objectVersion,
    });
  }
}
