import type { ContentFollowUp, ContentRecommendation } from './content-asks.js';
import type { ContentIndicator } from './content-findings.js';
import type { DemonstrationContent } from './content.js';

/** What of the content had been written before a day: nothing of a later source, and nothing that stands on later evidence. */
export function writtenBefore(content: DemonstrationContent, day: string): DemonstrationContent {
  const sources = content.sources.filter(({ issuedOn }) => issuedOn < day);
  const evidence = content.evidence.filter(({ publishedOn }) => !publishedOn || publishedOn < day);
  const codes = new Set(sources.map(({ code }) => code));
  const pieces = new Set(evidence.map(({ key }) => key));
  const recommendations = content.recommendations
    .filter(({ source }) => codes.has(source))
    .map((recommendation) => withPieces(recommendation, pieces));
  const asks = new Set(recommendations.map(({ code }) => code));
  return {
    ...content,
    sources,
    evidence,
    recommendations,
    relations: content.relations.filter(({ recommendation, other }) => asks.has(recommendation) && asks.has(other)),
    occasions: content.occasions.filter(
      ({ recommendation, evidence }) => asks.has(recommendation) && pieces.has(evidence),
    ),
    deadlines: content.deadlines.filter(({ recommendation }) => asks.has(recommendation)),
    engagements: content.engagements
      .filter(({ recommendations: on }) => on.every((code) => asks.has(code)))
      .map((engagement) => ({ ...engagement, evidence: engagement.evidence.filter(({ piece }) => pieces.has(piece)) })),
    assessments: content.assessments.filter(
      ({ recommendation, evidence }) => asks.has(recommendation) && evidence.every((key) => pieces.has(key)),
    ),
    contributions: content.contributions.filter(({ recommendation }) => asks.has(recommendation)),
    indicators: content.indicators
      .filter(({ recommendations: on }) => on.every((code) => asks.has(code)))
      .map((indicator) => observedOn(indicator, pieces))
      .filter(({ observations }) => observations.length > 0),
    // They count all of it.
    tallies: [],
    // It is held against all that is followed.
    documents: [],
    // They were said with all of it at hand.
    heldBack: [],
    comments: [],
    steps: [],
  };
}

const observedOn = (indicator: ContentIndicator, pieces: ReadonlySet<string>): ContentIndicator => ({
  ...indicator,
  observations: indicator.observations.filter(({ evidence }) => evidence.every((key) => pieces.has(key))),
});

function withPieces(
  { followUps = [], ...recommendation }: ContentRecommendation,
  pieces: ReadonlySet<string>,
): ContentRecommendation {
  return { ...recommendation, followUps: followUps.map((followUp) => upTo(followUp, pieces)) };
}

/** What follows on a move that stands on a later piece comes later too. */
function upTo(
  { evidence = [], transitions = [], ...followUp }: ContentFollowUp,
  pieces: ReadonlySet<string>,
): ContentFollowUp {
  const isLater = (move: (typeof transitions)[number]) => move.evidence.some((key) => !pieces.has(key));
  return {
    ...followUp,
    evidence: evidence.filter((link) => pieces.has(link.evidence)),
    transitions: transitions.filter(
      ({ axis }, n) => !transitions.slice(0, n + 1).some((earlier) => earlier.axis === axis && isLater(earlier)),
    ),
  };
}
