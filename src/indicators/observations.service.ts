import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayIn, type DayRange, dayRange } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { readAsOf } from '../follow-ups/as-of.js';
import { Indicator } from './indicator.entity.js';
import type { CreateObservationDto, ObservationsQuery } from './observation.dto.js';
import { Observation, ObservationEvidence } from './observation.entity.js';
import { OBSERVATIONS } from './observations.queries.js';
import { shown } from '../evidence/shown.js';

/** What was said of an indicator. Observations are only ever added, and none is averaged with another. */
@Injectable()
export class ObservationsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, indicatorId: string, query: ObservationsQuery): Promise<JsonText> {
    const { standing } = query;
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Indicator, { id: indicatorId, workspaceId: actor.workspaceId })))
        throw problems.notFound();
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(same, then.reading(OBSERVATIONS), query, { indicator: indicatorId, standing }),
      );
    });
  }

  /** 404 for evidence, or a corrected observation, that is not there; 409 where that one was corrected already; 422 for figures that don't fit together. */
  create(actor: Actor, indicatorId: string, dto: CreateObservationDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      // Two corrections of one observation at a time: the second waits here, and is told of the first.
      await lockRow(tx, Indicator, indicatorId);
      checkFigure(dto);
      const range = periodOf(actor, dto.period);
      const pieces = await this.getPieces(tx, dto.evidenceIds ?? []);
      await this.checkSuperseded(tx, indicatorId, dto.supersedes ?? null);
      const id = uuid();
      await this.add(tx, actor, { id, indicatorId, range }, dto);
      await this.rest(tx, actor, id, pieces);
      await this.record(tx, actor, id, indicatorId, dto);
      return readOne(tx, OBSERVATIONS, id);
    });
  }

  private async getPieces(tx: EntityManager, ids: string[]): Promise<Evidence[]> {
    const found = ids.length === 0 ? [] : await tx.findBy(Evidence, shown({ id: In(ids) }));
    return ids.map((id, n) => {
      const piece = found.find((e) => e.id === id);
      if (!piece) throw problems.notFound(`/evidenceIds/${String(n)}`);
      if (piece.withdrawal !== 'none')
        throw problems.unfit(
          `/evidenceIds/${String(n)}`,
          'withdrawn',
          say`This piece was withdrawn: nothing may stand on it.`,
        );
      return piece;
    });
  }

  private async checkSuperseded(tx: EntityManager, indicatorId: string, id: string | null): Promise<void> {
    if (id === null) return;
    if (!(await tx.existsBy(Observation, { id, indicatorId }))) throw problems.notFound('/supersedes');
    if (await tx.existsBy(Observation, { supersedes: id }))
      throw problems.alreadyExists(say`It was corrected already: correct its correction.`);
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    { id, indicatorId, range }: { id: string; indicatorId: string; range: DayRange },
    dto: CreateObservationDto,
  ): Promise<void> {
    const keep = async (text: string | null | undefined): Promise<Buffer | null> =>
      text ? keepWords(tx, actor, text, { confidentiality: 'coalition' }) : null;
    const { workspaceId, personId, organizationId } = actor;
    await tx.insert(Observation, {
      id,
      workspaceId,
      personId,
      organizationId,
      indicatorId,
      period: dto.period,
      periodFirst: range.first,
      periodLast: range.last,
      value: asNumeric(dto.value),
      low: asNumeric(dto.low),
      high: asNumeric(dto.high),
      estimate: dto.estimate,
      breaksSeries: dto.breaksSeries ?? false,
      saidByHash: await keepWords(tx, actor, dto.saidBy, { confidentiality: 'coalition' }),
      noteHash: await keep(dto.note),
      missingReasonHash: await keep(dto.missingReason),
      supersedes: dto.supersedes ?? null,
    });
  }

  private async rest(tx: EntityManager, { workspaceId }: Actor, id: string, pieces: Evidence[]): Promise<void> {
    if (pieces.length === 0) return;
    await tx.insert(
      ObservationEvidence,
      pieces.map((piece) => ({
        workspaceId,
        observationId: id,
        evidenceId: piece.id,
        evidenceVersion: piece.version,
      })),
    );
  }

  /** The log keeps the figures, never the words. */
  private record(
    tx: EntityManager,
    actor: Actor,
    observationId: string,
    indicatorId: string,
    { saidBy: _s, note: _n, missingReason: _m, ...figures }: CreateObservationDto,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: 'indicator.observed',
      objectType: 'indicator',
      objectId: indicatorId,
      details: { observationId, ...figures },
    });
  }
}

/** One of a value, a range, and the reason for neither; and no range the wrong way round. */
function checkFigure({ value, low, high, missingReason }: CreateObservationDto): void {
  const given = [value ?? null, low ?? high ?? null, missingReason ?? null].filter((each) => each !== null);
  if (given.length !== 1)
    throw problems.unfit(
      '/value',
      'one-of-three',
      say`Give a value, or a range (from, to, or both), or say why there is none: one of the three.`,
    );
  if (typeof low === 'number' && typeof high === 'number' && low > high)
    throw problems.unfit('/low', 'wrong-way-round', say`A range begins with its lower end.`);
}

/** Its first and last day; 422 where the first is still to come, in the workspace's time zone: that would be a forecast. */
function periodOf(actor: Actor, period: string): DayRange {
  const range = dayRange(period);
  if (!range || range.first > dayIn(actor.timeZone, new Date()))
    throw problems.unfit('/period', 'in-the-future', say`It has not happened yet.`);
  return range;
}

const asNumeric = (figure: number | null | undefined): string | null =>
  typeof figure === 'number' ? String(figure) : null;
