import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { IntakeCustody, type IntakeCustodyAct } from './intake-custody.entity.js';
import type { Intake } from './intake.entity.js';
import { INTAKE_CUSTODY } from './intake.queries.js';

/** What of a document its custody and the log name. */
export type Handled = Pick<Intake, 'id' | 'confidentiality'> & { version?: number };

/** What the log calls each act. */
const ACTIONS: Record<IntakeCustodyAct, string> = {
  'taken-in': 'intake.created',
  opened: 'intake.opened',
  mismatched: 'intake.mismatched',
  recorded: 'intake.recorded',
  discarded: 'intake.deleted',
};

/** Who had a document in hand: a custody row and an audit event, in the transaction of what they did. */
@Injectable()
export class DocumentCustody {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** The latest first, also of a document that was discarded; 404 where one may know of none. */
  list(actor: Actor, intakeId: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(IntakeCustody, shownWhere({ intakeId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readPage(tx, INTAKE_CUSTODY, { ...query, sort: '-at' }, { intake: intakeId });
    });
  }

  async keep(
    tx: EntityManager,
    actor: Actor,
    { id: intakeId, confidentiality, version }: Handled,
    act: IntakeCustodyAct,
    details: Record<string, unknown>,
  ): Promise<void> {
    const { workspaceId, personId, organizationId } = actor;
    await tx.insert(IntakeCustody, {
      ...{ id: uuid(), workspaceId, intakeId, confidentiality, act, personId, organizationId },
    });
    await this.audit.record(tx, actor, {
      action: ACTIONS[act],
      objectType: 'intake',
      objectId: intakeId,
      objectVersion: version,
      level: confidentiality,
      details,
    });
  }
}
