import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { faultsOf } from './definition-check.js';
import type { DefinitionFault } from './definition-shape.js';
import type { Axis, WorkflowDefinition } from './workflow.definition.js';
import { Workflow } from './workflow.entity.js';
import { WORKFLOWS } from './workflows.queries.js';

/** What tracks follow where nothing else is said. */
const DEFAULTS: Record<Axis, string> = {
  response: 'advocacy-response@1',
  implementation: 'implementation@1',
  publication: 'publication@1',
};

@Injectable()
export class WorkflowsService {
  /** Versions never change, so what was read once stays true; it is read under the reader's own policies first. */
  private readonly definitions = new Map<string, WorkflowDefinition>();

  constructor(private readonly manager: EntityManager) {}

  list(actor: Actor, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, (tx) => readPage(tx, WORKFLOWS, { ...query, sort: 'key' }));
  }

  /** All versions of one workflow; 404 where the workspace has none of that name. */
  versions(actor: Actor, key: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Workflow, { key }))) throw problems.notFound();
      return readPage(tx, WORKFLOWS, { ...query, sort: 'version' }, { key });
    });
  }

  /** Every fault of a draft, in the languages of the workspace. */
  check(actor: Actor, draft: WorkflowDefinition): Promise<{ faults: DefinitionFault[] }> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { languages } = await tx.findOneByOrFail(Workspace, { id: actor.workspaceId });
      return { faults: faultsOf(draft, languages) };
    });
  }

  /** The definition that a track is pinned to. */
  async definitionOf(tx: EntityManager, workflowId: string): Promise<WorkflowDefinition> {
    const known = this.definitions.get(workflowId);
    if (known) return known;
    const { definition } = await tx.findOneByOrFail(Workflow, { id: workflowId });
    this.definitions.set(workflowId, definition);
    return definition;
  }

  /** The workflow that a new track follows: `key@version` as asked, or the default of its axis. 422 where there is none such. */
  async choose(tx: EntityManager, axis: Axis, asked: string = DEFAULTS[axis]): Promise<Workflow> {
    const [key, version] = asked.split('@');
    const found = await tx.findOne(Workflow, {
      where: [
        { key, version: Number(version), axis, workspaceId: IsNull() },
        { key, version: Number(version), axis },
      ],
    });
    if (!found)
      throw problems.unfit(`/workflows/${axis}`, 'unknown-workflow', `There is no workflow "${asked}" for ${axis}.`);
    return found;
  }
}
