import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { type Actor, hasRole } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { isPermitted, type Permission } from '../access/permissions.js';
import { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import type { PageOf, Reading } from '../common/reading-shape.js';
import { returnsOf, statesToCheck } from '../workflows/checks.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import { type Kind, KINDS } from './for-me.dto.js';
import {
  ANSWERED,
  MENTIONED,
  NEXT_STEPS_OF,
  OPEN_FLAG_REMOVALS,
  OPEN_LOWERINGS,
  OPEN_READER_REQUESTS,
  OPEN_ROLE_REQUESTS,
  OPEN_WITHDRAWALS,
  OVERDUE,
  PROPOSED,
  RETURNED,
  TO_CONFIRM,
  TO_VERIFY,
} from './for-me.queries.js';

/** Where things of one kind are read, in which order, and what is given. */
interface Question {
  reading: Reading;
  sort: string;
  given: Record<string, unknown>;
}

/** What waits for one person, found anew each time: nothing is kept that could grow stale. */
@Injectable()
export class ForMeService {
  constructor(
    private readonly manager: EntityManager,
    private readonly workflows: WorkflowsService,
  ) {}

  /** The first of every kind. */
  get(actor: Actor): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const groups: string[] = [];
      for (const kind of KINDS) {
        const { text } = await this.read(tx, actor, kind, { limit: 10, countUpTo: 100 });
        groups.push(`{"kind":"${kind}",${text.slice(1)}`);
      }
      return new JsonText(`{"groups":[${groups.join(',')}]}`);
    });
  }

  /** Those of one kind; 404 where there is no such kind. */
  list(actor: Actor, kind: string, query: PageQuery): Promise<JsonText> {
    const known = KINDS.find((name) => name === kind);
    if (!known) throw problems.notFound();
    return inWorkspace(actor, this.manager, (tx) => this.read(tx, actor, known, query));
  }

  private async read(tx: EntityManager, actor: Actor, kind: Kind, page: Omit<PageOf, 'sort'>): Promise<JsonText> {
    const question = await this.questionOf(tx, actor, kind);
    if (question) return readPage(tx, question.reading, { ...page, sort: question.sort }, question.given);
    return new JsonText(`{"items":[],"nextCursor":null${page.count || page.countUpTo ? ',"count":0' : ''}}`);
  }

  /** Null where nothing of this kind is for the actor's roles. */
  private async questionOf(tx: EntityManager, actor: Actor, kind: Kind): Promise<Question | null> {
    switch (kind) {
      case 'to-verify':
        return { reading: TO_VERIFY, sort: 'updatedAt', given: { states: await this.statesFor(tx, actor) } };
      case 'returned':
        return { reading: RETURNED, sort: '-returnedAt', given: { moves: await this.returns(tx) } };
      case 'overdue':
        return { reading: OVERDUE, sort: 'dueOn', given: { member: actor.membershipId } };
      case 'next-steps':
        return { reading: NEXT_STEPS_OF, sort: 'dueOn', given: { owner: actor.membershipId } };
      case 'mentioned':
        return { reading: MENTIONED, sort: 'recordedAt', given: { member: actor.membershipId } };
      case 'to-confirm': {
        const given = { member: actor.membershipId };
        return isPermitted(actor, 'record.write') ? { reading: TO_CONFIRM, sort: 'createdAt', given } : null;
      }
      case 'proposed': {
        const given = { anyClaim: hasRole(actor, 'administrator') };
        return isPermitted(actor, 'evidence.accept') ? { reading: PROPOSED, sort: 'updatedAt', given } : null;
      }
      case 'answered':
        return { reading: ANSWERED, sort: '-updatedAt', given: { proposer: actor.personId } };
      default:
        return secondOf(actor, kind);
    }
  }

  private async statesFor(tx: EntityManager, { roles }: Actor): Promise<string> {
    const workflows = await this.workflows.all(tx);
    return JSON.stringify(
      workflows.flatMap(([workflow, definition]) => statesToCheck(definition, roles).map((s) => ({ workflow, ...s }))),
    );
  }

  private async returns(tx: EntityManager): Promise<string> {
    const workflows = await this.workflows.all(tx);
    return JSON.stringify(
      workflows.flatMap(([workflow, definition]) => returnsOf(definition).map((s) => ({ workflow, ...s }))),
    );
  }
}

/** What a first person asked for, and the actor may confirm or decide: never their own. */
function secondOf(actor: Actor, kind: SecondKind): Question | null {
  const [permission, reading, sort] = SECONDS[kind];
  return isPermitted(actor, permission) ? { reading, sort, given: { confirmer: actor.personId } } : null;
}

const SECONDS = {
  'role-requests': ['member.manage', OPEN_ROLE_REQUESTS, 'createdAt'],
  withdrawals: ['evidence.decide', OPEN_WITHDRAWALS, 'recordedAt'],
  'reader-requests': ['reader.confirm', OPEN_READER_REQUESTS, 'createdAt'],
  lowerings: ['evidence.lower', OPEN_LOWERINGS, 'recordedAt'],
  'flag-removals': ['evidence.lower', OPEN_FLAG_REMOVALS, 'recordedAt'],
} as const satisfies Partial<Record<Kind, readonly [Permission, Reading, string]>>;
type SecondKind = keyof typeof SECONDS;
