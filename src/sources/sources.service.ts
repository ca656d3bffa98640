import { shownRows } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { containing } from '../common/containing.js';
import { dayRange } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { MergesService } from '../merges/merges.service.js';
import type { CreateSourceDto, SourcesQuery, UpdateSourceDto } from './source.dto.js';
import { Source } from './source.entity.js';
import { SOURCES } from './sources.queries.js';

@Injectable()
export class SourcesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly merges: MergesService,
  ) {}

  list(actor: Actor, query: SourcesQuery): Promise<JsonText> {
    const q = query.q === undefined ? undefined : containing(query.q);
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, SOURCES, query, { kind: query.kind, q }));
  }

  /** 308 to the one that took its place, where it was merged. */
  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, SOURCES, id)).catch((failure: unknown) =>
      this.merges.sayWhereItWent(actor, 'source', id, failure),
    );
  }

  /** 409 where the symbol is taken. */
  create(actor: Actor, dto: CreateSourceDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const id = uuid();
      await tx.insert(Source, { id, workspaceId: actor.workspaceId, ...columnsOf(dto) });
      await this.audit.record(tx, actor, {
        action: 'source.created',
        objectType: 'source',
        objectId: id,
        objectVersion: 1,
        details: { ...dto },
      });
      return readOne(tx, SOURCES, id);
    });
  }

  update(actor: Actor, id: string, version: number, dto: UpdateSourceDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const source = await lockRow(tx, Source, id);
      checkVersion(source, version);
      await tx.update(Source, { id }, { ...columnsOf(dto), updatedAt: () => 'clock_timestamp()' });
      await this.audit.record(tx, actor, {
        action: 'source.updated',
        objectType: 'source',
        objectId: id,
        objectVersion: version + 1,
        details: { ...dto },
      });
      return readOne(tx, SOURCES, id);
    });
  }

  /** 409 while recommendations come from it, those that the actor may not see among them. */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const source = await lockRow(tx, Source, id);
      checkVersion(source, version);
      if (await this.isUsed(tx, id))
        throw problems.stillInUse(say`Recommendations come from this source. Delete them or give them another first.`);
      await tx.delete(Source, { id });
      await this.audit.record(tx, actor, {
        action: 'source.deleted',
        objectType: 'source',
        objectId: id,
        objectVersion: version,
        details: { title: source.title },
      });
    });
  }

  private async isUsed(tx: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT FROM ${shownRows('recommendation r')} WHERE r.source_id = $1 LIMIT 1`,
      [id],
    );
    return rows.length > 0;
  }
}

/** The fields with what follows from them: undated ones sort by no day. */
function columnsOf<Dto extends UpdateSourceDto>(dto: Dto): Dto & { issuedLast?: string | null } {
  if (dto.issuedOn === undefined) return dto;
  return { ...dto, issuedLast: dto.issuedOn === null ? null : (dayRange(dto.issuedOn)?.last ?? null) };
}
