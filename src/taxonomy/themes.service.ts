import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import type { CreateThemeDto, ThemesQuery, UpdateThemeDto } from './theme.dto.js';
import { Theme } from './theme.entity.js';
import { THEMES } from './themes.queries.js';

@Injectable()
export class ThemesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: ThemesQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, THEMES, query));
  }

  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, THEMES, id));
  }

  /** 409 where the code is taken. */
  create(actor: Actor, dto: CreateThemeDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const id = uuid();
      await tx.insert(Theme, { id, workspaceId: actor.workspaceId, ...dto });
      await this.audit.record(tx, actor, {
        action: 'theme.created',
        objectType: 'theme',
        objectId: id,
        objectVersion: 1,
        details: { ...dto },
      });
      return readOne(tx, THEMES, id);
    });
  }

  update(actor: Actor, id: string, version: number, dto: UpdateThemeDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const theme = await lockRow(tx, Theme, id);
      checkVersion(theme, version);
      await tx.update(Theme, { id }, { ...dto, updatedAt: () => 'clock_timestamp()' });
      await this.audit.record(tx, actor, {
        action: 'theme.updated',
        objectType: 'theme',
        objectId: id,
        objectVersion: version + 1,
        details: { ...dto },
      });
      return readOne(tx, THEMES, id);
    });
  }

  /** 409 while recommendations carry it. */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const theme = await lockRow(tx, Theme, id);
      checkVersion(theme, version);
      if (await this.isUsed(tx, id))
        throw problems.stillInUse(say`Recommendations carry this theme. Take it off them first.`);
      await tx.delete(Theme, { id });
      await this.audit.record(tx, actor, {
        action: 'theme.deleted',
        objectType: 'theme',
        objectId: id,
        objectVersion: version,
        details: { code: theme.code },
      });
    });
  }

  private async isUsed(tx: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT FROM recommendation_theme WHERE theme_id = $1 LIMIT 1', [id]);
    return rows.length > 0;
  }
}
