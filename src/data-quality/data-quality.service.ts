import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { wordsLevel } from '../evidence/evidence-entry.js';
import { SealedWords } from '../evidence/sealed-words.js';
import type { DataQualityQuery, DismissDto, FaultItemView, FaultsQuery } from './data-quality.dto.js';
import { levelOf, MARK_OF, READINGS } from './data-quality.queries.js';
import { Dismissal } from './dismissal.entity.js';
import { DISMISSABLE, type Fault, FAULTS, MESSAGES } from './faults.js';

/** As far as a fault is counted. */
const MOST = 1000;

/** What is wrong with the record, found anew each time it is asked for; and what somebody said is fine. */
@Injectable()
export class DataQualityService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly words: SealedWords,
  ) {}

  /** How many there are of each fault. */
  count(actor: Actor, query: DataQualityQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const faults: unknown[] = [];
      for (const fault of FAULTS) {
        const filters = filtersOf(fault, { ...query, dismissed: false });
        const page = await readPage(tx, READINGS[fault], { limit: 1, sort: 'since', countUpTo: MOST }, filters);
        faults.push({ fault, message: MESSAGES[fault][actor.language], count: page.parsed<{ count: number }>().count });
      }
      return new JsonText(JSON.stringify({ faults, staleAfter: query.staleAfter }));
    });
  }

  /** Those of one fault; 404 where there is no such fault. */
  list(actor: Actor, name: string, query: FaultsQuery): Promise<JsonText> {
    const fault = knownFault(name);
    return inWorkspace(actor, this.manager, (tx) =>
      readPage(tx, READINGS[fault], { ...query, sort: 'since' }, filtersOf(fault, query)),
    );
  }

  /** 404 for what is not wrong, or not wrong any more; 409 where it was said already, and of what is in one's own inbox. */
  dismiss(actor: Actor, name: string, { itemId, fine, reason }: DismissDto): Promise<JsonText> {
    const fault = knownFault(name);
    return inWorkspace(actor, this.manager, async (tx) => {
      const item = await this.itemOf(tx, fault, itemId);
      if ((item.dismissal !== null) === fine)
        throw problems.notAsThingsStand(
          fine ? 'already-dismissed' : 'not-dismissed',
          fine ? say`Somebody said already that it is fine.` : say`Nobody said that it is fine as it is now.`,
        );
      const { subject, other } = item;
      if (!isDismissable(subject.type))
        throw problems.notAsThingsStand('own-inbox', say`It is in your own inbox: delete it there.`);
      const [{ mark } = { mark: '' }] = await run<{ mark: string }>(tx, MARK_OF[fault], [itemId]);
      const level = await levelOf(tx, item);
      const said =
        level === 'restricted' ? wordsLevel({ confidentiality: level, id: subject.id }) : { confidentiality: level };
      const reasonHash = fine && reason !== undefined ? await this.words.keep(tx, actor, reason, said, 'reason') : null;
      const { workspaceId, personId, organizationId } = actor;
      const about = { subjectType: subject.type, subjectId: subject.id, otherId: other?.id ?? null };
      const act = fine ? ('dismissed' as const) : ('taken-back' as const);
      const by = { id: uuid(), workspaceId, personId, organizationId };
      await tx.insert(Dismissal, { ...by, fault, itemId, ...about, mark, act, reasonHash });
      const acted = fine ? 'fault.dismissed' : 'fault.taken-back';
      const thing = { objectType: subject.type, objectId: subject.id, level };
      await this.audit.record(tx, actor, { action: acted, ...thing, details: { fault, itemId } });
      return new JsonText(JSON.stringify(await this.itemOf(tx, fault, itemId)));
    });
  }

  private async itemOf(tx: EntityManager, fault: Fault, id: string): Promise<FaultItemView> {
    const page = await readPage(tx, READINGS[fault], { limit: 1, sort: 'since' }, { id });
    const [item] = page.parsed<{ items: FaultItemView[] }>().items;
    if (!item) throw problems.notFound('/itemId');
    return item;
  }
}

const isDismissable = (type: string): type is (typeof DISMISSABLE)[number] => DISMISSABLE.some((one) => one === type);

function knownFault(name: string): Fault {
  const known = FAULTS.find((fault) => fault === name);
  if (!known) throw problems.notFound();
  return known;
}

/** For how long nothing changed is asked of what is stale alone. */
const filtersOf = (
  fault: Fault,
  { source, organization, staleAfter, dismissed }: DataQualityQuery & { dismissed: boolean },
) => ({ source, organization, dismissed, staleAfter: fault === 'stale' ? staleAfter : undefined });
