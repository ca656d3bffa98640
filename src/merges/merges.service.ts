import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { LOCK_STRUCTURE } from '../addressees/addressees.queries.js';
import { AuditLog } from '../audit/audit-log.js';
import { JsonText } from '../common/json-text.js';
import { Problem, problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { checkVersion, lockRow } from '../common/version.js';
import { inLanguage, say } from '../common/words.js';
import { aliasesFrom, type Conflict, conflictsOf } from './merge-conflicts.js';
import type { MergePreviewView, MergesQuery, MoveView } from './merge.dto.js';
import { Merge, type Mergeable } from './merge.entity.js';
import * as sql from './merges.queries.js';

/** Makes two entries for one thing one: what named the old one names the kept one, at once or not at all. */
/** A preview whose conflicts are said in every language. */
type Looked = Omit<MergePreviewView, 'conflicts'> & { conflicts: Conflict[] };

@Injectable()
export class MergesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { noun, into, ...page }: MergesQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) =>
      readPage(tx, sql.MERGES, { ...page, sort: '-recordedAt' }, { noun, into }),
    );
  }

  /** What a merge would do; it changes nothing. */
  preview(actor: Actor, noun: Mergeable, id: string, into: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const preview = await this.look(tx, actor, noun, id, into, '?into');
      return new JsonText(JSON.stringify(inLanguage(preview, actor.language)), preview.version);
    });
  }

  /** The newest merge that this one went by. */
  get(actor: Actor, noun: Mergeable, id: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const where = { noun, oldId: id, workspaceId: actor.workspaceId };
      const newest = await tx.findOne(Merge, { where, order: { createdAt: 'DESC', id: 'DESC' } });
      if (!newest) throw problems.notFound();
      return readOne(tx, sql.MERGES, newest.id);
    });
  }

  /** 409 with every conflict and how to solve it; then nothing is changed. */
  create(actor: Actor, noun: Mergeable, id: string, version: number, into: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.lock(tx, actor, noun, [id, into]);
      const { conflicts, aliases, ...preview } = await this.look(tx, actor, noun, id, into, '/into');
      checkVersion({ version: preview.version, updatedAt: new Date() }, version);
      if (conflicts.length > 0) throw problems.mergeConflicts(conflicts);
      const { workspaceId, personId, organizationId } = actor;
      const merge = uuid();
      await run(tx, sql.REMEMBER[noun], [workspaceId, id, merge, into, aliases, personId, organizationId]);
      await run(tx, sql.MERGE, [merge]);
      await this.tell(tx, actor, noun, 'merged', { id, version, into, merge });
      return readOne(tx, sql.MERGES, merge);
    });
  }

  /** Puts back what went over; 409 where any of it names another one since, or its key was taken. */
  undo(actor: Actor, noun: Mergeable, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const standing = await tx.findOneBy(Merge, {
        noun,
        oldId: id,
        undoneAt: IsNull(),
        workspaceId: actor.workspaceId,
      });
      if (!standing) throw problems.notFound();
      await this.lock(tx, actor, noun, [standing.keptId]);
      const merge = await lockRow(tx, Merge, standing.id);
      checkVersion(merge, version);
      if (merge.undoneAt) throw problems.notFound();
      await run(tx, sql.UNDO_MERGE, [merge.id]).catch(refuseUndo);
      await tx.update(Merge, { id: merge.id }, { undoneBy: actor.personId, undoneAt: () => 'clock_timestamp()' });
      const was = merge.was['version'] as number;
      await this.tell(tx, actor, noun, 'merge-undone', { id, version: was + 1, into: merge.keptId, merge: merge.id });
    });
  }

  /** Links to what was merged keep working: what is not found is looked for among the merges, and answers where it went. */
  async sayWhereItWent(actor: Actor, noun: Mergeable, id: string, failure: unknown): Promise<never> {
    if (!(failure instanceof Problem) || failure.status !== 404) throw failure;
    const where = { noun, oldId: id, undoneAt: IsNull(), workspaceId: actor.workspaceId };
    const merge = await inWorkspace(actor, this.manager, (tx) => tx.findOneBy(Merge, where));
    throw merge ? problems.merged(merge.keptId) : failure;
  }

  private async lock(tx: EntityManager, { workspaceId }: Actor, noun: Mergeable, ids: string[]): Promise<void> {
    await run(tx, sql.ONE_MERGE_AT_A_TIME, [workspaceId]);
    if (noun === 'addressee') await run(tx, LOCK_STRUCTURE, [workspaceId]);
    await run(tx, sql.LOCK[noun], [workspaceId, ids]);
  }

  private async look(
    tx: EntityManager,
    { workspaceId }: Actor,
    noun: Mergeable,
    id: string,
    into: string,
    pointer: string,
  ): Promise<Looked> {
    const [old] = await run<sql.Named>(tx, sql.NAMED[noun], [workspaceId, id]);
    if (!old) throw problems.notFound();
    const [kept] = await run<sql.Named>(tx, sql.NAMED[noun], [workspaceId, into]);
    if (!kept) throw problems.notFound(pointer);
    if (old.id === kept.id) throw problems.unfit(pointer, 'itself', say`It is the same one.`);
    const pair = [old.id, kept.id];
    const clashes = noun === 'addressee' ? await run<sql.Clash>(tx, sql.CLASHES, [workspaceId, ...pair]) : [];
    const [all] = noun === 'addressee' ? await run<{ n: number }>(tx, sql.ALL_CLASHES, pair) : [];
    const aliases = aliasesFrom(old, kept);
    return {
      id: old.id,
      old: { id: old.id, name: old.name },
      into: { id: kept.id, name: kept.name },
      aliases,
      moves: await run<MoveView>(tx, sql.MOVES[noun], [workspaceId, ...pair]),
      conflicts: conflictsOf(clashes, all?.n ?? 0, kept, aliases),
      version: old.version,
    };
  }

  /** The whole workspace's administrators and auditors read it, so it names what all may know. */
  private async tell(
    tx: EntityManager,
    actor: Actor,
    noun: Mergeable,
    act: 'merged' | 'merge-undone',
    { id, version, into, merge }: { id: string; version: number; into: string; merge: string },
  ): Promise<void> {
    const rows = await run<{ kind: string; ids: string[] }>(tx, sql.MOVED, [merge]);
    const moved = Object.fromEntries(rows.map(({ kind, ids }) => [kind, ids]));
    await this.audit.record(tx, actor, {
      action: `${noun}.${act}`,
      objectType: noun,
      objectId: id,
      objectVersion: version,
      details: { into, merge, moved },
    });
  }
}

function refuseUndo(error: unknown): never {
  const code = (error as { driverError?: { code?: string } }).driverError?.code;
  if (code === 'HE001')
    throw problems.notAsThingsStand(
      'changed-since',
      say`Some of what went over names another one since, or is gone. Move back by hand what should not have gone.`,
    );
  if (code === '23505')
    throw problems.notAsThingsStand(
      'key-taken',
      say`Its code or symbol was given to another one since: free it first.`,
    );
  throw error;
}
