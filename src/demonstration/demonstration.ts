import type { INestApplicationContext } from '@nestjs/common';
import { isComplete, recordCompletion } from './completion.js';
import type { DemonstrationContent } from './content.js';
import type { Desk } from './desk.js';
import { dprk } from './dprk.js';
import { elsewhere } from './elsewhere.js';
import { enterAddressees } from './enter-addressees.js';
import { enterAssessments } from './enter-assessments.js';
import { enterContributions } from './enter-contributions.js';
import { enterDeadlines } from './enter-deadlines.js';
import { enterDocuments } from './enter-documents.js';
import { enterEngagements } from './enter-engagements.js';
import { enterEvidence } from './enter-evidence.js';
import { enterFollowUps } from './enter-follow-ups.js';
import { enterHeldBack } from './enter-held-back.js';
import { enterIndicators } from './enter-indicators.js';
import { enterOccasions } from './enter-occasions.js';
import { enterRecommendations, enterRelations } from './enter-recommendations.js';
import { enterSources } from './enter-sources.js';
import { enterTallies } from './enter-tallies.js';
import { enterThemes } from './enter-themes.js';
import { enterWorkings } from './enter-workings.js';
import { findEnterer } from './founding.js';
import { writtenBefore } from './written-before.js';

/**
 * Loads the demonstration workspaces through the services, as one of their editors would enter them: every change has
 * its audit event, and is recorded as of now. What is there already stays as it is; a load that was interrupted is
 * completed by the next one.
 */
export async function loadDemonstration(app: INestApplicationContext): Promise<void> {
  for (const content of [dprk, elsewhere]) await load(app, content);
}

async function load(app: INestApplicationContext, content: DemonstrationContent): Promise<void> {
  const actor = await findEnterer(app, content);
  if (!actor) return;
  const desk = { app, actor };
  if (await isComplete(desk, content)) return;
  if (content.lastReport !== undefined) await enter(desk, writtenBefore(content, content.lastReport));
  await enter(desk, content);
  await recordCompletion(desk, content);
}

async function enter(desk: Desk, content: DemonstrationContent): Promise<void> {
  const themes = await enterThemes(desk, content.themes);
  const addressees = await enterAddressees(desk, content.addressees);
  const sources = await enterSources(desk, content.sources);
  const evidence = await enterEvidence(desk, content.evidence);
  const recommendations = await enterRecommendations(desk, content.recommendations, sources, themes);
  await enterRelations(desk, content.relations, recommendations);
  await enterDeadlines(desk, content.deadlines, recommendations);
  await enterFollowUps(desk, content.recommendations, { recommendations, addressees, evidence });
  await enterAssessments(desk, content, { recommendations, addressees, evidence });
  await enterEngagements(desk, content.engagements, { addressees, recommendations, evidence });
  await enterContributions(desk, content, { recommendations, addressees });
  await enterOccasions(desk, content.occasions, { recommendations, evidence });
  await enterIndicators(desk, content.indicators, { recommendations, evidence });
  await enterTallies(desk, content.tallies);
  await enterDocuments(desk, content.documents, { recommendations });
  await enterHeldBack(desk, content.heldBack);
  await enterWorkings(desk, content, { recommendations, addressees, evidence }, sources);
}
