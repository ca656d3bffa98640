import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayIn } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { joined, say, Words } from '../common/words.js';
import { PHASES } from '../workflows/workflow.definition.js';
import { count, type Count, type CountedItem, type Question } from './counting.js';
import { sentenceOf } from './sentence.js';
import { KEEP_ITEMS, KEEP_TALLY, KEPT, KEPT_ITEMS, LIMITS, TALLIES, TALLY_ITEMS } from './tallies.queries.js';
import type { CreateTallyDto, TalliesQuery } from './tally.dto.js';
import { Tally } from './tally.entity.js';
import type { DifferenceView, RecountView } from './tally.view.js';

/** Numbers that were counted and kept. Each is counted over what the whole coalition may read, and never changed. */
@Injectable()
export class TalliesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: TalliesQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, TALLIES, query));
  }

  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, TALLIES, id));
  }

  items(actor: Actor, id: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Tally, { id, workspaceId: actor.workspaceId }))) throw problems.notFound();
      return readPage(tx, TALLY_ITEMS, { ...query, sort: 'place' }, { tally: id });
    });
  }

  /** 404 with a pointer for a source, theme or addressee that is not there; 422 for phases of the other side, and for half a period. */
  create(actor: Actor, dto: CreateTallyDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const question = questionOf(actor, dto);
      const limits = await this.limitsOf(tx, question);
      const counted = await count(actor, tx, question);
      const id = uuid();
      await this.keep(tx, actor, { id, title: dto.title, question, limits }, counted);
      await this.tell(tx, actor, id, dto, counted);
      return readOne(tx, TALLIES, id);
    });
  }

  /** Counts it anew at its own day and instant. What differs is what one may see, or how things are called, otherwise than then. */
  recount(actor: Actor, id: string): Promise<RecountView> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const [kept] = await run<Question & { number: number }>(tx, KEPT, [id]);
      if (!kept) throw problems.notFound();
      const was = await run<CountedItem & { isShared: boolean }>(tx, KEPT_ITEMS, [id]);
      const { number: recounted, items, asOf, knownAt } = await count(actor, tx, kept);
      const [before, now] = [new Set(was.map(keyOf)), new Set(items.map(keyOf))];
      const gone = was
        .filter((item) => !now.has(keyOf(item)))
        .map((item) => different(item, item.isShared ? 'named-otherwise' : 'not-shared'));
      const added = items.filter((item) => !before.has(keyOf(item))).map((item) => different(item, 'now-shared'));
      const same = recounted === kept.number && gone.length === 0 && added.length === 0;
      return { number: kept.number, recounted, same, gone, added, asOf, knownAt };
    });
  }

  /** What it is limited to, as each language calls it. */
  private async limitsOf(tx: EntityManager, { sourceIds, themeIds, addresseeIds }: Question): Promise<Words[]> {
    const named = await run<{ field: string; place: number; en: string | null; ko: string | null }>(tx, LIMITS, [
      sourceIds,
      themeIds,
      addresseeIds,
    ]);
    const unknown = named.find(({ en }) => en === null);
    if (unknown) throw problems.notFound(`/${unknown.field}/${String(unknown.place)}`);
    const of = (field: string) =>
      joined(
        named.filter((one) => one.field === field).map(({ en, ko }) => new Words(en ?? '', ko ?? en ?? '')),
        ', ',
      );
    return [
      sourceIds.length > 0 && say`asked in ${of('sourceIds')}`,
      themeIds.length > 0 && say`on ${of('themeIds')}`,
      addresseeIds.length > 0 && say`of ${of('addresseeIds')}`,
    ].filter((words) => words !== false);
  }

  private async keep(
    tx: EntityManager,
    { workspaceId, personId, organizationId }: Actor,
    { id, title, question, limits }: { id: string; title: string; question: Question; limits: Words[] },
    counted: Count,
  ): Promise<void> {
    const { axis, phases, unit, firstDay, lastDay, sourceIds, themeIds, addresseeIds } = question;
    const { asOf, knownAt, number, total, notCounted, items } = counted;
    const { en, ko } = sentenceOf({ ...question, ...counted, limits });
    await run(tx, KEEP_TALLY, [
      ...[id, workspaceId, personId, organizationId, title, axis, phases, unit, firstDay, lastDay],
      ...[sourceIds, themeIds, addresseeIds, asOf, knownAt, number, total],
      ...[notCounted, { en, ko }].map((value) => JSON.stringify(value)),
    ]);
    await run(tx, KEEP_ITEMS, [workspaceId, id, JSON.stringify(items)]);
  }

  private tell(tx: EntityManager, actor: Actor, objectId: string, dto: CreateTallyDto, counted: Count): Promise<void> {
    const { asOf, knownAt, number, total, notCounted } = counted;
    const details = { ...dto, asOf, knownAt, number, total, notCounted };
    return this.audit.record(tx, actor, { action: 'tally.kept', objectType: 'tally', objectId, details });
  }
}

function questionOf(actor: Actor, dto: CreateTallyDto): Question {
  const known: readonly string[] = PHASES[dto.axis];
  const foreign = dto.phases.findIndex((phase) => !known.includes(phase));
  if (foreign >= 0)
    throw problems.unfit(`/phases/${String(foreign)}`, 'foreign-phase', say`This phase is none of that side.`);
  const [firstDay, lastDay] = [dto.from ?? null, dto.to ?? null];
  if ((firstDay === null) !== (lastDay === null))
    throw problems.unfit(
      firstDay === null ? '/from' : '/to',
      'half-a-period',
      say`A period has a first and a last day: give "from" and "to".`,
    );
  if (firstDay !== null && lastDay !== null && firstDay > lastDay)
    throw problems.unfit('/to', 'ends-before', say`The period ends before it begins.`);
  const { axis, phases, unit, sourceIds = [], themeIds = [], addresseeIds = [] } = dto;
  const asOf = dto.asOf ?? dayIn(actor.timeZone, new Date());
  const knownAt = dto.knownAt ?? FOREVER;
  return { axis, phases, unit, firstDay, lastDay, sourceIds, themeIds, addresseeIds, asOf, knownAt };
}

/** Later than anything is known, so that all that is certain by now is. */
const FOREVER = '9999-12-31T00:00:00Z';

const keyOf = ({ recommendationId, followUpId }: Pick<CountedItem, 'recommendationId' | 'followUpId'>): string =>
  followUpId ?? recommendationId;

const different = ({ recommendationId, followUpId }: CountedItem, why: DifferenceView['why']): DifferenceView => ({
  recommendationId,
  followUpId,
  why,
});
