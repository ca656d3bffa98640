import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { type Counterparts, crossWalkFaults } from './cross-walk-check.js';
import type { CreateCrossWalkDto } from './cross-walk.dto.js';
import { CrossWalk } from './cross-walk.entity.js';
import { CROSS_WALKS, FROM } from './cross-walks.queries.js';
import type { Workflow } from './workflow.entity.js';
import { WorkflowsService } from './workflows.service.js';

/** A cross-walk that tracks may go over by now, and the name of where it leads. */
export interface WayOver {
  id: string;
  workflow: string;
  name: string;
  states: Counterparts;
}

/** Which state of one workflow is which of another: only ever stated, with source and reason. */
@Injectable()
export class CrossWalksService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly workflows: WorkflowsService,
  ) {}

  list(actor: Actor, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, (tx) => readPage(tx, CROSS_WALKS, { ...query, sort: '-recordedAt' }));
  }

  /** States a cross-walk; of several between the same two the newest counts. 422 names every fault. */
  create(actor: Actor, { from, to, source, reason, states }: CreateCrossWalkDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const [old, next] = [await this.getWorkflow(tx, from, '/from'), await this.getWorkflow(tx, to, '/to')];
      const faults = crossWalkFaults(old.definition, next.definition, states);
      if (faults.length > 0)
        throw problems.faulty(
          'cross-walk',
          faults.map(({ code, at, message }) => ({ code, message, pointer: pointerOf(at) })),
        );
      const { workspaceId, personId, organizationId } = actor;
      const id = uuid();
      await tx.insert(CrossWalk, {
        id,
        workspaceId,
        personId,
        organizationId,
        fromWorkflowId: old.id,
        toWorkflowId: next.id,
        source,
        reason,
        states,
      });
      await this.audit.record(tx, actor, {
        action: 'cross-walk.stated',
        objectType: 'cross-walk',
        objectId: id,
        level: 'coalition',
        details: { from, to, source, reason, states },
      });
      return readOne(tx, CROSS_WALKS, id);
    });
  }

  /** The newest cross-walk to each workflow that tracks of this one may go over to. */
  from(tx: EntityManager, workflowId: string): Promise<WayOver[]> {
    return run<WayOver>(tx, FROM, [workflowId]);
  }

  private async getWorkflow(tx: EntityManager, name: string, pointer: string): Promise<Workflow> {
    const found = await this.workflows.findNamed(tx, name);
    if (!found) throw problems.unfit(pointer, 'unknown-workflow', say`There is no workflow "${name}".`);
    return found;
  }
}

const pointerOf = (at: string): string =>
  at === 'to' || at === 'states' ? `/${at}` : `/states/${at.replaceAll('~', '~0').replaceAll('/', '~1')}`;
