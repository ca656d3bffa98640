import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run, statement } from '../common/statement.js';
import { inLanguage, say, type Spoken, word } from '../common/words.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { faultsOf } from './definition-check.js';
import type { DefinitionFault } from './definition-shape.js';
import type { Axis, WorkflowDefinition } from './workflow.definition.js';
import { type ChosenBy, DEFAULTS, workflowFor } from './workflow-choice.js';
import { Workflow, WorkflowState } from './workflow.entity.js';
import { mermaidOf } from './workflow-graph.js';
import { WORKFLOWS } from './workflows.queries.js';

@Injectable()
export class WorkflowsService {
  /** Versions never change, so what was read once stays true; it is read under the reader's own policies first. */
  private readonly definitions = new Map<string, WorkflowDefinition>();

  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: PageQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, WORKFLOWS, { ...query, sort: 'key' }));
  }

  /** All versions of one workflow; 404 where the workspace has none of that name. */
  versions(actor: Actor, key: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Workflow, { key }))) throw problems.notFound();
      return readPage(tx, WORKFLOWS, { ...query, sort: 'version' }, { key });
    });
  }

  /** Every fault of a draft, in the languages of the workspace. */
  check(actor: Actor, draft: WorkflowDefinition): Promise<{ faults: Spoken<DefinitionFault>[] }> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { languages } = await tx.findOneByOrFail(Workspace, { id: actor.workspaceId });
      return { faults: inLanguage(faultsOf(draft, languages), actor.language) };
    });
  }

  /** Adds a version that the workspace may follow from now on. 409 where there is one, or the key is built in; 422 names every fault. */
  create(actor: Actor, draft: WorkflowDefinition): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { languages } = await tx.findOneByOrFail(Workspace, { id: actor.workspaceId });
      const faults = [...faultsOf(draft, languages), ...claimed(draft)];
      if (faults.length > 0)
        throw problems.faulty(
          'definition',
          faults.map(({ code, at, message }) => ({ code, message, pointer: pointerOf(draft, at) })),
        );
      await this.checkNew(tx, draft);
      const id = await this.add(tx, actor, draft);
      return readOne(tx, WORKFLOWS, id);
    });
  }

  /** One version as a graph; 404 where the workspace has none of that name. */
  graph(actor: Actor, key: string, version: string): Promise<string> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const found =
        /^\d{1,6}$/.test(version) && !key.includes('@') ? await this.findNamed(tx, `${key}@${version}`) : null;
      if (!found) throw problems.notFound();
      return mermaidOf(found.definition, actor.language);
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

  /** Every workflow that the workspace may follow, by its id. */
  async all(tx: EntityManager): Promise<[workflowId: string, definition: WorkflowDefinition][]> {
    const ids = await run<{ id: string }>(tx, ALL);
    const found: [string, WorkflowDefinition][] = [];
    for (const { id } of ids) found.push([id, await this.definitionOf(tx, id)]);
    return found;
  }

  /** The workflow that a new track follows: `key@version` as asked, or what its kind of source is followed with. 422 where there is none such. */
  async choose(
    tx: EntityManager,
    axis: Axis,
    { source, asked }: { source?: ChosenBy | undefined; asked?: string | undefined },
  ): Promise<Workflow> {
    const name = asked ?? (source ? workflowFor(axis, source) : DEFAULTS[axis]);
    const found = await this.findNamed(tx, name);
    if (found?.axis !== axis)
      throw problems.unfit(
        `/workflows/${axis}`,
        'unknown-workflow',
        say`There is no workflow "${name}" for ${word(axis)}.`,
      );
    return found;
  }

  /** A workflow that the workspace may follow, as `key@version`. */
  findNamed(tx: EntityManager, name: string): Promise<Workflow | null> {
    const [key, version] = name.split('@');
    return tx.findOneBy(Workflow, { key, version: Number(version) });
  }

  private async checkNew(tx: EntityManager, { key, version }: WorkflowDefinition): Promise<void> {
    await run(tx, ONE_AT_A_TIME, [key]);
    if (await tx.existsBy(Workflow, { key, workspaceId: IsNull() }))
      throw problems.notAsThingsStand(
        'key-taken',
        say`"${key}" is a workflow that comes with Heed. Choose another key.`,
      );
    if (await tx.existsBy(Workflow, { key, version }))
      throw problems.alreadyExists(
        say`There is ${key}@${String(version)}, and a version never changes: add the next one.`,
      );
  }

  private async add(tx: EntityManager, actor: Actor, draft: WorkflowDefinition): Promise<string> {
    const id = uuid();
    const { key, version, axis, official } = draft;
    await tx.insert(Workflow, {
      id,
      workspaceId: actor.workspaceId,
      key,
      version,
      axis,
      official,
      definition: { ...draft },
    });
    await tx.insert(
      WorkflowState,
      Object.entries(draft.states).map(([state, { phase, label }], n) => ({
        workflowId: id,
        state,
        phase,
        labels: label,
        position: n + 1,
      })),
    );
    await this.audit.record(tx, actor, {
      action: 'workflow.added',
      objectType: 'workflow',
      objectId: id,
      level: 'coalition',
      details: { definition: { ...draft } },
    });
    return id;
  }
}

const ALL = statement('SELECT w.id FROM workflow w ORDER BY w.id');

const ONE_AT_A_TIME = statement(
  `SELECT pg_advisory_xact_lock(hashtextextended('workflow ' || heed_workspace() || $1::text, 0))`,
);

/** Only what comes with Heed was checked against the body that uses it. */
const claimed = ({ official }: WorkflowDefinition): DefinitionFault[] =>
  official
    ? [
        {
          code: 'not-official',
          at: 'official',
          message: say`A workspace's own workflow is not official: leave it false, and name the document under source.`,
        },
      ]
    : [];

/** Where in the draft a fault is. */
function pointerOf({ states, transitions }: WorkflowDefinition, at: string): string {
  if (Object.hasOwn(states, at)) return `/states/${escaped(at)}`;
  const n = transitions.findIndex((rule) => rule.key === at);
  return n >= 0 ? `/transitions/${String(n)}` : `/${escaped(at)}`;
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
