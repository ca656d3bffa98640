import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne } from '../common/reading.js';
import { run, statement } from '../common/statement.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import type { UpdateWorkspaceDto } from './workspace.dto.js';
import { Workspace } from './workspace.entity.js';
import { WORKSPACES } from './workspaces.queries.js';

@Injectable()
export class WorkspacesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** The one that the actor is in. */
  get(actor: Actor): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, WORKSPACES, actor.workspaceId));
  }

  /** Whom it would concern if the workspace asked for second factors. */
  countSecondFactors(actor: Actor): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, async (tx) => {
      const [row] = await run<{ text: string }>(tx, HOLDERS);
      return new JsonText(row?.text ?? '');
    });
  }

  update(actor: Actor, version: number, dto: UpdateWorkspaceDto): Promise<JsonText> {
    const id = actor.workspaceId;
    return inWorkspace(actor, this.manager, async (tx) => {
      checkVersion(await lockRow(tx, Workspace, id), version);
      if (dto.timeZone !== undefined) await checkTimeZone(tx, dto.timeZone);
      await tx.update(Workspace, { id }, { ...dto, updatedAt: () => 'clock_timestamp()' });
      const changed = await readOne(tx, WORKSPACES, id);
      await this.audit.record(tx, actor, {
        action: 'workspace.updated',
        objectType: 'workspace',
        objectId: id,
        objectVersion: changed.version,
        details: { ...dto },
      });
      return changed;
    });
  }
}

const HOLDERS = statement('SELECT heed_second_factor_holders()::text AS text');
const TIME_ZONE = statement('SELECT name FROM pg_timezone_names WHERE name = $1');

/** Node and PostgreSQL bring lists of their own; a name that only one knows would lock everybody out. */
export async function checkTimeZone(tx: EntityManager, name: string): Promise<void> {
  const known = await run(tx, TIME_ZONE, [name]);
  if (known.length === 0)
    throw problems.invalidInput([
      { pointer: '/timeZone', code: 'unknown-time-zone', message: say`The database does not know this time zone.` },
    ]);
}
