import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { type AssessmentsView, type AssessmentView, CreateAssessmentDto } from '../assessments/assessment.dto.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import type { PositionView } from '../assessments/position.dto.js';
import { PositionsService } from '../assessments/positions.service.js';
import type { ContentAssessment } from './content-findings.js';
import type { DemonstrationContent } from './content.js';
import { asSent, type Desk, idOf } from './desk.js';
import type { Known } from './enter-follow-ups.js';
import { findFollowUp } from './find-follow-up.js';
import { findMember } from './founding.js';

/** What organizations find, each by one of its own people; and what others object, with the answer. */
export async function enterAssessments(desk: Desk, content: DemonstrationContent, known: Known): Promise<void> {
  for (const assessment of content.assessments) {
    const actor = await findMember(desk.app, assessment.by, content.workspace.slug);
    if (actor) await enterOne({ ...desk, actor }, assessment, content.workspace.slug, known);
  }
}

/** An assessment is known by its organization and what it finds. */
async function enterOne(desk: Desk, content: ContentAssessment, slug: string, known: Known): Promise<void> {
  const trackId = (await findFollowUp(desk, content, known))[content.axis].id;
  const service = desk.app.get(AssessmentsService);
  const { items } = (await service.list(desk.actor, trackId, { limit: 200 })).parsed<AssessmentsView>();
  const there = items.find((a) => a.by.organization.id === desk.actor.organizationId && a.phase === content.phase);
  const assessment = there ?? (await record(desk, trackId, content, known));
  if (content.objection && assessment.positions.length === 0)
    await object(desk.app, assessment, content.objection, slug);
}

async function record(
  { app, actor }: Desk,
  trackId: string,
  { phase, confidence, reasons, occurredOn, evidence }: ContentAssessment,
  known: Known,
): Promise<AssessmentView> {
  const evidenceIds = evidence.map((key) => idOf(known.evidence, key));
  const dto = await asSent(CreateAssessmentDto, { phase, confidence, reasons, occurredOn, evidenceIds });
  return (await app.get(AssessmentsService).create(actor, trackId, dto)).parsed<AssessmentView>();
}

async function object(
  app: INestApplicationContext,
  { id: assessmentId, trackId }: AssessmentView,
  { by, reasons, answer }: NonNullable<ContentAssessment['objection']>,
  slug: string,
): Promise<void> {
  const [objector, answerer] = [await findMember(app, by, slug), answer && (await findMember(app, answer.by, slug))];
  if (!objector) return;
  const taken = await app
    .get(PositionsService)
    .take(objector, trackId, { position: 'objection', assessmentId, reasons });
  if (answer && answerer) await answered(app, answerer, taken.parsed<PositionView>().id, answer.reasons);
}

const answered = (app: INestApplicationContext, actor: Actor, id: string, reasons: string) =>
  app.get(PositionsService).answer(actor, id, { reasons });
